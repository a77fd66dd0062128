#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    import Builtin

    /// Four 64-bit lanes: half an AVX-512 register. Twenty limbs fill five of these and no lane is left over. Every
    /// operation is one instruction, and does what its namesake of ``Lanes`` does.
    struct HalfLanes: LaneVector {
        let bits: Builtin.Vec4xInt64

        @inline(__always)
        init(_ bits: Builtin.Vec4xInt64) { self.bits = bits }

        @inline(__always)
        static var count: Int { 4 }

        @inline(__always)
        static var zero: HalfLanes { HalfLanes(Builtin.zeroInitializer()) }

        @inline(__always)
        init(repeating x: UInt64) {
            let lane0 = Builtin.insertelement_Vec4xInt64_Int64_Int32(
                HalfLanes.zero.bits, x._value, Int32(0)._value)
            bits = HalfLanes(lane0).lane0Everywhere.bits
        }

        @inline(__always)
        init(lane0 x: UInt64, rest: UInt64) { self.init(x, rest, rest, rest) }

        /// Lane 0 to lane 3.
        @inline(__always)
        init(_ l0: UInt64, _ l1: UInt64, _ l2: UInt64, _ l3: UInt64) {
            var v = HalfLanes.zero.bits
            v = Builtin.insertelement_Vec4xInt64_Int64_Int32(v, l0._value, Int32(0)._value)
            v = Builtin.insertelement_Vec4xInt64_Int64_Int32(v, l1._value, Int32(1)._value)
            v = Builtin.insertelement_Vec4xInt64_Int64_Int32(v, l2._value, Int32(2)._value)
            v = Builtin.insertelement_Vec4xInt64_Int64_Int32(v, l3._value, Int32(3)._value)
            bits = v
        }
    }

    // MARK: - Arithmetic

    extension HalfLanes {
        @inline(__always)
        func addingLow(_ a: HalfLanes, _ b: HalfLanes) -> HalfLanes {
            HalfLanes(Builtin.int_x86_avx512_vpmadd52l_uq_256(bits, a.bits, b.bits))
        }

        @inline(__always)
        func addingHigh(_ a: HalfLanes, _ b: HalfLanes) -> HalfLanes {
            HalfLanes(Builtin.int_x86_avx512_vpmadd52h_uq_256(bits, a.bits, b.bits))
        }

        @inline(__always)
        static func &+ (a: HalfLanes, b: HalfLanes) -> HalfLanes {
            HalfLanes(Builtin.add_Vec4xInt64(a.bits, b.bits))
        }

        @inline(__always)
        static func &- (a: HalfLanes, b: HalfLanes) -> HalfLanes {
            HalfLanes(Builtin.sub_Vec4xInt64(a.bits, b.bits))
        }

        @inline(__always)
        static func & (a: HalfLanes, b: HalfLanes) -> HalfLanes {
            HalfLanes(Builtin.and_Vec4xInt64(a.bits, b.bits))
        }

        @inline(__always)
        static func | (a: HalfLanes, b: HalfLanes) -> HalfLanes {
            HalfLanes(Builtin.or_Vec4xInt64(a.bits, b.bits))
        }

        @inline(__always)
        static func &>> (a: HalfLanes, b: HalfLanes) -> HalfLanes {
            HalfLanes(Builtin.int_x86_avx2_psrlv_q_256(a.bits, b.bits))
        }
    }

    // MARK: - Between lanes

    extension HalfLanes {
        @inline(__always)
        var lane0Everywhere: HalfLanes {
            HalfLanes(Builtin.int_x86_avx512_permvar_di_256(bits, HalfLanes.zero.bits))
        }

        @inline(__always)
        func movedDown(_ next: HalfLanes) -> HalfLanes {
            HalfLanes(Builtin.int_x86_avx512_vpermi2var_q_256(bits, HalfLanes(1, 2, 3, 4).bits, next.bits))
        }

        @inline(__always)
        func movedUp(_ previous: HalfLanes) -> HalfLanes {
            HalfLanes(
                Builtin.int_x86_avx512_vpermi2var_q_256(previous.bits, HalfLanes(3, 4, 5, 6).bits, bits))
        }
    }

    // MARK: - Masks

    extension HalfLanes {
        @inline(__always)
        func bitsWhereGreater(_ other: HalfLanes) -> UInt64 {
            UInt64(
                Builtin.zext_Int4_Int64(
                    Builtin.bitcast_Vec4xInt1_Int4(Builtin.cmp_ugt_Vec4xInt64(bits, other.bits))))
        }

        @inline(__always)
        func bitsWhereEqual(_ other: HalfLanes) -> UInt64 {
            UInt64(
                Builtin.zext_Int4_Int64(
                    Builtin.bitcast_Vec4xInt1_Int4(Builtin.cmp_eq_Vec4xInt64(bits, other.bits))))
        }

        @inline(__always)
        init(allOnesWhere mask: UInt64) {
            bits = Builtin.sext_Vec4xInt1_Vec4xInt64(
                Builtin.bitcast_Int4_Vec4xInt1(Builtin.trunc_Int64_Int4(mask._value)))
        }

        @inline(__always)
        func allOnesWhereEqual(_ other: HalfLanes) -> HalfLanes {
            HalfLanes(Builtin.sext_Vec4xInt1_Vec4xInt64(Builtin.cmp_eq_Vec4xInt64(bits, other.bits)))
        }
    }

#endif
