#if RS256_AVX512 && arch(x86_64) && hasFeature(BuiltinModule)

    /// Consecutive vectors in memory: where the kernels read their operands and leave their results.
    ///
    /// This is the one place that touches raw memory. The offsets are public, they follow from the width of the numbers
    /// alone. The memory belongs to the caller, who also wipes it; it is aligned to 64 bytes, because a vector that
    /// straddles two cache lines costs two loads.
    @safe
    struct LaneMemory {
        private let start: UnsafeMutablePointer<Lanes>

        /// The vectors at `words`.
        ///
        /// - Precondition: aligned to 64 bytes, initialised, and so while the view is in use.
        @inline(__always)
        init(_ words: UnsafeMutablePointer<UInt64>) {
            unsafe start = UnsafeMutableRawPointer(words).assumingMemoryBound(to: Lanes.self)
        }

        @inline(__always)
        private init(start: UnsafeMutablePointer<Lanes>) { unsafe self.start = start }

        /// The vectors from number `offset` on.
        @inline(__always)
        static func + (memory: LaneMemory, offset: Int) -> LaneMemory {
            unsafe LaneMemory(start: memory.start + offset)
        }

        /// Vector number `index`.
        @inline(__always)
        subscript(index: Int) -> Lanes {
            get { unsafe start[index] }
            nonmutating set { unsafe start[index] = newValue }
        }

        /// Word number `index`, eight to a vector.
        @inline(__always)
        subscript(word index: Int) -> UInt64 {
            get { unsafe words[index] }
            nonmutating set { unsafe words[index] = newValue }
        }

        @inline(__always)
        private var words: UnsafeMutablePointer<UInt64> {
            unsafe UnsafeMutableRawPointer(start).assumingMemoryBound(to: UInt64.self)
        }

        /// One multiplication whose result, `numbers` numbers in turn, goes to `count` vectors here: the place where the fault
        /// check makes its errors.
        @inline(__always)
        func step(_ count: Int, numbers: Int, _ body: () -> Void) {
            #if RS256_FAULTS
                unsafe avx512FaultHook(words, 8 &* count, numbers, body)
            #else
                body()
            #endif
        }
    }

#endif
