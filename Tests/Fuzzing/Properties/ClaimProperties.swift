import JOSE

/// The rules for claims: what a policy accepts is what a reading of RFC 7519 with wide integers accepts.
enum ClaimProperties {
    private static let now: Int64 = 1_700_000_000
    private static let policies = [
        JWTPolicy(leeway: 0, now: now),
        JWTPolicy(
            issuer: "me", audience: "you", subject: "him", leeway: 60, now: now, requiredClaims: ["jti"],
            maximumAge: 600),
    ]

    static func check(_ input: [UInt8]) throws(Violation) {
        guard let object = (try? JSONValue(parsing: input))?.objectValue else { return }
        let claims = JWTClaims(object)
        for policy in policies {
            var isAccepted = true
            do throws(JWTError) {
                try policy.check(claims)
            } catch {
                isAccepted = false
                try require(!error.description.isEmpty, "an error describes itself")
            }
            guard let expected = expectation(object, policy) else { continue }
            try require(isAccepted == expected, "claims are accepted as RFC 7519 says")
        }
        var copy = JWTClaims()
        for (name, value) in object.members { copy[name] = value }
        try require(copy == claims, "claims that are set one by one are the same claims")
    }

    /// Whether RFC 7519 section 4.1 and `policy` accept the claims; nil where a time is no plain integer, which would
    /// take the arithmetic that is to be checked.
    private static func expectation(_ claims: JSONObject, _ policy: JWTPolicy) -> Bool? {
        var times: [String: Int128] = [:]
        for name in ["exp", "nbf", "iat"] {
            guard let value = claims[name] else { continue }
            guard let number = value.numberValue else { return false }
            guard let time = Int128(number.text) else { return nil }
            times[name] = time
        }
        for name in ["iss", "sub", "jti"] where claims[name] != nil && claims[name]?.stringValue == nil {
            return false
        }
        let audience = claims["aud"].map { $0.arrayValue ?? [$0] }
        guard audience?.allSatisfy({ $0.stringValue != nil }) ?? true else { return false }

        for name in policy.requiredClaims where claims[name] == nil { return false }
        for (name, expected) in [("iss", policy.issuer), ("sub", policy.subject)] {
            if let expected, claims[name] != .string(expected) { return false }
        }
        if let expected = policy.audience, !(audience?.contains(.string(expected)) ?? false) { return false }

        let now = Int128(policy.now), leeway = Int128(policy.leeway)
        if let time = times["exp"], now - leeway >= time { return false }
        if let time = times["nbf"], time > now + leeway { return false }
        if let time = times["iat"], time > now + leeway { return false }
        if let age = policy.maximumAge {
            guard let time = times["iat"], now - leeway - Int128(age) <= time else { return false }
        }
        return true
    }
}
