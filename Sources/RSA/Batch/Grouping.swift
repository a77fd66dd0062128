extension Array where Element: Equatable {
    /// Where equal elements are, together, in groups of at most `size`; in each group in their order.
    ///
    /// - Complexity: linear in the number of elements, for each different one.
    func indicesOfEqual(atMost size: Int) -> [[Int]] {
        var groups: [[Int]] = []
        var rest = [Int](indices)
        while let first = rest.first {
            var group: [Int] = [], others: [Int] = []
            for index in rest {
                if self[index] != self[first] {
                    others.append(index)
                } else {
                    if group.count == size {
                        groups.append(group)
                        group = []
                    }
                    group.append(index)
                }
            }
            groups.append(group)
            rest = others
        }
        return groups
    }
}
