#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    // Between the 64-bit limbs that the rest of the library computes with and the 52-bit limbs that the multiplier takes.
    // Limb i of the one are bits 52·i ... 52·i + 51 of the other:
    //
    //     64-bit  |       0       |       1       |       2       |       3       |
    //     52-bit  |     0     |     1     |     2     |     3     |     4     |  ...
    //
    // Four fifths of a limb each: sixteen words are twenty limbs less sixteen bits. `stride` is the distance of
    // consecutive limbs in words: 1 when the limbs of a number lie side by side, 8 when each has a vector to itself.

    /// How many 52-bit limbs numbers of `width` 64-bit limbs have. 16, 24 and 32 words are 20, 30 and
    /// 40 limbs, 48 and 64 words 60 and 80; the last of 80 lies above the words.
    @inline(__always)
    func limbCount(width: Int) -> Int { width &* 5 / 4 }

    extension LaneMemory {
        /// Stores `width` words at `source` as limbs, the first of them at word `first`.
        ///
        /// - Precondition: `width` is a multiple of 4.
        func store(_ source: UnsafePointer<UInt64>, width: Int, first: Int, stride: Int) {
            let count = limbCount(width: width)
            for i in 0..<count {
                let bit = 52 &* i
                let word = bit &>> 6
                let shift = UInt64(truncatingIfNeeded: bit & 63)
                // The words that there are; the tests are on public positions.
                let low = word < width ? unsafe source[word] : 0
                let next = word &+ 1 < width ? unsafe source[word &+ 1] : 0
                // Two shifts, because a shift by 64 - 0 would be a shift by nothing.
                let value = low &>> shift | (next &<< 1) &<< (63 &- shift)
                self[word: first &+ i &* stride] = value & ((1 &<< 52) &- 1)
            }
        }

        /// result ← the number mod m, in `width` words; its limbs begin at word `first`.
        ///
        /// - Precondition: the limbs are less than 2^52, the number is less than 3m.
        func loadReduced(
            _ result: UnsafeMutablePointer<UInt64>, modulus: UnsafePointer<UInt64>, width: Int, first: Int,
            stride: Int
        ) {
            let count = limbCount(width: width)
            // The bits not yet written, `filled` of them (a public number), fewer than 64 at the head of the loop.
            var pending: UInt128 = 0
            var filled = 0
            var word = 0
            for i in 0..<count {
                pending |=
                    UInt128(truncatingIfNeeded: self[word: first &+ i &* stride])
                    &<< UInt128(truncatingIfNeeded: filled)
                filled = filled &+ 52
                if filled >= 64 && word < width {
                    unsafe result[word] = UInt64(truncatingIfNeeded: pending)
                    pending = pending &>> 64
                    filled = filled &- 64
                    word = word &+ 1
                }
            }
            // 3m has two bits more than `width` words hold: they are left in `pending`.
            var top = UInt64(truncatingIfNeeded: pending)
            for _ in 0..<2 {
                top = unsafe subtractOnce(result, modulus, width: width, top: top)
            }
        }
    }

    /// (top, number) ← (top, number) − m when that is not negative. Returns the new top.
    private func subtractOnce(
        _ number: UnsafeMutablePointer<UInt64>, _ modulus: UnsafePointer<UInt64>, width: Int, top: UInt64
    ) -> UInt64 {
        var borrow: UInt64 = 0
        for i in 0..<width {
            let difference =
                unsafe UInt128(truncatingIfNeeded: number[i]) &- UInt128(truncatingIfNeeded: modulus[i])
                &- UInt128(truncatingIfNeeded: borrow)
            unsafe number[i] = UInt64(truncatingIfNeeded: difference)
            borrow = UInt64(truncatingIfNeeded: difference &>> 64) & 1
        }
        // Too much was taken when the borrow exceeds the top, 0 ... 3: add m again, or zero.
        let tooMuch = borrow & ((top | top &>> 1) ^ 1)
        let mask = 0 &- tooMuch
        var carry: UInt64 = 0
        for i in 0..<width {
            let sum =
                unsafe UInt128(truncatingIfNeeded: number[i])
                &+ UInt128(truncatingIfNeeded: modulus[i] & mask)
                &+ UInt128(truncatingIfNeeded: carry)
            unsafe number[i] = UInt64(truncatingIfNeeded: sum)
            carry = UInt64(truncatingIfNeeded: sum &>> 64)
        }
        return top &- (borrow ^ tooMuch)
    }

#endif
