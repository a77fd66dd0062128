extension Nat {
    /// self mod 97, of a public number: the prime with which keys of a flawed generator are recognised first.
    ///
    /// By a constant, because then the compiler makes a multiplication of the division: 800 instructions for 2048 bits.
    package func remainderModulo97VarTime() -> UInt32 {
        let radix = UInt32(truncatingIfNeeded: Limb.max % 97) &+ 1
        return withLimbs { limbs in
            var rest: UInt32 = 0
            for i in stride(from: count &- 1, through: 0, by: -1) {
                rest = (rest &* radix &+ UInt32(truncatingIfNeeded: limbs[i] % 97)) % 97
            }
            return rest
        }
    }
}
