import ConstantTime
import JOSE
import TokenExchange

/// The claims that `rs256 sign` is asked to sign.
struct ClaimsInput {
    let arguments: Arguments
    let command: Command

    /// How large a file of claims can be, in bytes.
    static let limit = 1024 * 1024

    /// The claims of the file in its order, then those of the options.
    ///
    /// - Parameter now: what `--iat now` means, in seconds since 1970.
    func read(now: Int64, _ console: Console) throws(CommandFailure) -> JWTClaims {
        try completed(try fromFile(console), now: now)
    }

    /// The claims of a text, then those of the options.
    ///
    /// - Parameters:
    ///   - content: JSON.
    ///   - label: what error messages call the text.
    ///   - now: as above.
    func parse(_ content: [UInt8], label: String, now: Int64) throws(CommandFailure) -> JWTClaims {
        try completed(try object(content, label: label), now: now)
    }

    private func completed(_ object: JSONObject, now: Int64) throws(CommandFailure) -> JWTClaims {
        var object = object
        var seen: [String] = []
        for argument in arguments.values(of: SignCommand.claim) {
            let member = try Member.claim(argument)
            guard !seen.contains(member.name) else {
                let name = member.name
                throw .usage(
                    "--claim \(name) is given twice; for a list write --claim '\(name):=[…]'", of: command)
            }
            seen.append(member.name)
            object[member.name] = member.value
        }
        var claims = JWTClaims(object)
        try addTimes(to: &claims, now: now)
        if let identifier = arguments[SignCommand.jwtID] {
            claims.jwtID = identifier == "random" ? randomIdentifier() : identifier
        }
        return claims
    }

    private func fromFile(_ console: Console) throws(CommandFailure) -> JSONObject {
        guard let name = arguments[SignCommand.claims] else { return JSONObject([]) }
        let file = InputFile(name)
        return try object(file.read(limit: Self.limit, console).copied(), label: file.label)
    }

    private func object(_ content: [UInt8], label: String) throws(CommandFailure) -> JSONObject {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(parsing: content)
        } catch {
            throw CommandFailure(.unreadable, "\(label) is not JSON: \(error)")
        }
        guard let object = value.objectValue else {
            throw CommandFailure(.unreadable, "\(label): the claims must be a JSON object")
        }
        return object
    }

    private func randomIdentifier() -> String {
        var generator = SystemRandomNumberGenerator()
        return JWTIdentifier.random(using: &generator)
    }

    private func addTimes(to claims: inout JWTClaims, now: Int64) throws(CommandFailure) {
        if let text = arguments[SignCommand.issuedAt] {
            guard let moment = text == "now" ? now : Int64(text) else {
                throw .usage("--iat is now or a number of seconds since 1970", of: command)
            }
            claims.issuedAt = moment
        }
        if let seconds = arguments.integer(SignCommand.expiresIn) {
            let (moment, overflow) = (claims.issuedAt ?? now).addingReportingOverflow(seconds)
            guard !overflow else { throw .usage("--iat and --expires-in give no date", of: command) }
            claims.expiration = moment
        }
    }
}
