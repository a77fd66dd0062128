/// A request that has been read whole.
package struct IncomingRequest: Sendable, Equatable {
    /// The method in upper case, `GET` for example.
    package let method: String
    /// The path of the target, percent-encoded as it came.
    package let path: String
    /// The query of the target without the question mark, percent-encoded as it came; nil if there was none.
    package let query: String?
    /// The fields in order, names in lower case.
    package let fields: [Field]
    /// The body; empty if there was none.
    package let body: [UInt8]

    /// One field of the header section.
    package struct Field: Sendable, Equatable {
        /// The name in lower case.
        package let name: String
        /// The value without white space around it.
        package let value: String
    }

    /// The value of the first field called `name`, which is given in lower case.
    func field(_ name: String) -> String? {
        fields.first { $0.name == name }?.value
    }
}
