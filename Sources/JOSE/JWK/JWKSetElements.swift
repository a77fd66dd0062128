/// The elements of a key set as they are written.
enum JWKSetElements {
    /// Reads a set. An element that is no object is nil.
    static func read(_ bytes: [UInt8], limits: JSONLimits) throws(JWKError) -> [JWKMembers?] {
        let content: Content
        do throws(JSONError) {
            var reader = try JSONReader(bytes, limits: limits)
            content = try read(&reader)
            try reader.finish()
        } catch {
            throw .json(error)
        }
        switch content {
        case .notAnObject: throw .notAnObject
        case .withoutKeys: throw .keysMissing
        case .keys(let elements): return elements
        }
    }

    /// What well-formed JSON turned out to be.
    private enum Content {
        case notAnObject
        case withoutKeys
        case keys([JWKMembers?])
    }

    private static func read(_ reader: inout JSONReader) throws(JSONError) -> Content {
        let first = try reader.tokenizer.next()
        guard case .beginObject = first else {
            try reader.skipValue(startingWith: first)
            return .notAnObject
        }
        var content = Content.withoutKeys
        var names = JSONNames()
        while case .name(let token) = try reader.tokenizer.next() {
            let name = reader.tokenizer.text(of: token)
            names.append(name, offset: token.content.lowerBound - 1)
            let first = try reader.tokenizer.next()
            if name.isIdentical(to: "keys"), case .beginArray = first {
                content = .keys(try readArray(&reader))
            } else {
                try reader.skipValue(startingWith: first)
            }
        }
        try names.checkUnique()
        return content
    }

    /// Reads the elements of an array whose opening bracket was just read.
    private static func readArray(_ reader: inout JSONReader) throws(JSONError) -> [JWKMembers?] {
        var elements: [JWKMembers?] = []
        while true {
            let first = try reader.tokenizer.next()
            switch first {
            case .endArray:
                return elements
            case .beginObject:
                elements.append(try JWKMembers(reading: &reader))
            default:
                try reader.skipValue(startingWith: first)
                elements.append(nil)
            }
        }
    }
}
