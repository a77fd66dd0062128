extension JWTPolicy {
    /// Checks the claims and the header of a token whose signature has been verified: the second half of
    /// ``JWT/verify(_:using:policy:)``, for tokens that were verified elsewhere.
    ///
    /// - Throws: ``JWTError`` with the first rule that is broken: types of claims, `typ`, required claims, `iss`,
    ///   `sub`, `aud`, `exp`, `nbf`, `iat`, in this order.
    public func check(_ claims: JWTClaims, header: JOSEHeader = JOSEHeader()) throws(JWTError) {
        try checkForm(claims)
        try checkType(header)
        for name in requiredClaims where claims[name] == nil || claims[name] == .null {
            throw .claimMissing(name)
        }
        try checkParties(claims)
        try checkTimes(claims)
    }

    /// RFC 7519 section 4.1: the types of the registered claims.
    private func checkForm(_ claims: JWTClaims) throws(JWTError) {
        for name in ["iss", "sub", "jti"] {
            if let value = claims[name], value.stringValue == nil { throw .claimMalformed(name) }
        }
        for name in ["exp", "nbf", "iat"] {
            if let value = claims[name], value.numberValue == nil { throw .claimMalformed(name) }
        }
        if claims["aud"] != nil, claims.audienceIfWellFormed == nil { throw .claimMalformed("aud") }
    }

    private func checkType(_ header: JOSEHeader) throws(JWTError) {
        guard let expectedType else { return }
        guard let type = header.type, Self.mediaType(type) == Self.mediaType(expectedType) else {
            throw .typeMismatch(expected: expectedType, found: header.type)
        }
    }

    /// The bytes of a media type in lower case (ASCII), without the prefix `application/`.
    private static func mediaType(_ type: String) -> [UInt8] {
        let lowerCase = type.utf8.map {
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0
        }
        let prefix = Array("application/".utf8)
        return lowerCase.starts(with: prefix) ? Array(lowerCase[prefix.count...]) : lowerCase
    }

    private func checkParties(_ claims: JWTClaims) throws(JWTError) {
        if let issuer {
            guard let found = claims.issuer else { throw .claimMissing("iss") }
            guard found.isIdentical(to: issuer) else { throw .issuerMismatch(expected: issuer, found: found) }
        }
        if let subject {
            guard let found = claims.subject else { throw .claimMissing("sub") }
            guard found.isIdentical(to: subject) else {
                throw .subjectMismatch(expected: subject, found: found)
            }
        }
        if let audience {
            guard claims["aud"] != nil else { throw .claimMissing("aud") }
            guard claims.audience.contains(where: { $0.isIdentical(to: audience) }) else {
                throw .audienceMismatch(expected: audience, found: claims.audience)
            }
        }
    }

    /// Times may be fractions of a second and of any size. `now` is a whole number, so it is compared with the whole
    /// number next to the time on the side that decides the same.
    private func checkTimes(_ claims: JWTClaims) throws(JWTError) {
        let leeway = max(0, leeway)
        let earliest = now.subtractingClamped(leeway)
        let latest = now.addingClamped(leeway)
        if let end = claims["exp"]?.numberValue.map(DecimalValue.init)?.ceiling {
            guard earliest < end else { throw .expired(at: end, now: now) }
        }
        if let start = claims["nbf"]?.numberValue.map(DecimalValue.init)?.ceiling {
            guard start <= latest else { throw .notYetValid(from: start, now: now) }
        }
        let issued = claims["iat"]?.numberValue.map(DecimalValue.init)
        if let issued = issued?.ceiling {
            guard issued <= latest else { throw .issuedInFuture(at: issued, now: now) }
        }
        if let maximumAge {
            guard let issued = issued?.floor else { throw .claimMissing("iat") }
            guard earliest.subtractingClamped(maximumAge) <= issued else {
                throw .tooOld(issuedAt: issued, maximumAge: maximumAge, now: now)
            }
        }
    }
}

extension Int64 {
    /// The sum with a number that is not negative, or the largest number.
    fileprivate func addingClamped(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }

    /// The difference, or the end of the range that it goes beyond.
    fileprivate func subtractingClamped(_ other: Int64) -> Int64 {
        let (difference, overflow) = subtractingReportingOverflow(other)
        return overflow ? (other < 0 ? .max : .min) : difference
    }
}
