// The program that valgrind watches (see .ci/constant-time). It takes a private key, makes every byte of its text
// secret, and reads, checks and uses it; memcheck reports each branch and each address that depends on the secret.
//
//     ConstantTimeCheck sign FILE        pasted text: PEM or what became of it
//     ConstantTimeCheck numbers FILE     the eight numbers themselves are secret, no text is parsed
//     ConstantTimeCheck recover FILE     only n, e and d: the primes are recovered
//     ConstantTimeCheck write FILE       the key is written back as PKCS#1 and PKCS#8
//     ConstantTimeCheck control NAME     a planted mistake, which must be reported
import ConstantTime
import DER
import Foundation
import RSA

/// The digest-sized end of a signature in hexadecimal: that it is right shows that the secret had its true value.
func tail(_ signature: [UInt8]) -> String {
    signature.suffix(16).map { byte in
        let visible = revealed(byte, as: .signature)
        return (visible < 16 ? "0" : "") + String(visible, radix: 16)
    }.joined()
}

func secret(_ bytes: SecretBytes) -> SecretBytes {
    SecretBytes(copying: Secret.taint(bytes.copied()))
}

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
    print("usage: ConstantTimeCheck sign|numbers|recover|write|control FILE|NAME")
    exit(2)
}
let message: [UInt8] = Array("a message".utf8)

if arguments[1] == "control" {
    guard let control = Control(rawValue: arguments[2]) else {
        print("controls: \(Control.allCases.map(\.rawValue).joined(separator: " "))")
        exit(2)
    }
    let bytes: [UInt8] = (1...32).map { UInt8($0) }
    print(control.run(on: Secret.taint(bytes), bytes) == 0 ? "done" : "done.")
    exit(0)
}

let text = [UInt8](try Data(contentsOf: URL(fileURLWithPath: arguments[2])))
switch arguments[1] {
case "sign":
    let key = try RSAPrivateKey(credential: Secret.taint(text), policy: .legacy)
    print(tail(try key.signature(for: message)))
case "numbers":
    let numbers = try RSAPrivateKey(credential: text, policy: .legacy).components
    let key = try RSAPrivateKey(
        components: RSAPrivateComponents(
            modulus: numbers.modulus, publicExponent: numbers.publicExponent,
            privateExponent: secret(numbers.privateExponent),
            prime1: secret(numbers.prime1), prime2: secret(numbers.prime2),
            exponent1: secret(numbers.exponent1), exponent2: secret(numbers.exponent2),
            coefficient: secret(numbers.coefficient)),
        policy: .legacy)
    print(tail(try key.signature(for: message)))
case "recover":
    let numbers = try RSAPrivateKey(credential: text, policy: .legacy).components
    let key = try RSAPrivateKey(
        modulus: numbers.modulus, publicExponent: numbers.publicExponent,
        privateExponent: Secret.taint(numbers.privateExponent.copied()), policy: .legacy)
    print(tail(try key.signature(for: message)))
case "write":
    let key = try RSAPrivateKey(credential: Secret.taint(text), policy: .legacy)
    print(key.pkcs1DERRepresentation.count, key.derRepresentation.count)
default:
    print("unknown request \(arguments[1])")
    exit(2)
}
