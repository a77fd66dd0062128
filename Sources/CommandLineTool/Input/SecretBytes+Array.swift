import ConstantTime

extension SecretBytes {
    /// Calls `body` with the bytes as an array, and wipes the array afterwards.
    ///
    /// - Precondition: `body` keeps no copy.
    func withArray<Result, Failure>(
        _ body: ([UInt8]) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var array = copied()
        // The pointer is used within the closure only.
        defer { unsafe array.withUnsafeMutableBytes { unsafe wipe($0) } }
        return try body(array)
    }
}
