import ConstantTime
import JOSE
import RSA

/// The rules for JSON Web Keys, one or a set: they are JSON like any other, are written and read again as the same, and
/// an element of a set is read like a key alone.
enum JWKProperties {
    static func checkKey(_ input: [UInt8]) throws(Violation) {
        let json = Result { () throws(JSONError) in try JSONValue(parsing: input) }
        let key: JWK
        do throws(JWKError) {
            key = try JWK(parsing: input)
        } catch {
            try checkError(error, json)
            return
        }
        guard case .success(let value) = json, let object = value.objectValue else {
            throw Violation("a key is a JSON object")
        }
        try require(object["kty"] == "RSA", "a key that is accepted is an RSA key")
        try require(
            key.json.members.allSatisfy { object[$0.name] == $0.value },
            "the open members are those of the text")
        try require(
            key.json.members.allSatisfy { !secretNames.contains($0.name) }, "no secret member is open")
        let written = key.serializedPrivateKey()?.copied() ?? key.serialized()
        let again = try succeeding("what was written is read") { try JWK(parsing: written) }
        try require(same(again, key), "what was written is read as the same key")
        try require(again.thumbprint() == key.thumbprint(), "the thumbprint stays")
        let publicHalf = try succeeding("the public half is a key") { try JWK(parsing: key.serialized()) }
        try require(!publicHalf.isPrivate && publicHalf.modulus == key.modulus, "the public half is public")
        try require(!"\(key)".contains("\n"), "a description is one line")

        // To find the primes of a key that has only d takes as long as dozens of signatures.
        guard input.choice(of: 8) == 0, let privateKey = try? key.privateKey(policy: .legacy) else { return }
        let publicKey = try succeeding("a private key has a public half") {
            try key.publicKey(policy: .legacy)
        }
        try require(privateKey.publicKey == publicKey, "the public half belongs to the private one")
    }

    static func checkSet(_ input: [UInt8]) throws(Violation) {
        let json = Result { () throws(JSONError) in try JSONValue(parsing: input) }
        let set: JWKSet
        do throws(JWKError) {
            set = try JWKSet(parsing: input, policy: .legacy)
        } catch {
            try checkError(error, json)
            if case .success(let value) = json {
                try require(value["keys"]?.arrayValue == nil, "an object with an array of keys is a set")
            }
            return
        }
        guard case .success(let value) = json, let elements = value["keys"]?.arrayValue else {
            throw Violation("a set is a JSON object with an array of keys")
        }
        try require(
            set.keys.count + set.skipped.count == elements.count, "every element is a key or is skipped")
        var keys = set.keys[...]
        for (index, element) in elements.enumerated() {
            // Secret strings may not have escapes, which writing resolves.
            let alone = try? JWK(parsing: element.serialized())
            if set.skipped.contains(where: { $0.index == index }) { continue }
            guard let key = keys.popFirst() else { throw Violation("keys are in the order of the set") }
            try require(alone.map { same($0, key) } ?? false, "an element is read like a key alone")
        }
        let written = set.serializedPrivateKeys().copied()
        let again = try succeeding("what was written is read") {
            try JWKSet(parsing: written, policy: .legacy)
        }
        try require(again.skipped.isEmpty, "nothing that was accepted is skipped")
        try require(
            again.keys.elementsEqual(set.keys, by: same), "what was written is read as the same keys")
        try require(
            set.verificationKeys(for: nil).count == set.keys.count { $0.isForVerifying },
            "the keys for verifying are ready")
    }

    private static let secretNames = ["d", "p", "q", "dp", "dq", "qi", "oth", "k", "keys"]

    private static func same(_ a: JWK, _ b: JWK) -> Bool {
        a.json == b.json && a.modulus == b.modulus && a.publicExponent == b.publicExponent
            && a.serializedPrivateKey()?.copied() == b.serializedPrivateKey()?.copied()
    }

    /// The text is JSON here if it is JSON anywhere.
    private static func checkError(
        _ error: JWKError, _ json: Result<JSONValue, JSONError>
    ) throws(Violation) {
        try require(!error.description.isEmpty, "an error describes itself")
        switch (error, json) {
        case (.json(let error), .failure(let other)):
            try require(error == other, "both readers find the same fault")
        case (.json, .success): throw Violation("what is JSON is JSON in a key")
        case (_, .failure): throw Violation("what is no JSON is no key")
        default: break
        }
    }
}
