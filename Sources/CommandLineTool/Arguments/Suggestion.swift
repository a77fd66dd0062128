/// Finds what was probably meant by a mistyped word.
enum Suggestion {
    /// The candidate nearest to `word`, `nil` if none is near: at most one letter in three may be wrong.
    static func closest(to word: String, among candidates: [String]) -> String? {
        let longest = 40
        guard !word.isEmpty, word.utf8.count <= longest else { return nil }
        let ranked = candidates.map { (name: $0, distance: distance(word, $0)) }
        if let best = ranked.min(by: { $0.distance < $1.distance }),
            best.distance <= max(1, min(word.count, best.name.count) / 3)
        {
            return best.name
        }
        let beginnings = candidates.filter { word.count >= 2 && $0.hasPrefix(word) }
        return beginnings.count == 1 ? beginnings.first : nil
    }

    /// How many letters have to be put in, taken out, replaced or swapped with their neighbour to turn one word
    /// into the other (optimal string alignment).
    ///
    /// - Complexity: O(*m n*).
    static func distance(_ first: String, _ second: String) -> Int {
        let a = Array(first.utf8)
        let b = Array(second.utf8)
        var rows = [Array(0...b.count)]
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                let replaced = rows[i][j] + (a[i] == b[j] ? 0 : 1)
                var best = min(replaced, rows[i][j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    best = min(best, rows[i - 1][j - 1] + 1)
                }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}
