/// A natural number done the slow and obvious way: the oracle for the fast arithmetic. Base 2^16, so that every
/// intermediate value fits a machine word with room to spare, and division bit by bit.
public struct ReferenceInteger: Equatable, Comparable, Sendable {
    /// The digits, least significant first, without leading zeros.
    private var digits: [UInt32]

    private init(digits: [UInt32]) {
        self.digits = digits
        while self.digits.last == 0 { self.digits.removeLast() }
    }

    /// The number `word`.
    public init(_ word: UInt64) {
        self.init(digits: (0..<4).map { UInt32((word >> (16 * UInt64($0))) & 0xffff) })
    }

    /// The number with these big-endian bytes.
    public init(bigEndian bytes: [UInt8]) {
        var digits = [UInt32](repeating: 0, count: (bytes.count + 1) / 2)
        for (i, byte) in bytes.reversed().enumerated() {
            digits[i / 2] |= UInt32(byte) << (8 * UInt32(i % 2))
        }
        self.init(digits: digits)
    }

    /// The big-endian bytes, `count` of them; nil when they do not suffice.
    public func bigEndianBytes(_ count: Int) -> [UInt8]? {
        var bytes = digits.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
        while bytes.last == 0 { bytes.removeLast() }
        guard bytes.count <= count else { return nil }
        return ([UInt8](repeating: 0, count: count - bytes.count) + bytes.reversed())
    }

    /// How many bits the number has; 0 for zero.
    public var bitLength: Int {
        guard let top = digits.last else { return 0 }
        return digits.count * 16 - (top.leadingZeroBitCount - 16)
    }

    /// Bit number `index`, from the right.
    public func bit(_ index: Int) -> Bool {
        index / 16 < digits.count && (digits[index / 16] >> UInt32(index % 16)) & 1 == 1
    }

    /// Whether a < b.
    public static func < (a: Self, b: Self) -> Bool {
        guard a.digits.count == b.digits.count else { return a.digits.count < b.digits.count }
        return a.digits.reversed().lexicographicallyPrecedes(b.digits.reversed())
    }

    /// a + b.
    public static func + (a: Self, b: Self) -> Self {
        var sum: [UInt32] = []
        var carry: UInt32 = 0
        for i in 0..<max(a.digits.count, b.digits.count) {
            let digit =
                (i < a.digits.count ? a.digits[i] : 0) + (i < b.digits.count ? b.digits[i] : 0) + carry
            sum.append(digit & 0xffff)
            carry = digit >> 16
        }
        return Self(digits: sum + [carry])
    }

    /// a − b. Stops the test run when a < b.
    public static func - (a: Self, b: Self) -> Self {
        var difference: [UInt32] = []
        var borrow: UInt32 = 0
        for i in 0..<a.digits.count {
            let taken = (i < b.digits.count ? b.digits[i] : 0) + borrow
            borrow = a.digits[i] < taken ? 1 : 0
            difference.append(a.digits[i] + borrow * 0x10000 - taken)
        }
        precondition(borrow == 0 && a >= b, "negative difference")
        return Self(digits: difference)
    }

    /// a · b.
    public static func * (a: Self, b: Self) -> Self {
        var product = [UInt32](repeating: 0, count: a.digits.count + b.digits.count)
        for i in a.digits.indices {
            var carry: UInt32 = 0
            for j in b.digits.indices {
                let digit = UInt64(a.digits[i]) * UInt64(b.digits[j]) + UInt64(product[i + j]) + UInt64(carry)
                product[i + j] = UInt32(digit & 0xffff)
                carry = UInt32(digit >> 16)
            }
            product[i + b.digits.count] += carry
        }
        return Self(digits: product)
    }

    /// a mod m.
    public static func % (a: Self, m: Self) -> Self {
        var remainder = Self(0)
        for i in stride(from: a.bitLength - 1, through: 0, by: -1) {
            remainder = remainder + remainder
            if a.bit(i) { remainder = remainder + Self(1) }
            if remainder >= m { remainder = remainder - m }
        }
        return remainder
    }

    /// self^exponent mod m.
    public func power(_ exponent: Self, modulo m: Self) -> Self {
        var result = Self(1) % m
        for i in stride(from: exponent.bitLength - 1, through: 0, by: -1) {
            result = (result * result) % m
            if exponent.bit(i) { result = (result * self) % m }
        }
        return result
    }

    /// The greatest common divisor, by Euclid.
    public static func gcd(_ a: Self, _ b: Self) -> Self {
        b == Self(0) ? a : gcd(b, a % b)
    }
}
