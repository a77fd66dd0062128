/// The reasons for which something computed from a secret may steer a branch: the complete list.
///
/// An auditor starts here. Each case is used by few call sites, found by searching for its name.
public enum Declassification: Sendable {
    /// Where the lines and boundaries of a PEM text are, and whether it is well formed. The text's layout is
    /// the same for all keys of one size.
    case textLayout
    /// The tags and lengths of a DER encoding. They give the sizes of the numbers, not their values.
    case encodingLayout
    /// Whether a key is valid. A refused key is not used any more.
    case keyValidity
    /// The public half (n, e) of a private key.
    case publicKey
    /// A finished signature that has been verified, or the fact that it failed to verify. And of one that is being verified,
    /// whether the estimate of a digit of its quotient by the public n was one too large: so it is with a probability of some
    /// 2^-60, and of a number that somebody chose, he knows it.
    case signature
}

extension Choice {
    /// The choice as a `Bool` that may be branched on: this leaves the constant-time world.
    ///
    /// - Parameter reason: why the value is no secret, or no longer one.
    @inlinable
    public func revealed(as reason: Declassification) -> Bool {
        ConstantTime.revealed(UInt8(truncatingIfNeeded: bit), as: reason) != 0
    }
}

/// `byte`, which may be branched on or used as an index from here on: this leaves the constant-time world.
///
/// - Parameter reason: why the value is no secret, or no longer one.
@inline(never)
public func revealed(_ byte: UInt8, as reason: Declassification) -> UInt8 {
    #if RS256_TAINT
        // Under valgrind a byte that depends on a secret is an undefined byte. What is read from a table at an
        // undefined index is defined again; the one report that this makes, here, is suppressed.
        return unsafe identityTable[Int(byte)]
    #else
        return byte
    #endif
}

/// The same for all of `bytes`, where they are.
@inline(__always)
public func reveal(_ bytes: UnsafeMutableRawBufferPointer, as reason: Declassification) {
    #if RS256_TAINT
        for i in 0..<bytes.count { unsafe bytes[i] = revealed(bytes[i], as: reason) }
    #endif
}

#if RS256_TAINT
    /// table[i] = i, filled at run time so that the compiler cannot know it. Only in the build that is checked for
    /// constant time; it is never freed.
    nonisolated(unsafe) private let identityTable: UnsafeMutablePointer<UInt8> = {
        let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
        for i in 0..<256 { unsafe (table + i).initialize(to: UInt8(i)) }
        return unsafe table
    }()
#endif
