import Testing

@testable import LocalIdentityProvider

/// The reading of form and query parameters.
@Suite struct DecodedFormTests {
    @Test(
        arguments: [
            ("", []),
            ("a=b", [("a", "b")]),
            ("a=b&c=d", [("a", "b"), ("c", "d")]),
            ("&a=b&&", [("a", "b")]),
            ("a=b=c", [("a", "b=c")]),
            ("a=+%20%2B", [("a", "  +")]),
            ("%61=%C3%a9", [("a", "é")]),
            ("a=&b", []),
        ] as [(String, [(String, String)])])
    func isRead(text: String, parameters: [(String, String)]) throws {
        let form = try DecodedForm(parsing: text.utf8)
        #expect(form.parameters.elementsEqual(parameters, by: ==))
    }

    @Test(
        arguments: [
            ("a=%", .percentEncoding), ("a=%4", .percentEncoding), ("a=%4g", .percentEncoding),
            ("a=%+1", .percentEncoding), ("%", .percentEncoding),
            ("a=%ff", .notUTF8), ("a=%C3", .notUTF8), ("a=%ED%A0%80", .notUTF8),
            ("=b", .emptyName), ("=", .emptyName),
            ("a=b&a=b", .duplicate("a")), ("a=b&%61=c", .duplicate("a")), ("a=&a=", .duplicate("a")),
            ((0..<33).map { "p\($0)=1" }.joined(separator: "&"), .tooMany),
        ] as [(String, FormError)])
    func isRefused(text: String, error: FormError) {
        #expect(throws: error) { try DecodedForm(parsing: text.utf8) }
    }
}
