/// Cuts bytes into lines that end with CR LF, with a limit on all of them together.
struct LineReader {
    private let limit: Int
    private var total = 0
    private var line: [UInt8] = []

    init(limit: Int) {
        self.limit = limit
    }

    /// Takes bytes off `rest` up to the end of a line: the line without its end, or nil if `rest` ends first.
    mutating func next(_ rest: inout ArraySlice<UInt8>) throws(HTTPAnswerError) -> [UInt8]? {
        while let byte = rest.popFirst() {
            total += 1
            guard total <= limit else { throw .broken }
            guard byte == UInt8(ascii: "\n") else {
                line.append(byte)
                continue
            }
            guard line.popLast() == UInt8(ascii: "\r") else { throw .broken }
            defer { line = [] }
            return line
        }
        return nil
    }
}
