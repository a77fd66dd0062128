/// `word` itself, by a way that the optimiser cannot see through.
///
/// A mask of all ones or all zeros tempts the optimiser: where it can prove that a word is one of the two, it may turn
/// `x & mask` into a jump, and has done so in a masked addition and in a table read of this package. `@inline(never)`
/// and `@_optimize(none)` keep it from looking into this function, so that it knows nothing of the result. What came
/// out is checked in the binary, by `.ci/constant-time`.
///
/// - Complexity: a call, about two nanoseconds. Use it on a mask before a loop, not on every word inside.
@inline(never) @_optimize(none)
public func opaque(_ word: UInt) -> UInt {
    word
}
