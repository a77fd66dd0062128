import Foundation
import RSA
import TestSupport

/// Carries out requests for checks that compare this package with other software. Not a product.
///
/// A request is one line on standard input, its words separated by tabs; the answer is one line on standard output.
///
///     sign KEY MESSAGE                signature HEX
///     verify KEY MESSAGE SIGNATURE    valid | invalid
///
/// Each upper-case word is the path of a file: a key as PEM or DER (for `verify` a public one), or raw octets. A
/// request that cannot be carried out is answered by `error` and the reason. Requests without files are those of
/// `KeySession` and `ModulusSession`.
///
/// With `RS256_LIE=N` in the environment a bit of answer number N, counted from 0, is wrong: the control of those checks.
@main
enum Driver {
    static func main() {
        var keys = KeySession()
        var moduli = ModulusSession()
        var lie = ProcessInfo.processInfo.environment["RS256_LIE"].flatMap { Int($0) }
        while let line = readLine() {
            let words = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            var answer = keys.answer(to: words) ?? moduli.answer(to: words) ?? answer(to: words)
            if lie == 0 { flipBit(of: &answer) }
            lie = lie.map { $0 - 1 }
            print(answer)
            fflush(nil)
        }
    }

    private static func answer(to words: [String]) -> String {
        do {
            switch (words.first, words.count) {
            case ("sign", 3):
                let signature = try privateKey(words[1]).signature(for: bytes(words[2]))
                return "signature \(hexadecimal(signature))"
            case ("verify", 4):
                let isValid = try publicKey(words[1]).isValidSignature(bytes(words[3]), for: bytes(words[2]))
                return isValid ? "valid" : "invalid"
            default:
                return "error no such request"
            }
        } catch {
            return "error \(error)"
        }
    }

    /// Changes the last hexadecimal digit by one bit: 0 ↔ 1, a ↔ b.
    private static func flipBit(of answer: inout String) {
        guard let digit = answer.popLast()?.hexDigitValue else { return }
        answer += String(digit ^ 1, radix: 16)
    }

    private static func privateKey(_ path: String) throws -> RSAPrivateKey {
        let content = try bytes(path)
        return isPEM(content)
            ? try RSAPrivateKey(pemRepresentation: String(decoding: content, as: UTF8.self))
            : try RSAPrivateKey(derRepresentation: content)
    }

    private static func publicKey(_ path: String) throws -> RSAPublicKey {
        let content = try bytes(path)
        return isPEM(content)
            ? try RSAPublicKey(pemRepresentation: String(decoding: content, as: UTF8.self))
            : try RSAPublicKey(derRepresentation: content)
    }

    private static func isPEM(_ content: [UInt8]) -> Bool {
        content.starts(with: "-----BEGIN".utf8)
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }
}
