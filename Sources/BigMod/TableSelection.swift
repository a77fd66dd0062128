import ConstantTime

extension Limbs {
    /// self ← the first `count` limbs of table entry number `index`, reading all of the table: neither the addresses nor
    /// their order depend on the index.
    ///
    /// Sixteen limbs at a time stay in vector registers while the whole table passes by; then four.
    ///
    /// - Precondition: `count` is a multiple of four; the table has `Exponentiation.tableSize` entries of `entrySize`
    ///   limbs, the last of which may end after `count`; `index` is one of them.
    func select(_ index: Limb, from table: Limbs, entrySize: Int) {
        // The mask of each entry, from a word that the optimiser knows nothing about: see `opaque`.
        let index = Limb(truncatingIfNeeded: opaque(UInt(truncatingIfNeeded: index)))
        var j = 0
        while count &- j >= 16 {
            var low = SIMD8<Limb>(repeating: 0), high = low
            for entry in 0..<Exponentiation.tableSize {
                let chosen = SIMD8(repeating: index.mask(ifEqual: entry))
                low |= table.vector8(entry &* entrySize &+ j) & chosen
                high |= table.vector8(entry &* entrySize &+ j &+ 8) & chosen
            }
            setVector8(j, low)
            setVector8(j &+ 8, high)
            j &+= 16
        }
        while j < count {
            var sum = SIMD4<Limb>(repeating: 0)
            for entry in 0..<Exponentiation.tableSize {
                sum |= table.vector4(entry &* entrySize &+ j) & SIMD4(repeating: index.mask(ifEqual: entry))
            }
            setVector4(j, sum)
            j &+= 4
        }
    }
}

extension Limb {
    /// All ones if self is `number`, else zero.
    ///
    /// x − 1 borrows into the top bit only for x = 0, as long as x has the top bit clear.
    ///
    /// - Precondition: both are less than half the radix.
    @inline(__always)
    fileprivate func mask(ifEqual number: Int) -> Limb {
        let x = self ^ Limb(truncatingIfNeeded: number)
        return 0 &- ((x &- 1) &>> Limb(truncatingIfNeeded: Limb.bitWidth &- 1))
    }
}
