import Foundation
import TestSupport
import Testing

@Suite struct SignCommandTests {
    @Test(arguments: GoldenToken.pythonJWT)
    func pythonTokensAreRepeatedByteForByte(_ golden: GoldenToken) async throws {
        let header = golden.keyID.map { ["--kid", $0] } ?? []
        let result = try await Tool.run(
            arguments: [
                "sign", "--key", KeyFile.privatePKCS1, "--claims", "-", "--serialization", "python-jwt",
            ] + header,
            input: Data(golden.payload.utf8))
        #expect(result.status == 0)
        #expect(result.output == golden.token + "\n")
        #expect(result.errors == "")
    }

    @Test func allGoldenTokensWereFound() {
        #expect(GoldenToken.pythonJWT.count == 17)
    }

    @Test func claimsOfOptionsAreSignedInTheirOrder() async throws {
        let result = try await Tool.run(
            "sign", "--key", KeyFile.privatePKCS8, "--claim", "iss=a=b", "--claim", "n:=12345678901234567890",
            "--claim", "list:=[1, \"x\"]", "--claim", "iss2=", "--iat", "1000", "--expires-in", "300",
            "--jti", "j1")
        #expect(result.status == 0)
        #expect(
            payload(result.output)
                == #"{"iss":"a=b","n":12345678901234567890,"list":[1,"x"],"iss2":"","iat":1000,"exp":1300,"jti":"j1"}"#
        )
    }

    @Test func datesAreNumbers() async throws {
        let result = try await Tool.run(
            "sign", "--key", KeyFile.privatePKCS8, "--claim", "exp=5", "--claim", "nbf=-1", "--claim", "n=7")
        #expect(payload(result.output) == #"{"exp":5,"nbf":-1,"n":"7"}"#)
    }

    @Test func optionsReplaceClaimsOfTheFileInPlace() async throws {
        let folder = try TemporaryFolder()
        let claims = try folder.path(
            "claims.json", "{\"z\": 1.50, \"iss\": \"old\", \"iat\": 7, \"a\": null}\n")
        let result = try await Tool.run(
            "sign", "--key", KeyFile.privatePKCS8, "--claims", claims, "--claim", "iss=new", "--claim", "b=2",
            "--expires-in", "10")
        #expect(payload(result.output) == #"{"z":1.50,"iss":"new","iat":7,"a":null,"b":"2","exp":17}"#)
    }

    @Test func randomIdentifiersDiffer() async throws {
        let arguments = [
            "sign", "--key", KeyFile.privatePKCS8, "--claim", "a=b", "--jti", "random", "--iat", "now",
        ]
        let first = payload(try await Tool.run(arguments: arguments).output)
        let second = payload(try await Tool.run(arguments: arguments).output)
        #expect(first != second)
        #expect(first.contains(/"iat":[0-9]{10},"jti":"[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}"}/))
    }

    @Test func headerMembersAreWritten() async throws {
        let result = try await Tool.run(
            "sign", "--key", KeyFile.privatePKCS8, "--claim", "a=b", "--kid", "k1", "--header", "x=y",
            "--header",
            "n:=1")
        let header = part(0, result.output)
        for member in [#""kid":"k1""#, #""x":"y""#, #""n":1"#, #""alg":"RS256""#] {
            #expect(header.contains(member))
        }
    }

    @Test(arguments: [
        ("token", "^[\\w.-]+\n$"), ("header", "^Authorization: Bearer [\\w.-]+\n$"),
        ("json", "^\\{\n  \"token\": \"[\\w.-]+\"\n\\}\n$"), ("env", "^export TOKEN='[\\w.-]+'\n$"),
    ])
    func outputFormsAreAsDocumented(_ form: String, _ pattern: String) async throws {
        let result = try await Tool.run(
            "sign", "--key", KeyFile.privatePKCS8, "--claim", "a=b", "--output", form)
        #expect(result.output.range(of: pattern, options: .regularExpression) != nil)
    }

    @Test(arguments: [
        (["--claim", "a=b"], 2, "a key is missing"),
        (["--key", "K"], 2, "claims are missing"),
        (["--key", "K", "--key-env", "X", "--claim", "a=b"], 2, "exclude each other"),
        (["--key", "-", "--claims", "-"], 2, "cannot both come from standard input"),
        (["--key", "K", "--claim", "a"], 2, "--claim is NAME=TEXT or NAME:=JSON"),
        (["--key", "K", "--claim", "=a"], 2, "--claim is NAME=TEXT or NAME:=JSON"),
        (["--key", "K", "--claim", ":=1"], 2, "--claim is NAME=TEXT or NAME:=JSON"),
        (["--key", "K", "--claim", "a:={"], 2, "--claim a: the value after := is not JSON"),
        (["--key", "K", "--claim", "exp=soon"], 2, "--claim exp takes a whole number of seconds"),
        (["--key", "K", "--claim", "a=1", "--claim", "a=2"], 2, "--claim a is given twice"),
        (["--key", "K", "--claim", "a=1", "--iat", "soon"], 2, "--iat is now or a number of seconds"),
        (["--key", "K", "--claim", "a=1", "--header", "alg=none"], 2, "the algorithm is always RS256"),
        (["--key", "K", "--claim", "a=1", "--header", "crit:=[\"a\"]"], 2, "crit"),
        (["--key", "K", "--claims", "/nowhere/claims.json"], 3, "there is no such file"),
        (["--key", "K", "--claims", "/"], 3, "is a folder"),
        (["--key", "/nowhere/key.pem", "--claim", "a=1"], 3, "there is no such file"),
        (["--key-env", "NOT_SET", "--claim", "a=1"], 3, "environment variable NOT_SET is not set"),
    ])
    func mistakesAreExplained(_ arguments: [String], _ status: Int32, _ message: String) async throws {
        let arguments = arguments.map { $0 == "K" ? KeyFile.privatePKCS8 : $0 }
        let result = try await Tool.run(arguments: ["sign"] + arguments)
        #expect(result.status == status)
        #expect(result.output == "")
        #expect(result.errors.contains(message), "\(result.errors)")
    }

    /// Accents behind `=` and `:` belong to the value or the name, and do not hide the sign.
    @Test(arguments: [
        ("note=\u{338}foo=bar", "note", "\"\u{338}foo=bar\""), ("note=\u{301}", "note", "\"\u{301}\""),
        ("a:=1", "a", "1"), ("a::=1", "a:", "1"), ("a:\u{301}=1", "a:\u{301}", "\"1\""), ("é=", "é", "\"\""),
    ])
    func claimsAreDividedAtTheFirstEqualsSign(_ claim: String, _ name: String, _ value: String) async throws {
        let result = try await Tool.run("sign", "--key", KeyFile.privatePKCS8, "--claim", claim)
        #expect(result.status == 0, "\(result.errors)")
        #expect(Array(payload(result.output).utf8) == Array("{\"\(name)\":\(value)}".utf8))
    }

    @Test(arguments: [
        "", "[]", "{\"a\":1", "{\"a\":1,\"a\":2}", "{\"a\":\"\\ud800\"}", "\u{0}\u{1}\u{2}", "{} {}",
    ])
    func claimsThatAreNoObjectAreRefused(_ claims: String) async throws {
        let result = try await Tool.run(
            arguments: ["sign", "--key", KeyFile.privatePKCS8, "--claims", "-"], input: Data(claims.utf8))
        #expect(result.status == 3)
        #expect(result.output == "")
        #expect(result.errors.hasPrefix("rs256: standard input"), "\(result.errors)")
    }

    private func payload(_ token: String) -> String { part(1, token) }

    /// A part of a token, decoded by Foundation.
    private func part(_ index: Int, _ token: String) -> String {
        let parts = token.split(separator: ".")
        guard parts.indices.contains(index) else { return "" }
        var text = parts[index].replacingOccurrences(of: "-", with: "+").replacingOccurrences(
            of: "_", with: "/")
        text += String(repeating: "=", count: (4 - text.count % 4) % 4)
        return String(decoding: Data(base64Encoded: text) ?? Data(), as: UTF8.self)
    }
}
