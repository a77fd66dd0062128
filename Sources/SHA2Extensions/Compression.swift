#if RS256_SHA_EXTENSIONS && arch(x86_64) && hasFeature(BuiltinModule)

    import Builtin

    // The compression function of SHA-256 (FIPS 180-4 section 6.2.2) by the processor's SHA extensions. One instruction
    // does two rounds, on the eight working variables in two registers of four:
    //
    //     word        3 2 1 0
    //     abef        A B E F          sha256rnds2: the variables after two rounds, of which the new ABEF is the result
    //     cdgh        C D G H          and the old ABEF the new CDGH, so that the names change places
    //
    // Two more compute four words of the message schedule from the sixteen before them:
    //
    //     sha256msg1   W(t−16) + σ0(W(t−15))
    //     sha256msg2   … + σ1(W(t−2)), after W(t−7) has been added

    /// Takes `blockCount` blocks of 64 bytes from `start` into the hash value H0...H7.
    ///
    /// - Precondition: the processor has the SHA extensions and SSE 4.1; `state` is the address of eight words.
    @unsafe
    package func compressByExtensions(
        _ state: UnsafeMutablePointer<UInt32>, _ start: UnsafeRawPointer, blockCount: Int
    ) {
        var s = unsafe WorkingVariables(
            abef: Words(state[5], state[4], state[1], state[0]),
            cdgh: Words(state[7], state[6], state[3], state[2]))
        for block in 0..<blockCount {
            let before = s
            let block = unsafe start + 64 &* block
            var w0 = unsafe Words(bigEndian: block)
            var w1 = unsafe Words(bigEndian: block + 16)
            var w2 = unsafe Words(bigEndian: block + 32)
            var w3 = unsafe Words(bigEndian: block + 48)

            // Rounds 0...15.
            s.fourRounds(w0, Words(0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5))
            s.fourRounds(w1, Words(0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5))
            s.fourRounds(w2, Words(0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3))
            s.fourRounds(w3, Words(0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174))

            // Rounds 16...31.
            w0 = scheduled(w0, w1, w2, w3)
            s.fourRounds(w0, Words(0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc))
            w1 = scheduled(w1, w2, w3, w0)
            s.fourRounds(w1, Words(0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da))
            w2 = scheduled(w2, w3, w0, w1)
            s.fourRounds(w2, Words(0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7))
            w3 = scheduled(w3, w0, w1, w2)
            s.fourRounds(w3, Words(0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967))

            // Rounds 32...47.
            w0 = scheduled(w0, w1, w2, w3)
            s.fourRounds(w0, Words(0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13))
            w1 = scheduled(w1, w2, w3, w0)
            s.fourRounds(w1, Words(0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85))
            w2 = scheduled(w2, w3, w0, w1)
            s.fourRounds(w2, Words(0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3))
            w3 = scheduled(w3, w0, w1, w2)
            s.fourRounds(w3, Words(0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070))

            // Rounds 48...63.
            w0 = scheduled(w0, w1, w2, w3)
            s.fourRounds(w0, Words(0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5))
            w1 = scheduled(w1, w2, w3, w0)
            s.fourRounds(w1, Words(0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3))
            w2 = scheduled(w2, w3, w0, w1)
            s.fourRounds(w2, Words(0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208))
            w3 = scheduled(w3, w0, w1, w2)
            s.fourRounds(w3, Words(0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2))

            s.abef = s.abef &+ before.abef
            s.cdgh = s.cdgh &+ before.cdgh
        }
        unsafe (state[0], state[1], state[4], state[5]) = (s.abef[3], s.abef[2], s.abef[1], s.abef[0])
        unsafe (state[2], state[3], state[6], state[7]) = (s.cdgh[3], s.cdgh[2], s.cdgh[1], s.cdgh[0])
    }

    /// a...h, in the order that the instruction wants.
    private struct WorkingVariables {
        var abef: Words, cdgh: Words

        /// Four rounds with four words of the schedule and their constants.
        @inline(__always)
        mutating func fourRounds(_ w: Words, _ k: Words) {
            let sum = w &+ k
            cdgh = Words(Builtin.int_x86_sha256rnds2(cdgh.bits, abef.bits, sum.bits))
            // The instruction takes words 0 and 1.
            let upper = Words(sum[2], sum[3], sum[2], sum[3])
            abef = Words(Builtin.int_x86_sha256rnds2(abef.bits, cdgh.bits, upper.bits))
        }
    }

    /// W(t)...W(t + 3) from the sixteen words before them.
    @inline(__always)
    private func scheduled(_ w0: Words, _ w1: Words, _ w2: Words, _ w3: Words) -> Words {
        let seventh = Words(w2[1], w2[2], w2[3], w3[0])
        let sum = Words(Builtin.int_x86_sha256msg1(w0.bits, w1.bits)) &+ seventh
        return Words(Builtin.int_x86_sha256msg2(sum.bits, w3.bits))
    }

#endif
