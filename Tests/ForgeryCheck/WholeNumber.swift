/// A natural number of any size with what it takes to find cubes. Public numbers only: its time depends on them.
struct WholeNumber {
    /// Least significant first.
    private var limbs: [UInt64]

    /// The number with these big-endian bytes.
    init(bigEndian bytes: [UInt8]) {
        limbs = [UInt64](repeating: 0, count: (bytes.count + 7) / 8)
        for (i, byte) in bytes.reversed().enumerated() {
            limbs[i / 8] |= UInt64(byte) << UInt64(8 * (i % 8))
        }
    }

    /// The big-endian bytes, `count` of them; nil when they do not suffice.
    func bigEndianBytes(_ count: Int) -> [UInt8]? {
        let bytes = limbs.flatMap { limb in (0..<8).map { UInt8(truncatingIfNeeded: limb >> (8 * $0)) } }
        guard bytes.dropFirst(count).allSatisfy({ $0 == 0 }) else { return nil }
        let padding = [UInt8](repeating: 0, count: max(0, count - bytes.count))
        return padding + bytes.prefix(count).reversed()
    }

    /// Bit number `index`, from the right.
    subscript(bit index: Int) -> Bool {
        get { index / 64 < limbs.count && limbs[index / 64] >> UInt64(index % 64) & 1 == 1 }
        set {
            if index / 64 >= limbs.count {
                limbs += [UInt64](repeating: 0, count: index / 64 + 1 - limbs.count)
            }
            let bit: UInt64 = 1 << UInt64(index % 64)
            limbs[index / 64] = newValue ? limbs[index / 64] | bit : limbs[index / 64] & ~bit
        }
    }

    /// Byte number `index`, from the right.
    subscript(byte index: Int) -> UInt8 {
        index / 8 < limbs.count ? UInt8(truncatingIfNeeded: limbs[index / 8] >> UInt64(8 * (index % 8))) : 0
    }

    /// The number of bits.
    var bitLength: Int {
        limbs.lastIndex { $0 != 0 }.map { 64 * ($0 + 1) - limbs[$0].leadingZeroBitCount } ?? 0
    }

    /// This number with its lowest `count` bits replaced by those of `low`.
    func replacingLowBits(_ count: Int, by low: WholeNumber) -> WholeNumber {
        var result = self
        for i in 0..<count { result[bit: i] = low[bit: i] }
        return result
    }

    static func + (a: WholeNumber, b: WholeNumber) -> WholeNumber {
        var sum = a
        sum.limbs += [UInt64](repeating: 0, count: max(a.limbs.count, b.limbs.count) + 1 - a.limbs.count)
        var carry = false
        for i in sum.limbs.indices {
            let (first, overflow) = sum.limbs[i].addingReportingOverflow(i < b.limbs.count ? b.limbs[i] : 0)
            let (second, again) = first.addingReportingOverflow(carry ? 1 : 0)
            sum.limbs[i] = second
            carry = overflow || again
        }
        if sum.limbs.last == 0 { sum.limbs.removeLast() }
        return sum
    }

    static func * (a: WholeNumber, b: WholeNumber) -> WholeNumber {
        var product = a
        product.limbs = [UInt64](repeating: 0, count: a.limbs.count + b.limbs.count)
        for (i, limb) in a.limbs.enumerated() {
            var carry: UInt128 = 0
            for (j, other) in b.limbs.enumerated() {
                let sum = UInt128(limb) * UInt128(other) + UInt128(product.limbs[i + j]) + carry
                product.limbs[i + j] = UInt64(truncatingIfNeeded: sum)
                carry = sum >> 64
            }
            product.limbs[i + b.limbs.count] = UInt64(carry)
        }
        return product
    }

    static func <= (a: WholeNumber, b: WholeNumber) -> Bool {
        for i in stride(from: max(a.limbs.count, b.limbs.count) - 1, through: 0, by: -1) {
            let (left, right) = (i < a.limbs.count ? a.limbs[i] : 0, i < b.limbs.count ? b.limbs[i] : 0)
            if left != right { return left < right }
        }
        return true
    }

    /// The third power.
    var cubed: WholeNumber { self * self * self }

    /// The largest number whose cube is not above this one, bit by bit.
    var cubeRoot: WholeNumber {
        var root = WholeNumber(bigEndian: [0])
        for i in stride(from: (bitLength + 2) / 3, through: 0, by: -1) {
            root[bit: i] = true
            if !(root.cubed <= self) { root[bit: i] = false }
        }
        return root
    }

    /// The number whose cube ends in the lowest `count` bits of this one, which must be odd: each further bit of the
    /// root decides one further bit of the cube, as its square is odd.
    func cubeRoot(lowBits count: Int) -> WholeNumber {
        var root = WholeNumber(bigEndian: [1])
        for i in 1..<count where root.cubed[bit: i] != self[bit: i] { root[bit: i] = true }
        return root
    }
}
