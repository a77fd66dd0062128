import BigMod

/// What does the arithmetic of signatures and verifications. Every engine makes the same bytes, and every signature is
/// verified before it is released.
public enum RSAEngine: Sendable, Hashable, CaseIterable {
    /// Plain Swift on the machine's own words: on every machine, for keys of every size.
    case portable
    /// AVX-512 with 52-bit multiplication (Intel since Ice Lake, AMD since Zen 4, on Linux), for keys of 2048, 3072 and
    /// 4096 bits; keys of other sizes fall back to the portable engine.
    case avx512

    /// The engines that this program contains and this machine can run.
    public static var available: [RSAEngine] { allCases.filter { $0.engine.isAvailable } }

    /// What keys use unless they are told otherwise: the fastest that is available. The environment variable
    /// `RS256_ENGINE`, read once, may name `portable` or `avx512` instead; an engine that is not available is never used.
    public static var preferred: RSAEngine {
        switch Engine.preferred {
        case .portable: .portable
        case .avx512: .avx512
        }
    }

    /// The name by which `RS256_ENGINE` knows the engine.
    public var name: String {
        switch self {
        case .portable: "portable"
        case .avx512: "avx512"
        }
    }

    /// The same for the arithmetic.
    var engine: Engine {
        switch self {
        case .portable: .portable
        case .avx512: .avx512
        }
    }
}

extension RSAPrivateKey {
    /// The same key, to be used with `engine`; with the portable one where that is not available.
    public func using(_ engine: RSAEngine) -> RSAPrivateKey {
        var key = self
        key.engine = engine.engine.isAvailable ? engine.engine : .portable
        key.publicKey = publicKey.using(engine)
        return key
    }

    /// What this key signs with.
    public var signingEngine: RSAEngine {
        let hasKernel = [1024, 1536, 2048].contains(storage.crt.width &* Limb.bitWidth)
        return engine == .avx512 && hasKernel ? .avx512 : .portable
    }
}

extension RSAPublicKey {
    /// The same key, to be used with `engine`; with the portable one where that is not available.
    public func using(_ engine: RSAEngine) -> RSAPublicKey {
        var key = self
        key.engine = engine.engine.isAvailable ? engine.engine : .portable
        return key
    }

    /// What this key verifies with.
    public var verifyingEngine: RSAEngine {
        let hasKernel = [2048, 3072, 4096].contains(n.width &* Limb.bitWidth)
        return engine == .avx512 && hasKernel ? .avx512 : .portable
    }
}
