import BigMod
import ConstantTime
import Glibc
import RSA
import TestSupport

// The AVX-512 kernels against the portable engine, which other checks compare with other software (.ci/engines).
//
//     EngineCheck COUNT [SEED]
//
// Powers of COUNT numbers at least, in sets of two and of eight and with public exponents, modulo numbers of every size
// that has a kernel. The numbers are made limb by limb of 52 bits, as the kernels see them, from the values at which carries
// begin and end. Then signature vectors through each engine. Prints how many of each kind were right; ends with 1 at the
// first that is not.

@main
enum EngineCheck {
    static func main() throws {
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        guard let count = numbers.first, count > 0 else {
            print("usage: EngineCheck COUNT [SEED]")
            exit(64)
        }
        guard Engine.avx512.isAvailable else {
            print("CAUTION: no AVX-512 here: nothing was compared")
            exit(0)
        }
        var operands = Operands(seed: UInt64(numbers.count > 1 ? numbers[1] : 1))
        var total = 0
        // Longer numbers take the square of the time; the shorter the more of them.
        for (width, share) in [(16, 10), (24, 5), (32, 3)] {
            for setCount in [2, 8, 6] {
                let sets = max(1, count * share / 54 / setCount)
                for number in 0..<sets {
                    expectEqual(
                        SecretPowers(width: width, count: setCount, &operands), "set \(number) of \(setCount)"
                    )
                }
                total += sets * setCount
                print("\(64 * width) bits: \(sets * setCount) powers in sets of \(setCount)")
            }
        }
        for (width, share) in [(32, 3), (48, 2), (64, 1)] {
            let powers = max(1, count * share / 30)
            for number in 0..<powers {
                expectEqual(SinglePublicPower(width: width, &operands), "number \(number)")
            }
            let sets = max(1, powers / 8)
            for number in 0..<sets {
                expectEqual(EightPublicPowers(width: width, &operands), "public set \(number)")
            }
            total += powers + 8 * sets
            print("\(64 * width) bits: \(powers) powers with public exponents, \(8 * sets) in sets of 8")
        }
        print("\(total) operands, both engines gave the same result for each")
        let vectors = try SignatureVectors()
        for engine in RSAEngine.available { try vectors.check(engine) }
    }

    private static func expectEqual(_ powers: some ComparedPowers, _ name: String) {
        let portable = powers.results(by: .portable), avx512 = powers.results(by: .avx512)
        for (i, (a, b)) in zip(portable, avx512).enumerated() {
            guard a.isEqual(to: b).revealed(as: .signature) else {
                print("error: \(powers.width) words, \(name): the engines differ in number \(i)")
                print(powers.description(of: i))
                exit(1)
            }
        }
    }
}

/// Powers that both engines can compute.
protocol ComparedPowers {
    /// The length of the modulus, in 64-bit words.
    var width: Int { get }
    func results(by engine: Engine) -> [Nat]
    /// The operands, for finding out what went wrong.
    func description(of index: Int) -> String
}
