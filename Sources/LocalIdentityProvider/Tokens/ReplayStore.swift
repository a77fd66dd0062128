/// Remembers the assertions that were accepted, each until it could not be accepted again, and never more than a
/// fixed number.
struct ReplayStore {
    enum Insertion {
        case inserted
        case replayed
        case full
    }

    /// Identifiers are unique within a client.
    private struct Key: Hashable {
        let client: [UInt8]
        let identifier: [UInt8]
    }

    private let capacity: Int
    private var ends: [Key: Int64] = [:]
    /// No entry ends before this second, so there is nothing to clear out until then.
    private var earliestEnd = Int64.max

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// How many are remembered.
    var count: Int { ends.count }

    /// Remembers `identifier` of `client` through the second `end`.
    ///
    /// - Complexity: O(1) on average; O(n) when the store is full and entries have ended.
    mutating func insert(_ identifier: String, of client: String, until end: Int64, now: Int64) -> Insertion {
        let key = Key(client: Array(client.utf8), identifier: Array(identifier.utf8))
        if let known = ends[key], known >= now { return .replayed }
        if ends.count >= capacity, earliestEnd < now {
            ends = ends.filter { $0.value >= now }
            earliestEnd = ends.values.min() ?? .max
        }
        guard ends.count < capacity else { return .full }
        ends[key] = end
        earliestEnd = min(earliestEnd, end)
        return .inserted
    }
}
