import BigMod
import ConstantTime
import TestSupport

/// Requests about arithmetic modulo one number after the other. Numbers are in hexadecimal with an even number of
/// digits, widths in limbs and in decimal.
///
///     modulus M WIDTH       modulus WIDTH BITS  m for the following requests, of at least this width; limbs of BITS bits
///     multiply A B          number HEX          a·b mod m, for b < m and a of the width
///     square A              number HEX          a² mod m, for a of the width
///     reduce A              number HEX          a mod m, for a of twice the width
///     power A E             number HEX          a^e mod m, for a < m, in constant time
///     public A E            number HEX          a^e mod m, for a < m and odd e, 1 < e < 2^64, in variable time
///     set E  A M …          numbers HEX …       a^e mod m for each a < m, as a set run by the engine; one width
///     products N DIGITS     numbers HEX         a·b mod m for all a, b of N limbs from DIGITS, b < m; N at most the width
///     remainders N DIGITS   numbers HEX         a mod m for all a of N limbs from DIGITS; N at most twice the width
///
/// DIGITS are limbs of 8 bits. The last two take the numbers in the order in which the lowest limb changes fastest, b in
/// the outer loop, and write their results one after the other.
struct ModulusSession {
    private var modulus: Modulus?

    /// The answer, or nil when the request is not one of these.
    mutating func answer(to words: [String]) -> String? {
        if words[0] == "modulus", words.count == 3 {
            modulus = Modulus(Nat(bigEndian: bytes(hexadecimal: words[1])), width: Int(words[2]))
            return modulus.map { "modulus \($0.width) \(Limb.bitWidth)" } ?? "error no modulus"
        }
        let numbers = { words.dropFirst().map { Nat(bigEndian: bytes(hexadecimal: $0)) } }
        if words[0] == "set" { return set(numbers()) }
        guard let modulus else { return nil }
        switch (words[0], words.count) {
        case ("multiply", 3):
            return number(
                modulus.multiplied(numbers()[0].resized(modulus.width), numbers()[1].resized(modulus.width)))
        case ("square", 2):
            return number(modulus.square(numbers()[0].resized(modulus.width)))
        case ("reduce", 2):
            return number(modulus.reduced(numbers()[0]))
        case ("power", 3):
            return number(modulus.power(numbers()[0].resized(modulus.width), numbers()[1]))
        case ("public", 3):
            guard let publicModulus = PublicModulus(modulus.value), let exponent = UInt64(words[2], radix: 16)
            else { return nil }
            let power = publicModulus.power(numbers()[0].resized(publicModulus.width), exponent)
            // A public modulus takes no more limbs than it needs.
            return number(power.resized(modulus.width))
        case ("products", 3):
            return Int(words[1]).map {
                "numbers " + modulus.products(all(of: $0, from: bytes(hexadecimal: words[2])))
            }
        case ("remainders", 3):
            return Int(words[1]).map {
                let numbers = all(of: $0, from: bytes(hexadecimal: words[2]))
                return "numbers " + numbers.map { modulus.reduced($0).hexadecimal }.joined()
            }
        default:
            return nil
        }
    }

    private func number(_ number: Nat) -> String { "number \(number.hexadecimal)" }

    /// Every number of `count` limbs of 8 bits from `digits`.
    private func all(of count: Int, from digits: [UInt8]) -> [Nat] {
        var numbers: [[UInt8]] = [[]]
        for _ in 0..<count { numbers = digits.flatMap { digit in numbers.map { [digit] + $0 } } }
        return numbers.map { Nat(bigEndian: $0) }
    }

    /// a^e mod m for each pair (a, m) that follows e in `numbers`.
    private func set(_ numbers: [Nat]) -> String {
        let exponent = numbers[0]
        let pairs = stride(from: 1, to: numbers.count - 1, by: 2).map {
            (numbers[$0], Modulus(numbers[$0 + 1]))
        }
        guard let width = pairs.first?.1?.width, pairs.allSatisfy({ $0.1?.width == width }) else {
            return "error the moduli are not of one width"
        }
        let bits = exponent.count * Limb.bitWidth
        let sized = exponent.resized(max(width, exponent.count))
        let engine = Engine.preferred
        let results = Nat(count: pairs.count * width) { results in
            withScratch(Exponentiation.scratchCount(width: width, setCount: pairs.count, engine: engine)) {
                scratch in
                var set: [Exponentiation] = []
                for (i, (base, modulus)) in pairs.enumerated() {
                    guard let modulus else { continue }
                    let result = results.slice(i * width, count: width)
                    base.withLimbs { result.assign($0) }
                    set.append(
                        Exponentiation(
                            base: result, exponent: unsafe sized.borrowedLimbs, exponentBitLength: bits,
                            modulus: modulus, result: result))
                }
                withExtendedLifetime(sized) { Exponentiation.run(set, by: engine, scratch: scratch) }
            }
        }
        let answers = pairs.indices.map { i in
            results.withLimbs { all in Nat(count: width) { $0.assign(all.slice(i * width, count: width)) } }
                .hexadecimal
        }
        return "numbers " + answers.joined(separator: " ")
    }
}

extension Modulus {
    /// a² mod m by the squaring that exponentiations use.
    fileprivate func square(_ a: Nat) -> Nat {
        Nat(count: width) { result in
            withScratch(scratchCount) { scratch in
                a.withLimbs { enterMontgomery(result, $0, scratch: scratch) }
                montgomerySquare(result, result, scratch: scratch)
                leaveMontgomery(result, result, scratch: scratch)
            }
        }
    }

    /// a·b mod m for every a and every b < m.
    fileprivate func products(_ operands: [Nat]) -> String {
        let operands = operands.map { $0.resized(width) }
        let factors = operands.filter { $0.isLess(than: value).revealed(as: .publicKey) }
        return factors.map { b in operands.map { multiplied($0, b).hexadecimal }.joined() }.joined()
    }
}

extension PublicModulus {
    /// base^exponent mod m as verification computes it.
    fileprivate func power(_ base: Nat, _ exponent: UInt64) -> Nat {
        Nat(count: width) { result in
            withScratch(powerVarTimeScratchCount(by: .preferred)) { scratch in
                base.withLimbs {
                    powerVarTime(result, $0, exponent: exponent, by: .preferred, scratch: scratch)
                }
            }
        }
    }
}

extension Nat {
    /// All digits of the announced length.
    fileprivate var hexadecimal: String {
        TestSupport.hexadecimal(bigEndianBytes(count * MemoryLayout<Limb>.size).copied())
    }
}
