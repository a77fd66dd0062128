import JOSE

/// A member of a JSON object as it is given on the command line: `name=text` or `name:=JSON`.
enum Member {
    /// Reads one claim: a member, whose text is a number of seconds if the name says so (RFC 7519 section 4.1).
    static func claim(_ argument: String) throws(CommandFailure) -> (name: String, value: JSONValue) {
        let member = try parse(argument, of: SignCommand.claim)
        guard ["exp", "nbf", "iat"].contains(member.name), let text = member.value.stringValue,
            !argument.hasPrefix(member.name + ":=")
        else { return member }
        guard let seconds = Int64(text) else {
            throw .usage("--claim \(member.name) takes a whole number of seconds since 1970")
        }
        return (member.name, .number(JSONNumber(seconds)))
    }

    /// Reads one member.
    ///
    /// - Parameters:
    ///   - argument: what the user gave.
    ///   - option: where, for error messages.
    /// - Throws: exit code 2 if it is neither form.
    static func parse(
        _ argument: String, of option: Option
    ) throws(CommandFailure) -> (name: String, value: JSONValue) {
        guard let (name, value) = argument.assignment, name != ":" else {
            throw .usage("\(option.spelling) is NAME=TEXT or NAME:=JSON")
        }
        guard name.utf8.last == UInt8(ascii: ":") else { return (name, .string(value)) }
        let shortened = String(name.unicodeScalars.dropLast())
        do throws(JSONError) {
            return (shortened, try JSONValue(parsing: value))
        } catch {
            throw .usage("\(option.spelling) \(shortened): the value after := is not JSON: \(error)")
        }
    }
}
