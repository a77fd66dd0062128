// Makes signatures that are none, in every way that has fooled verifiers and in some that have not yet, and counts
// how many are accepted: none may be.
//
//     ForgeryCheck COUNT      about COUNT forgeries, the same ones every time
//
// Each family has its control: a verifier that is careless in the one way that the family needs must accept all of it.
import RSA
import SHA2
import TestSupport

@main
enum ForgeryCheck {
    static func main() throws {
        guard let count = CommandLine.arguments.dropFirst().first.flatMap({ Int($0) }) else {
            print("usage: ForgeryCheck COUNT")
            return
        }
        let keys = try loadKeys()
        for key in keys { checkRightSignatures(key) }

        let shares = Family.all.reduce(0) { $0 + $1.share }
        var total = Tally()
        print("  forgeries   accepted  by a lax verifier")
        for (index, family) in Family.all.enumerated() {
            let wanted = max(8, (count * family.share + shares - 1) / shares)
            let tally = run(family, wanted, keys, seed: UInt64(index))
            print(
                "\(column(tally.made, 11))\(column(tally.accepted, 11))\(column(tally.fooled, 11))  \(family.name)"
            )
            precondition(family.laxness.isEmpty || tally.fooled == tally.made, "no forgery: \(family.name)")
            total.add(tally)
        }
        print("\(column(total.made, 11))\(column(total.accepted, 11))\(column(total.fooled, 11))  in all")
        print(
            "\(total.cubic) with e = 3, \(total.made - total.cubic) with e = 65537; \(total.accepted) accepted"
        )
        precondition(total.accepted == 0, "a forgery was accepted")
    }

    /// What became of forgeries.
    struct Tally {
        var made = 0, accepted = 0, fooled = 0
        /// How many of them have e = 3.
        var cubic = 0

        mutating func add(_ other: Tally) {
            made += other.made
            accepted += other.accepted
            fooled += other.fooled
            cubic += other.cubic
        }
    }

    /// Keys of NIST with e = 3 and e = 65537, of 1024 and of 2048 bits.
    static func loadKeys() throws -> [ForgeryKey] {
        var keys: [ForgeryKey] = []
        for record in try ResponseFile("nist/SigVer15_186-3-SHA256.rsp", endingWith: "Result").records {
            // Where the result is F, the key may have been changed. 17 (hexadecimal 11) is the third exponent there.
            guard ["1024", "2048"].contains(record["mod"]), record["Result"]?.first == "P",
                record["e"]?.hasSuffix("11") == false
            else { continue }
            guard let key = try ForgeryKey(record) else { continue }
            if !keys.contains(where: { $0.byteCount == key.byteCount && $0.exponent == key.exponent }) {
                keys.append(key)
            }
        }
        precondition(keys.map(\.byteCount).sorted() == [128, 128, 256, 256], "keys are missing")
        precondition(keys.map(\.exponent).sorted() == [3, 3, 65537, 65537], "keys are missing")
        return keys
    }

    /// What is right must be accepted, or the check would accept a verifier that refuses everything.
    static func checkRightSignatures(_ key: ForgeryKey) {
        var workshop = Workshop(generator: SplitMix64(seed: 0), key: key)
        let right = (0..<100).compactMap { _ in workshop.right(workshop.bytes(16)) }
        let accepted = right.count { $0.key.publicKey.isValidSignature($0.signature, for: $0.message) }
        let byOther = right.count { LaxVerifier(laxness: []).accepts($0, hash: SHA256.hash($0.message)) }
        print(
            "\(8 * key.byteCount) bits, e = \(key.exponent): \(accepted) of \(right.count) right signatures accepted,"
                + " \(byOther) by the other verifier")
        precondition(right.count == 100 && accepted == 100 && byOther == 100, "a right signature was refused")
    }

    /// Makes forgeries of one family and gives them to the verifiers.
    static func run(_ family: Family, _ wanted: Int, _ keys: [ForgeryKey], seed: UInt64) -> Tally {
        let suitable = keys.filter { !family.isCube || ($0.exponent == 3 && $0.byteCount == 256) }
        let short = suitable.filter { $0.byteCount < 256 }, long = suitable.filter { $0.byteCount == 256 }
        var generator = SplitMix64(seed: seed)
        var tally = Tally()
        var attempts = 0
        while tally.made < wanted {
            // Long keys take eight times as long: every eighth forgery has one.
            let chosen = short.isEmpty || attempts.isMultiple(of: 8) ? long : short
            var workshop = Workshop(generator: generator, key: chosen[attempts / 8 % 2 % chosen.count])
            let forgery = family.make(&workshop)
            generator = workshop.generator
            attempts += 1
            precondition(attempts < 2000 * (wanted + 1), "cannot be made: \(family.name)")
            guard let forgery else { continue }
            tally.made += 1
            if forgery.key.exponent == 3 { tally.cubic += 1 }
            if forgery.key.publicKey.isValidSignature(forgery.signature, for: forgery.message) {
                tally.accepted += 1
                print("accepted: \(family.name), \(hexadecimal(forgery.signature))")
            }
            let hash = SHA256.hash(forgery.message)
            precondition(
                !LaxVerifier(laxness: []).accepts(forgery, hash: hash), "it is right: \(family.name)")
            if !family.laxness.isEmpty, LaxVerifier(laxness: family.laxness).accepts(forgery, hash: hash) {
                tally.fooled += 1
            }
        }
        return tally
    }

    static func column(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: " ", count: max(0, width - digits.count)) + digits
    }
}
