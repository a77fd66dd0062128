#if RS256_SHA_EXTENSIONS && arch(x86_64) && hasFeature(BuiltinModule)

    import Builtin

    /// Four 32-bit words: one register.
    ///
    /// Like `Lanes` of `BigModAVX512` a plain struct over the compiler's own vector, all of it inlined, so that the object
    /// file defines nothing that another one could share.
    struct Words {
        let bits: Builtin.Vec4xInt32

        @inline(__always)
        init(_ bits: Builtin.Vec4xInt32) { self.bits = bits }

        /// Word 0 to word 3.
        @inline(__always)
        init(_ w0: UInt32, _ w1: UInt32, _ w2: UInt32, _ w3: UInt32) {
            var v: Builtin.Vec4xInt32 = Builtin.zeroInitializer()
            v = Builtin.insertelement_Vec4xInt32_Int32_Int32(v, w0._value, Int32(0)._value)
            v = Builtin.insertelement_Vec4xInt32_Int32_Int32(v, w1._value, Int32(1)._value)
            v = Builtin.insertelement_Vec4xInt32_Int32_Int32(v, w2._value, Int32(2)._value)
            v = Builtin.insertelement_Vec4xInt32_Int32_Int32(v, w3._value, Int32(3)._value)
            bits = v
        }

        /// Four words of a message, big-endian. The address need not be aligned.
        @inline(__always)
        init(bigEndian start: UnsafeRawPointer) {
            unsafe self.init(
                UInt32(bigEndian: start.loadUnaligned(as: UInt32.self)),
                UInt32(bigEndian: start.loadUnaligned(fromByteOffset: 4, as: UInt32.self)),
                UInt32(bigEndian: start.loadUnaligned(fromByteOffset: 8, as: UInt32.self)),
                UInt32(bigEndian: start.loadUnaligned(fromByteOffset: 12, as: UInt32.self)))
        }

        /// Word number `index`, 0 to 3.
        @inline(__always)
        subscript(index: Int32) -> UInt32 {
            UInt32(Builtin.extractelement_Vec4xInt32_Int32(bits, index._value))
        }

        @inline(__always)
        static func &+ (a: Words, b: Words) -> Words { Words(Builtin.add_Vec4xInt32(a.bits, b.bits)) }
    }

#endif
