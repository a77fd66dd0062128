extension Limbs {
    /// Takes the value of big-endian bytes, padded with zero limbs.
    ///
    /// - Precondition: the limbs hold as many bytes.
    package func assign(bigEndian bytes: UnsafeRawBufferPointer) {
        let bytesPerLimb = MemoryLayout<Limb>.size
        assert(bytes.count <= count &* bytesPerLimb, "number does not fit")
        let whole = bytes.count / bytesPerLimb
        for i in 0..<whole {
            let offset = bytes.count &- (i &+ 1) &* bytesPerLimb
            self[i] = unsafe Limb(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Limb.self))
        }
        for i in whole..<count { self[i] = 0 }
        // The bytes in front that do not fill a limb.
        for i in 0..<(bytes.count &- whole &* bytesPerLimb) {
            let byte = unsafe Limb(truncatingIfNeeded: bytes[i])
            self[whole] = (self[whole] &<< 8) | byte
        }
    }

    /// Writes the value as big-endian bytes. Higher limbs are left out, missing ones count as zero.
    package func store(bigEndian bytes: UnsafeMutableRawBufferPointer) {
        let bytesPerLimb = MemoryLayout<Limb>.size
        for i in 0..<bytes.count {
            let limb = i / bytesPerLimb < count ? self[i / bytesPerLimb] : 0
            let byte = UInt8(truncatingIfNeeded: limb &>> Limb(truncatingIfNeeded: 8 &* (i % bytesPerLimb)))
            unsafe bytes[bytes.count &- 1 &- i] = byte
        }
    }
}
