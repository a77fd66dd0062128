#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    import Builtin

    /// Eight 64-bit lanes: one AVX-512 register.
    ///
    /// A plain struct over the compiler's own vector instead of `SIMD8<UInt64>`: every operation below is one
    /// instruction, none goes through a generic function of the standard library. Such functions are emitted into the
    /// client, as weak symbols compiled with this target's flags; the linker may keep that copy for the whole program,
    /// which would then execute AVX-512 on machines without it. All operations here are inlined always, so that
    /// the object file defines nothing but the entry points.
    struct Lanes {
        let bits: Builtin.Vec8xInt64

        @inline(__always)
        init(_ bits: Builtin.Vec8xInt64) { self.bits = bits }

        /// Eight zeros.
        @inline(__always)
        static var zero: Lanes { Lanes(Builtin.zeroInitializer()) }

        /// The same number in all lanes (`vpbroadcastq`).
        @inline(__always)
        init(repeating x: UInt64) {
            let lane0 = Builtin.insertelement_Vec8xInt64_Int64_Int32(
                Lanes.zero.bits, x._value, Int32(0)._value)
            bits = Lanes(lane0).lane0Everywhere.bits
        }

        /// Lane 0 to lane 7.
        @inline(__always)
        init(
            _ l0: UInt64, _ l1: UInt64, _ l2: UInt64, _ l3: UInt64,
            _ l4: UInt64, _ l5: UInt64, _ l6: UInt64, _ l7: UInt64
        ) {
            var v = Lanes.zero.bits
            v = Builtin.insertelement_Vec8xInt64_Int64_Int32(v, l0._value, Int32(0)._value)
            v = Builtin.insertelement_Vec8xInt64_Int64_Int32(v, l1._value, Int32(1)._value)
            v = Builtin.insertelement_Vec8xInt64_Int64_Int32(v, l2._value, Int32(2)._value)
            v = Builtin.insertelement_Vec8xInt64_Int64_Int32(v, l3._value, Int32(3)._value)
            v = Builtin.insertelement_Vec8xInt64_Int64_Int32(v, l4._value, Int32(4)._value)
            v = Builtin.insertelement_Vec8xInt64_Int64_Int32(v, l5._value, Int32(5)._value)
            v = Builtin.insertelement_Vec8xInt64_Int64_Int32(v, l6._value, Int32(6)._value)
            v = Builtin.insertelement_Vec8xInt64_Int64_Int32(v, l7._value, Int32(7)._value)
            bits = v
        }
    }

    // MARK: - Arithmetic

    extension Lanes {
        /// self + low 52 bits of a·b. Of a and b only the low 52 bits of each lane count (`vpmadd52luq`).
        @inline(__always)
        func addingLow(_ a: Lanes, _ b: Lanes) -> Lanes {
            Lanes(Builtin.int_x86_avx512_vpmadd52l_uq_512(bits, a.bits, b.bits))
        }

        /// self + high 52 bits of the 104-bit product a·b (`vpmadd52huq`).
        @inline(__always)
        func addingHigh(_ a: Lanes, _ b: Lanes) -> Lanes {
            Lanes(Builtin.int_x86_avx512_vpmadd52h_uq_512(bits, a.bits, b.bits))
        }

        @inline(__always)
        static func &+ (a: Lanes, b: Lanes) -> Lanes { Lanes(Builtin.add_Vec8xInt64(a.bits, b.bits)) }

        @inline(__always)
        static func &- (a: Lanes, b: Lanes) -> Lanes { Lanes(Builtin.sub_Vec8xInt64(a.bits, b.bits)) }

        @inline(__always)
        static func & (a: Lanes, b: Lanes) -> Lanes { Lanes(Builtin.and_Vec8xInt64(a.bits, b.bits)) }

        @inline(__always)
        static func | (a: Lanes, b: Lanes) -> Lanes { Lanes(Builtin.or_Vec8xInt64(a.bits, b.bits)) }

        /// Each lane shifted by its own distance; 64 and more give 0 (`vpsrlvq`).
        @inline(__always)
        static func &>> (a: Lanes, b: Lanes) -> Lanes {
            Lanes(Builtin.int_x86_avx512_psrlv_q_512(a.bits, b.bits))
        }

        /// Each lane shifted by its own distance; 64 and more give 0 (`vpsllvq`).
        @inline(__always)
        static func &<< (a: Lanes, b: Lanes) -> Lanes {
            Lanes(Builtin.int_x86_avx512_psllv_q_512(a.bits, b.bits))
        }

        /// 2^52 - 1 in all lanes: the low limb of a column.
        @inline(__always)
        static var limbMask: Lanes { Lanes(repeating: (1 &<< 52) &- 1) }

        /// What each column carries to the next: its bits from 52 up.
        @inline(__always)
        var carry: Lanes { self &>> Lanes(repeating: 52) }

        /// The low 52 bits of each lane.
        @inline(__always)
        var limb: Lanes { self & .limbMask }

        /// The low `count` bits of each lane.
        @inline(__always)
        func limb(of count: UInt64) -> Lanes { self & Lanes(repeating: (1 &<< count) &- 1) }

        /// What a column that may be negative carries to the next, rounded down (`vpsraq`).
        @inline(__always)
        var signedCarry: Lanes { signedCarry(of: 52) }

        /// The same for a limb of `count` bits.
        @inline(__always)
        func signedCarry(of count: UInt64) -> Lanes {
            Lanes(Builtin.int_x86_avx512_psrav_q_512(bits, Lanes(repeating: count).bits))
        }
    }

    // MARK: - Between lanes

    // `count` numbers lie in the lanes, one or two: limb by limb, and of each limb that of the first number before that of the
    // second. As permutations by constants all this stays in the vector unit; an element that is read would travel through
    // a general register and back.
    extension Lanes {
        /// Lane 0 in all lanes (`vpbroadcastq`).
        @inline(__always)
        var lane0Everywhere: Lanes { Lanes(Builtin.int_x86_avx512_permvar_di_512(bits, Lanes.zero.bits)) }

        /// The lowest limb of each number in all lanes of that number (`vpbroadcastq`, `vshufi64x2`).
        @inline(__always)
        func lowest(_ count: Int) -> Lanes {
            count == 1
                ? lane0Everywhere
                : Lanes(Builtin.int_x86_avx512_permvar_di_512(bits, Lanes(0, 1, 0, 1, 0, 1, 0, 1).bits))
        }

        /// The limbs of self but the lowest, then the lowest of `next`: the numbers move down by a limb (`valignq`).
        @inline(__always)
        func movedDown(_ next: Lanes, _ count: Int) -> Lanes {
            let index =
                count == 1 ? Lanes(1, 2, 3, 4, 5, 6, 7, 8) : Lanes(2, 3, 4, 5, 6, 7, 8, 9)
            return Lanes(Builtin.int_x86_avx512_vpermi2var_q_512(bits, index.bits, next.bits))
        }

        /// The topmost limb of `previous`, then those of self but the topmost: the numbers move up by a limb (`valignq`).
        @inline(__always)
        func movedUp(_ previous: Lanes, _ count: Int) -> Lanes {
            let index =
                count == 1 ? Lanes(7, 8, 9, 10, 11, 12, 13, 14) : Lanes(6, 7, 8, 9, 10, 11, 12, 13)
            return Lanes(Builtin.int_x86_avx512_vpermi2var_q_512(previous.bits, index.bits, bits))
        }
    }

    // MARK: - Masks

    extension Lanes {
        /// Bit i is 1 when lane i is greater than that of `other` (`vpcmpuq`, `kmovb`).
        @inline(__always)
        func bitsWhereGreater(_ other: Lanes) -> UInt64 {
            UInt64(
                truncatingIfNeeded: UInt8(
                    Builtin.bitcast_Vec8xInt1_Int8(Builtin.cmp_ugt_Vec8xInt64(bits, other.bits))))
        }

        /// Bit i is 1 when lane i equals that of `other`.
        @inline(__always)
        func bitsWhereEqual(_ other: Lanes) -> UInt64 {
            UInt64(
                truncatingIfNeeded: UInt8(
                    Builtin.bitcast_Vec8xInt1_Int8(Builtin.cmp_eq_Vec8xInt64(bits, other.bits))))
        }

        /// All ones in lane i when bit i of `mask` is 1, else zero. Its bits from 8 up do not count.
        @inline(__always)
        init(allOnesWhere mask: UInt64) {
            bits = Builtin.sext_Vec8xInt1_Vec8xInt64(
                Builtin.bitcast_Int8_Vec8xInt1(UInt8(truncatingIfNeeded: mask)._value))
        }

        /// self, with the lanes of `other` where bit number `bit` of `index` is 1 (`vptestmq`, `vmovdqu64` with a mask).
        @inline(__always)
        func replaced(by other: Lanes, whereBit bit: UInt64, of index: Lanes) -> Lanes {
            let test = Builtin.cmp_ne_Vec8xInt64((index & Lanes(repeating: 1 &<< bit)).bits, Lanes.zero.bits)
            return Lanes(Builtin.select_Vec8xInt1_Vec8xInt64(test, other.bits, bits))
        }

        /// All ones in the lanes where the two are equal, else zero.
        @inline(__always)
        func allOnesWhereEqual(_ other: Lanes) -> Lanes {
            Lanes(Builtin.sext_Vec8xInt1_Vec8xInt64(Builtin.cmp_eq_Vec8xInt64(bits, other.bits)))
        }
    }

#endif
