import Testing
import TokenExchange

/// Addresses that are read, and addresses that are refused, each with its reason and its place.
@Suite struct EndpointURLTests {
    @Test(arguments: [
        ("https://example.com", "https://example.com/"),
        ("https://example.com/", "https://example.com/"),
        ("HTTPS://Example.COM/Us1/Token", "https://example.com/Us1/Token"),
        ("https://example.com:8443/a?b=c&d=%20", "https://example.com:8443/a?b=c&d=%20"),
        ("https://example.com?x", "https://example.com/?x"),
        ("https://example.com/?", "https://example.com/?"),
        ("https://127.0.0.1/", "https://127.0.0.1/"),
        ("https://[2001:DB8::1]:444/", "https://[2001:db8::1]:444/"),
        (
            "https://a_b.xn--bcher-kva.example/~user/(1);v=1,2:@!$&'*+",
            "https://a_b.xn--bcher-kva.example/~user/(1);v=1,2:@!$&'*+"
        ),
        ("http://127.0.0.1:8080/x", "http://127.0.0.1:8080/x"),
        ("http://127.255.0.9/", "http://127.255.0.9/"),
        ("http://localhost:65535", "http://localhost:65535/"),
        ("http://LOCALHOST/", "http://localhost/"),
        ("http://[::1]:1/", "http://[::1]:1/"),
    ])
    func isRead(text: String, normal: String) throws {
        let url = try EndpointURL(parsing: text)
        #expect(url.absoluteString == normal)
        #expect(try EndpointURL(parsing: normal) == url)
    }

    @Test(
        arguments: [
            ("", .scheme, 0),
            ("example.com", .scheme, 0),
            ("ftp://example.com", .scheme, 0),
            ("https:/example.com", .scheme, 0),
            (" https://example.com", .scheme, 0),
            ("http://example.com/", .insecure, 7),
            ("http://127.0.0.1.example.com/", .insecure, 7),
            ("http://localhost.example.com/", .insecure, 7),
            ("http://128.0.0.1/", .insecure, 7),
            ("http://[::2]/", .insecure, 7),
            ("http://[::ffff:127.0.0.1]/", .insecure, 7),
            ("https://user@example.com/", .userInformation, 8),
            ("http://127.0.0.1:80@example.com/", .userInformation, 7),
            ("https://", .host, 8),
            ("https:///path", .host, 8),
            ("https://:443/", .host, 8),
            ("https://exa mple.com/", .host, 8),
            ("https://bücher.example/", .host, 8),
            ("https://example%2ecom/", .host, 8),
            ("https://example..com/", .host, 8),
            ("https://example.com./", .host, 8),
            ("https://-a.example/", .host, 8),
            ("https://127.1/", .host, 8),
            ("https://2130706433/", .host, 8),
            ("https://0x7f000001/", .host, 8),
            ("https://127.0.0.01/", .host, 8),
            ("https://256.0.0.1/", .host, 8),
            ("https://1.2.3.4.5/", .host, 8),
            ("https://[::1", .host, 8),
            ("https://[]/", .host, 8),
            ("https://[::g]/", .host, 8),
            ("https://[fe80::1%25eth0]/", .host, 8),
            ("https://[::1]x/", .host, 13),
            ("https://example.com\\@evil.example/", .userInformation, 8),
            ("https://example.com:/", .port, 20),
            ("https://example.com:0/", .port, 20),
            ("https://example.com:65536/", .port, 20),
            ("https://example.com:000443/", .port, 20),
            ("https://example.com:44a/", .port, 20),
            ("https://example.com:-1/", .port, 20),
            ("https://example.com/#", .fragment, 20),
            ("https://example.com/a?b#c", .fragment, 23),
            ("https://example.com#c", .fragment, 19),
            ("https://example.com/a b", .character, 21),
            ("https://example.com/a\r\nHost: x", .character, 21),
            ("https://example.com/\u{0}", .character, 20),
            ("https://example.com/ü", .character, 20),
            ("https://example.com/?\"", .character, 21),
            ("https://example.com/[", .character, 20),
            ("https://example.com/%", .percentEncoding, 20),
            ("https://example.com/%2", .percentEncoding, 20),
            ("https://example.com/?%zz", .percentEncoding, 21),
        ] as [(String, EndpointURLError.Kind, Int)])
    func isRefused(text: String, kind: EndpointURLError.Kind, offset: Int) {
        #expect(throws: EndpointURLError(kind, offset: offset)) { try EndpointURL(parsing: text) }
    }

    @Test func theSizeIsCapped() throws {
        let start = "https://example.com/"
        let longest = start + String(repeating: "a", count: EndpointURL.maximumByteCount - start.utf8.count)
        _ = try EndpointURL(parsing: longest)
        #expect(throws: EndpointURLError(.tooLong, offset: EndpointURL.maximumByteCount)) {
            try EndpointURL(parsing: longest + "a")
        }
    }

    @Test func thePartsAreTold() throws {
        let url = try EndpointURL(parsing: "https://example.com/a/b?c=d")
        #expect(url.scheme == .https)
        #expect(url.host == "example.com")
        #expect(url.port == nil)
        #expect(url.effectivePort == 443)
        #expect(url.path == "/a/b")
        #expect(url.query == "c=d")
        #expect(url.origin == "https://example.com")
        #expect(try EndpointURL(parsing: "http://localhost").effectivePort == 80)
    }

    @Test func theQueryIsNotPrinted() throws {
        let url = try EndpointURL(parsing: "https://example.com/a?secret=canary")
        var dumped = ""
        dump(url, to: &dumped)
        for text in ["\(url)", String(reflecting: url), dumped] {
            #expect(!text.contains("canary"))
            #expect(text.contains("https://example.com/a?…"))
        }
    }
}
