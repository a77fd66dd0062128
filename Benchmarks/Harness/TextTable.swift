/// A table in plain text: the first column to the left, numbers to the right.
struct TextTable {
    /// The headings.
    let columns: [String]

    /// The cells, as many in each row as there are columns.
    var rows: [[String]] = []

    /// The lines of the table.
    var lines: [String] {
        let widths = columns.indices.map { column in
            ([columns] + rows).map { $0[column].count }.max() ?? 0
        }
        return ([columns] + rows).map { row in
            let cells = row.indices.map { column in
                let padding = String(repeating: " ", count: widths[column] - row[column].count)
                return column == 0 ? row[column] + padding : padding + row[column]
            }
            return cells.joined(separator: "  ")
        }
    }
}
