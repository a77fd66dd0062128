import ConstantTime

/// An odd modulus m with what Montgomery arithmetic needs to know about it, computed once.
///
/// With w bits in a limb and `width` limbs, R = 2^(w · width). The width is public. It is a multiple of four limbs, as
/// the kernel wants it, and may be larger than m needs, so that two moduli of different sizes (the primes of one key)
/// can be worked on side by side.
package struct Modulus: Sendable {
    /// m, `width` limbs.
    package let value: Nat

    /// R² mod m: multiplying by it takes a number into Montgomery form.
    let rSquared: Nat

    /// −m⁻¹ mod 2^w.
    let negatedInverse: Limb

    /// How many bits m has. Public.
    package let bitLength: Int

    /// How many limbs numbers modulo m have. Public.
    package var width: Int { value.count }

    /// The modulus m.
    ///
    /// - Parameters:
    ///   - value: m.
    ///   - width: the announced length of numbers modulo m, in limbs; without it, what m needs. It is rounded up to a
    ///     multiple of four.
    /// - Returns: nil when m is even or less than 3, which reveals that and nothing else.
    package init?(_ value: Nat, width: Int? = nil) {
        let bitLength = value.announcedBitLength()
        guard bitLength > 1, value.isOdd.revealed(as: .keyValidity) else { return nil }
        let width = (max(width ?? 0, Limb.count(bits: bitLength)) &+ 3) & ~3
        self.bitLength = bitLength
        self.value = value.resized(width)
        negatedInverse = value.withLimbs { negatedInverseModuloRadix($0[0]) }
        rSquared = radixSquared(modulo: self.value, bitLength: bitLength, negatedInverse)
    }
}

/// −x⁻¹ mod 2^w, by Newton's iteration, which doubles the number of right bits each time (Dumas, "On
/// Newton–Raphson iteration for multiplicative inverses modulo prime powers", 2014).
///
/// - Precondition: x is odd.
func negatedInverseModuloRadix(_ x: Limb) -> Limb {
    // x·x ≡ 1 mod 8 for odd x: three bits are right at the start, then 6, 12, 24, 48, 96.
    var inverse = x
    for _ in 0..<5 { inverse = inverse &* (2 &- x &* inverse) }
    return 0 &- inverse
}

/// R² mod m, without a division: 2^(bits − 1), which is less than m, is doubled modulo m until it is R·2^t, and squared in
/// Montgomery form, which doubles the t, until that is R·R. A squaring takes as long as some eight doublings, so t
/// begins at eight, or at the next larger number that becomes w · width by doubling.
private func radixSquared(modulo m: Nat, bitLength: Int, _ negatedInverse: Limb) -> Nat {
    let width = m.count, radixBits = width &* Limb.bitWidth
    // The width is a multiple of four limbs.
    let squarings = radixBits.trailingZeroBitCount &- 3
    let doublings = radixBits &+ (radixBits &>> squarings) &- (bitLength &- 1)
    return Nat(count: width) { x in
        m.withLimbs { m in
            x[(bitLength &- 1) / Limb.bitWidth] = 1 &<< Limb((bitLength &- 1) % Limb.bitWidth)
            for _ in 0..<doublings { x.double(modulo: m) }
            withScratch(MontgomeryKernel.scratchCount(width)) { scratch in
                for _ in 0..<squarings {
                    MontgomeryKernel.square(width, x, x, modulus: m, negatedInverse, scratch: scratch)
                    MontgomeryKernel.canonicalize(width, x, modulus: m, scratch: scratch)
                }
            }
        }
    }
}

extension Limbs {
    /// self ← 2·self mod m.
    ///
    /// - Precondition: self < m, equal counts.
    fileprivate func double(modulo m: Limbs) {
        let top = shiftLeft(1)
        let borrow = subtract(m)
        // The difference was negative when it borrowed more than the bit that was shifted out.
        add(m, where: Limb.mask(borrow & (top ^ 1)))
    }
}

// MARK: - Arithmetic modulo m

// A number in Montgomery form is any number less than R that is congruent to a·R: it need not be less than m (see
// `MontgomeryKernel`). Out of Montgomery form, numbers are less than m again.
extension Modulus {
    /// The limbs of scratch memory that everything here needs, unless it says otherwise.
    package var scratchCount: Int { MontgomeryKernel.scratchCount(width) }

    /// result ← a·b·R⁻¹ modulo m, less than R.
    ///
    /// - Precondition: all have `width` limbs; `scratch` has `scratchCount`. `result` may be `a` or `b`.
    package func montgomeryMultiply(_ result: Limbs, _ a: Limbs, _ b: Limbs, scratch: Limbs) {
        step(result) { m in
            MontgomeryKernel.multiply(width, result, a, b, modulus: m, negatedInverse, scratch: scratch)
        }
    }

    /// result ← a²·R⁻¹ modulo m, less than R.
    ///
    /// - Precondition: as for the product.
    package func montgomerySquare(_ result: Limbs, _ a: Limbs, scratch: Limbs) {
        step(result) { m in
            MontgomeryKernel.square(width, result, a, modulus: m, negatedInverse, scratch: scratch)
        }
    }

    /// result ← a·R modulo m, less than R and less than 2m: into Montgomery form, for any a of up to `2·width` limbs.
    package func enterMontgomery(_ result: Limbs, _ a: Limbs, scratch: Limbs) {
        let isLong = a.count > result.count
        if isLong { reduce(result, a, scratch: scratch) }
        rSquared.withLimbs { montgomeryMultiply(result, isLong ? result : a, $0, scratch: scratch) }
    }

    /// result ← a·R⁻¹ mod m: out of Montgomery form, for any a of `width` limbs.
    package func leaveMontgomery(_ result: Limbs, _ a: Limbs, scratch: Limbs) {
        scratch.slice(0, count: 2 &* width).assign(a)
        // (a + q·m)/R ≤ (R − 1 + (R − 1)·m)/R < m + 1.
        step(result) { MontgomeryKernel.reduce(width, result, scratch, modulus: $0, negatedInverse) }
        canonicalize(result, scratch: scratch)
    }

    /// result ← a·b·R⁻¹ mod m, less than m.
    ///
    /// - Precondition: one of a and b is less than m: then the product is less than 2m before it is reduced.
    package func multiply(_ result: Limbs, _ a: Limbs, _ b: Limbs, scratch: Limbs) {
        montgomeryMultiply(result, a, b, scratch: scratch)
        canonicalize(result, scratch: scratch)
    }

    /// result ← result mod m.
    ///
    /// - Precondition: result < 2m.
    private func canonicalize(_ result: Limbs, scratch: Limbs) {
        value.withLimbs { MontgomeryKernel.canonicalize(width, result, modulus: $0, scratch: scratch) }
    }

    /// One Montgomery step with the limbs of m: the place where the fault check makes its errors.
    @inline(__always)
    private func step(_ result: Limbs, _ body: (Limbs) -> Void) {
        #if RS256_FAULTS
            Fault.inject(into: result) { value.withLimbs(body) }
        #else
            value.withLimbs(body)
        #endif
    }

    /// result ← a − b mod m.
    ///
    /// - Precondition: a, b < m; `width` limbs each. `result` may be `a`, not `b`.
    package func subtract(_ result: Limbs, _ a: Limbs, _ b: Limbs) {
        for i in 0..<width { result[i] = a[i] }
        let borrow = result.subtract(b)
        _ = value.withLimbs { result.add($0, where: Limb.mask(borrow)) }
    }

    /// result ← a mod m, for a of up to `2·width` limbs.
    ///
    /// No division: reducing a leaves a·R⁻¹, less than R, and multiplying that by R² makes up for both factors R⁻¹.
    package func reduce(_ result: Limbs, _ a: Limbs, scratch: Limbs) {
        scratch.slice(0, count: 2 &* width).assign(a)
        step(result) { MontgomeryKernel.reduce(width, result, scratch, modulus: $0, negatedInverse) }
        rSquared.withLimbs { multiply(result, result, $0, scratch: scratch) }
    }
}

// MARK: - On whole numbers, for loading and checking keys

extension Modulus {
    /// a mod m, for a of any announced length up to `2·width`.
    package func reduced(_ a: Nat) -> Nat {
        Nat(count: width) { result in
            withScratch(scratchCount) { scratch in
                a.withLimbs { reduce(result, $0, scratch: scratch) }
            }
        }
    }

    /// a·R mod m.
    ///
    /// - Precondition: a has `width` limbs.
    package func montgomeryForm(_ a: Nat) -> Nat {
        Nat(count: width) { result in
            withScratch(scratchCount) { scratch in
                a.withLimbs { a in rSquared.withLimbs { multiply(result, a, $0, scratch: scratch) } }
            }
        }
    }

    /// a·b mod m.
    ///
    /// - Precondition: a, b have `width` limbs, and b < m.
    package func multiplied(_ a: Nat, _ b: Nat) -> Nat {
        Nat(count: width) { result in
            withScratch(scratchCount) { scratch in
                a.withLimbs { enterMontgomery(result, $0, scratch: scratch) }
                b.withLimbs { multiply(result, result, $0, scratch: scratch) }
            }
        }
    }

    /// base^exponent mod m.
    ///
    /// - Parameters:
    ///   - base: less than m, `width` limbs.
    ///   - exponent: any number; its announced length is public.
    /// - Complexity: as many squarings as the exponent has announced bits.
    package func power(_ base: Nat, _ exponent: Nat) -> Nat {
        let bits = exponent.count &* Limb.bitWidth
        return Nat(count: width) { result in
            withScratch(Exponentiation.scratchCount(width: width)) { scratch in
                base.withLimbs { base in
                    exponent.withLimbs { exponent in
                        Exponentiation(
                            base: base, exponent: exponent, exponentBitLength: bits, modulus: self,
                            result: result
                        ).run(scratch: scratch)
                    }
                }
            }
        }
    }
}

/// Calls `body` with `count` limbs of memory that is wiped afterwards.
package func withScratch<R>(_ count: Int, _ body: (Limbs) -> R) -> R {
    // Aligned for any limb, used as limbs only, alive to the end of the closure.
    unsafe withWorkingMemory(byteCount: count &* MemoryLayout<Limb>.stride) { bytes in
        let start = unsafe bytes.baseAddress.unsafelyUnwrapped
        return unsafe body(Limbs(start: start.assumingMemoryBound(to: Limb.self), count: count))
    }
}
