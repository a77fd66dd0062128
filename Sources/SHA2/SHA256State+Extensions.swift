#if RS256_SHA_EXTENSIONS
    import Processor
    import SHA2Extensions

    extension SHA256State {
        /// Whether the processor's SHA extensions do the work. Found out once; `RS256_ENGINE=portable` says no.
        private static let usesExtensions =
            shaExtensionsAreCompiledIn && Processor.hasSHAExtensions
            && Processor.environmentVariable("RS256_ENGINE") != "portable"

        /// Does the work of ``compress(_:blockCount:)`` if the processor can. Returns whether it did.
        @inline(__always)
        mutating func compressedByExtensions(_ start: UnsafeRawPointer, blockCount: Int) -> Bool {
            guard Self.usesExtensions else { return false }
            // A tuple of eight words lies in memory like an array of them; the pointer is used within the closure.
            unsafe withUnsafeMutableBytes(of: &words) { words in
                guard let state = words.baseAddress else { return }
                unsafe compressByExtensions(
                    state.assumingMemoryBound(to: UInt32.self), start, blockCount: blockCount)
            }
            return true
        }
    }
#else
    extension SHA256State {
        /// No extensions: see the other half of this file.
        @inline(__always)
        mutating func compressedByExtensions(_: UnsafeRawPointer, blockCount _: Int) -> Bool { false }
    }
#endif
