import Testing
import TokenExchange

/// The two encodings of parameters.
@Suite struct FormParametersTests {
    /// The first row is the example of RFC 6749, appendix B.
    @Test(arguments: [
        (" %&+£€", "+%25%26%2B%C2%A3%E2%82%AC", "%20%25%26%2B%C2%A3%E2%82%AC"),
        ("", "", ""),
        ("azAZ09-._", "azAZ09-._", "azAZ09-._"),
        ("*~", "*%7E", "%2A~"),
        ("=;/?:@#", "%3D%3B%2F%3F%3A%40%23", "%3D%3B%2F%3F%3A%40%23"),
        ("\u{0}\r\n\u{7f}", "%00%0D%0A%7F", "%00%0D%0A%7F"),
        ("😀", "%F0%9F%98%80", "%F0%9F%98%80"),
    ])
    func isEncoded(text: String, form: String, query: String) {
        let parameters = FormParameters([.init(text, text)])
        #expect(parameters.formEncoded == form + "=" + form)
        #expect(parameters.queryEncoded == query + "=" + query)
    }

    @Test func orderAndRepetitionAreKept() {
        var parameters = FormParameters([.init("b", "1"), .init("a", "2")])
        parameters.append("b", "3")
        #expect(parameters.formEncoded == "b=1&a=2&b=3")
        #expect(parameters["b"] == "1")
        #expect(parameters["c"] == nil)
    }
}
