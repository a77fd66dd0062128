// Makes errors in the middle of signatures, as a glitch or a bad memory cell would, and counts what gets out.
//
//     FaultCheck faults COUNT [BATCH]      COUNT errors with the check on, in signatures that are made BATCH at a time, or one:
//                                          no wrong one may be released
//     FaultCheck control COUNT [BATCH]     the same with the check off: most give the primes away
//     FaultCheck load                      every single bit of p, q, dP, dQ and qInv flipped: no such key may load
//
// Built with -DRS256_FAULTS; the product does not contain the hooks.
import BigMod
import ConstantTime
import RSA
import TestSupport

@main
enum FaultCheck {
    static let usage = "usage: FaultCheck faults COUNT [BATCH] | control COUNT [BATCH] | load"

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        #if RS256_FAULTS
            let key = try testKey()
            let batch = arguments.dropFirst(2).first.flatMap { Int($0) } ?? 1
            switch (arguments.first, arguments.dropFirst().first.flatMap { Int($0) }) {
            case ("faults", let count?): try FaultRun(key: key, batch: batch).checkOn(count)
            case ("control", let count?): try FaultRun(key: key, batch: batch).checkOff(count)
            case ("load", nil): try checkLoading(key)
            default: print(usage)
            }
        #else
            print(
                "\(arguments.isEmpty ? usage : "nothing to do"): build with -Xswiftc -DRS256_FAULTS, see .ci/faults"
            )
        #endif
    }

    /// The key of RFC 7515, appendix A.2: 2048 bits.
    static func testKey() throws -> RSAPrivateKey {
        try RSAPrivateKey(credential: try VectorFile.bytes("keys/generated/a2-pkcs1.pem"))
    }

    /// Flips each bit of each number of the key and loads it.
    static func checkLoading(_ key: RSAPrivateKey) throws {
        let good = key.components
        let numbers = [good.prime1, good.prime2, good.exponent1, good.exponent2, good.coefficient].map {
            $0.copied()
        }
        var refused = 0
        for (i, number) in numbers.enumerated() {
            for bit in 0..<(number.count * 8) {
                var changed = numbers
                changed[i][bit / 8] ^= 1 << UInt8(bit % 8)
                let secret = changed.map { SecretBytes(copying: $0) }
                let components = RSAPrivateComponents(
                    modulus: good.modulus, publicExponent: good.publicExponent,
                    privateExponent: good.privateExponent, prime1: secret[0], prime2: secret[1],
                    exponent1: secret[2], exponent2: secret[3], coefficient: secret[4])
                do throws(RSAKeyError) {
                    _ = try RSAPrivateKey(components: components)
                    print("accepted: number \(i), bit \(bit)")
                } catch {
                    refused += 1
                }
            }
        }
        let total = numbers.reduce(0) { $0 + $1.count * 8 }
        print("\(refused) of \(total) keys with one flipped bit refused")
        precondition(refused == total, "a damaged key was accepted")
    }
}
