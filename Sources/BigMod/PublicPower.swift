/// One power of a public number, result ← base^e mod m. Signatures are verified in sets of these.
package struct PublicPower {
    /// Less than m, `width` limbs.
    let base: Limbs

    /// m.
    let modulus: PublicModulus

    /// Where the power goes: `width` limbs that do not overlap the base.
    let result: Limbs

    /// One power.
    ///
    /// - Precondition: base < m; base and result have the modulus's width and do not overlap.
    package init(base: Limbs, modulus: PublicModulus, result: Limbs) {
        self.base = base
        self.modulus = modulus
        self.result = result
    }

    /// How many fit side by side.
    package static var setCount: Int { 8 }

    /// Runs one to eight powers with one exponent side by side, if the engine has a kernel for their width. Returns whether
    /// it did.
    ///
    /// - Precondition: the moduli have one width; the exponent is odd and more than one; `scratch` has
    ///   `scratchCount(width:engine:)` limbs.
    /// - Complexity: for any number of powers the same, about four times that of one alone on the machine's own words.
    package static func runVarTime(
        _ set: [PublicPower], exponent: UInt64, by engine: Engine, scratch: Limbs
    ) -> Bool {
        runEight(set, exponent: exponent, by: engine, scratch: scratch)
    }

    /// The limbs of scratch memory that a set needs; 0 when the engine has no kernel for the width.
    package static func scratchCount(width: Int, engine: Engine) -> Int {
        kernelScratchCount(width: width, engine: engine)
    }
}
