/// A request that has been read whole.
struct IncomingRequest: Sendable, Equatable {
    /// The method in upper case, `GET` for example.
    let method: String
    /// The path of the target, percent-encoded as it came.
    let path: String
    /// The query of the target without the question mark, percent-encoded as it came; nil if there was none.
    let query: String?
    /// The fields in order, names in lower case.
    let fields: [Field]
    /// The body; empty if there was none.
    let body: [UInt8]

    /// One field of the header section.
    struct Field: Sendable, Equatable {
        /// The name in lower case.
        let name: String
        /// The value without white space around it.
        let value: String
    }

    /// The value of the first field called `name`, which is given in lower case.
    func field(_ name: String) -> String? {
        fields.first { $0.name == name }?.value
    }
}
