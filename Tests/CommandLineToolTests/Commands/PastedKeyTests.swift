import Foundation
import TestSupport
import Testing

/// Keys as people have them in environment variables and files.
@Suite struct PastedKeyTests {
    static let pem = (try? VectorFile.text("keys/generated/a2-pkcs1.pem")) ?? ""

    static let pasted: [(name: String, text: String)] = [
        ("as it is", pem),
        ("literal \\n", pem.replacingOccurrences(of: "\n", with: "\\n")),
        ("doubly escaped \\n", pem.replacingOccurrences(of: "\n", with: "\\\\n")),
        ("CRLF", pem.replacingOccurrences(of: "\n", with: "\r\n")),
        ("lone CR", pem.replacingOccurrences(of: "\n", with: "\r")),
        ("literal \\r\\n", pem.replacingOccurrences(of: "\n", with: "\\r\\n")),
        ("spaces", pem.replacingOccurrences(of: "\n", with: " ")),
        ("no last newline", pem.trimmingCharacters(in: .newlines)),
        ("quotes", "\"" + pem.replacingOccurrences(of: "\n", with: "\\n") + "\""),
        ("single quotes", "'" + pem + "'"),
        ("BOM", "\u{feff}" + pem),
        ("leading text", "Private key of the account:\n" + pem),
    ]

    @Test(arguments: pasted.map(\.name))
    func theKeyIsReadFromTheEnvironment(_ name: String) async throws {
        let text = try #require(Self.pasted.first { $0.name == name }?.text)
        let result = try await Tool.run("key", "thumbprint", "--key-env", "KEY", environment: ["KEY": text])
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output == KeyFile.thumbprint + "\n")
    }

    @Test func theKeyIsReadFromStandardInput() async throws {
        let result = try await Tool.run("key", "thumbprint", "-", input: Self.pem)
        #expect(result.output == KeyFile.thumbprint + "\n")
        let signed = try await Tool.run("sign", "--key", "-", "--claim", "a=b", input: Self.pem)
        #expect(signed.status == 0)
    }
}
