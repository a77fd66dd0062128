import JOSE

/// The times among the claims of a token, in words.
struct ClaimTimes {
    let claims: JWTClaims

    /// What counts as now, in seconds since 1970.
    let now: Int64

    /// One row for each time that is there: the name of the claim, and what it means.
    var rows: [(term: String, meaning: String)] {
        [("iat", "issued"), ("nbf", "valid from"), ("exp", "expires"), ("auth_time", "signed in")]
            .compactMap { name, verb in
                guard let value = claims[name] else { return nil }
                return (name, describe(value, name: name, verb: verb))
            }
    }

    private func describe(_ value: JSONValue, name: String, verb: String) -> String {
        guard let moment = seconds(value) else {
            return "\(verb): \(JSONDisplay.line(value)) is not a number of seconds"
        }
        guard let date = UTCTime.text(moment) else {
            return "\(verb): \(moment) is no date before the year 10000; milliseconds instead of seconds?"
        }
        let distance = TimeInWords.distance(from: now, to: moment)
        return "\(past(name, moment) ?? verb) \(distance), \(date)"
    }

    /// The verb for a time that has passed, where that changes what the token is good for.
    private func past(_ name: String, _ moment: Int64) -> String? {
        name == "exp" && moment <= now ? "expired" : nil
    }

    /// RFC 7519 section 2: a NumericDate may have a fraction. It is rounded down.
    private func seconds(_ value: JSONValue) -> Int64? {
        value.numberValue?.floor
    }
}
