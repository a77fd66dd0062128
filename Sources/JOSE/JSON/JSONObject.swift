/// A JSON object whose members keep their order: what is signed is text, and its order is part of it.
///
/// No two members have the same name. Names are compared code point by code point. Two objects are equal when they
/// have equal members in the same order.
public struct JSONObject: Sendable, Equatable {
    /// The members in their order.
    public private(set) var members: [(name: String, value: JSONValue)] = []

    /// An object without members.
    public init() {}

    /// An object with these members. Of several with the same name the last value counts, at the first place.
    ///
    /// - Complexity: O(n²) for n members; objects that are read from JSON text are built in O(n log n).
    public init(_ members: [(name: String, value: JSONValue)]) {
        for (name, value) in members { self[name] = value }
    }

    /// An object with members whose names are known to differ.
    init(unique members: [(name: String, value: JSONValue)]) {
        self.members = members
    }

    /// The value of the member `name`; nil if there is none.
    ///
    /// Writing replaces the value in its place, or appends a member. Writing nil removes the member.
    ///
    /// - Complexity: O(n).
    public subscript(name: String) -> JSONValue? {
        get { index(of: name).map { members[$0].value } }
        set {
            switch (index(of: name), newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append((name, value))
            case (nil, nil): break
            }
        }
    }

    /// Puts a member before all others, unless there is one with this name already.
    mutating func prepend(_ name: String, _ value: JSONValue) {
        if index(of: name) == nil { members.insert((name, value), at: 0) }
    }

    private func index(of name: String) -> Int? {
        members.firstIndex { $0.name.isIdentical(to: name) }
    }

    /// Whether both have equal members in the same order.
    public static func == (a: JSONObject, b: JSONObject) -> Bool {
        a.members.count == b.members.count
            && zip(a.members, b.members).allSatisfy {
                $0.name.isIdentical(to: $1.name) && $0.value == $1.value
            }
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// An object with these members. Of several with the same name the last value counts, at the first place.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements.map { (name: $0.0, value: $0.1) })
    }
}

extension JSONObject {
    /// The object as JSON text.
    public func serialized(_ style: JSONStyle = .compact) -> [UInt8] {
        JSONValue.object(self).serialized(style)
    }
}
