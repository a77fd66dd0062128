/// Names for tokens: 128 random bits in hexadecimal digits, from the same source for all contestants.
enum RandomIdentifier {
    static func next() -> String {
        var generator = SystemRandomNumberGenerator()
        return [generator.next(), generator.next()].map { (word: UInt64) in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
