// Does the time of an operation depend on its secrets? A statistical test in the manner of dudect (Reparaz, Balasch and
// Verbauwhede, "Dude, is my code constant time?", 2017): two classes of inputs in random order, and Welch's t-test over
// their times, whole and cropped. |t| stays below 4.5 or so if there is no difference, and grows with the square root of
// the number of measurements if there is one.
//
//     TimingCheck [SECONDS [ENGINE]]      so many seconds for each operation, 60 by default
//
// It needs a quiet machine and a long time, so it is not among the checks that .ci/run runs. The control, a comparison
// with an early exit, must pass |t| = 10.
import ConstantTime
import Foundation
import RSA
import TestSupport

@main
enum TimingCheck {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        let seconds = arguments.first.flatMap { Double($0) } ?? 60
        let engine = RSAEngine.available.first { $0.name == arguments.dropFirst().first } ?? .preferred
        print(
            "engine \(engine.name), \(seconds) s for each; suspicious from |t| = 4.5 on, a leak from |t| = 10 on"
        )

        let keys = try Keys(engine: engine)
        let fixed = Array("a fixed message!".utf8)
        var generator = SplitMix64(seed: 1)
        // Both classes are made in the same way and in fresh memory: that must not be what is measured.
        func input(_ isFixed: Bool, _ fixed: [UInt8]) -> [UInt8] {
            let mask: UInt8 = isFixed ? 0 : 0xff
            return zip(fixed, generator.bytes(fixed.count)).map { $0 & ~mask | $1 & mask }
        }
        var worst = 0.0
        for operation in [
            Operation("signing a fixed message against random ones") { isFixed in
                let message = input(isFixed, fixed)
                return { (try? keys.first.signature(for: message))?.count ?? 0 }
            },
            Operation("signing with one key against another") { isFixed in
                let key = isFixed ? keys.first : keys.second
                let message = input(false, fixed)
                return { (try? key.signature(for: message))?.count ?? 0 }
            },
            Operation("comparing equal bytes against random ones") { isFixed in
                let bytes = input(isFixed, keys.bytes)
                return { Choice.isEqual(bytes, keys.bytes).revealed(as: .signature) ? 1 : 0 }
            },
        ] {
            worst = max(worst, operation.measure(seconds: seconds))
        }

        let control = Operation("control: comparing with an early exit") { isFixed in
            let bytes = input(isFixed, keys.bytes)
            return { earlyExit(bytes, keys.bytes) }
        }
        let found = control.measure(seconds: min(seconds, 5))
        guard found > 10 else {
            print("the control was not found: the measurement is blind")
            exit(1)
        }
        guard worst < 10 else { exit(1) }
    }

    /// The mistake: the number of equal bytes at the start.
    @inline(never)
    static func earlyExit(_ a: [UInt8], _ b: [UInt8]) -> Int {
        for i in a.indices where a[i] != b[i] { return i }
        return a.count
    }
}

/// Two keys of one size with the same exponent, and some bytes to compare.
struct Keys {
    let first: RSAPrivateKey, second: RSAPrivateKey
    let bytes: [UInt8]

    init(engine: RSAEngine) throws {
        first = try RSAPrivateKey(credential: VectorFile.bytes("keys/generated/a2-pkcs1.pem")).using(engine)
        // The same numbers with p and q exchanged: another key to the engine, as much work to verify.
        let numbers = first.components
        second = try RSAPrivateKey(
            modulus: numbers.modulus, publicExponent: numbers.publicExponent,
            privateExponent: numbers.privateExponent.copied(),
            prime1: numbers.prime2.copied(), prime2: numbers.prime1.copied()
        ).using(engine)
        bytes = numbers.privateExponent.copied()
    }
}
