// Scalable Vector Graphics 1.1, with the elements that every reader draws alike: rect, line and text. The two style
// sheets follow the reader's light or dark background.
extension BarChart {
    private static let width = 860.0
    private static let labelWidth = 210.0
    private static let barWidth = 370.0
    private static let rowHeight = 24.0
    private static let margin = 20.0

    private static let style = """
        text { font-family: system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; fill: #1f2328 }
        .title { font-size: 18px; font-weight: 600 }
        .section { font-size: 14px; font-weight: 600 }
        .label, .value { font-size: 13px }
        .note { font-size: 11px; fill: #59636e }
        .background { fill: #ffffff }
        .bar { fill: #a8b8cc } .bar.own { fill: #f05138 }
        .spread { stroke: #1f2328; stroke-width: 1.5 } .axis { stroke: #8c959f }
        @media (prefers-color-scheme: dark) {
        text { fill: #e6edf3 } .note { fill: #9198a1 } .background { fill: #0d1117 }
        .bar { fill: #566b85 } .spread { stroke: #e6edf3 } .axis { stroke: #656c76 }
        }
        """

    /// The chart as a document.
    func svg() -> String {
        var drawing = Drawing()
        drawing.y = Self.margin + 18
        drawing.text(title, x: Self.margin, style: "title")
        for line in conditions {
            drawing.y += 17
            drawing.text(line, x: Self.margin, style: "note")
        }
        for section in sections {
            draw(section, on: &drawing)
        }
        drawing.y += 30
        drawing.text(
            "Bar: rate at the median time. Line: quartiles. Each section has its own scale, from zero.",
            x: Self.margin,
            style: "note")
        let height = drawing.y + Self.margin
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(number(Self.width))" height="\(number(height))" \
            viewBox="0 0 \(number(Self.width)) \(number(height))" role="img">
            <title>\(escaped(title))</title>
            <style>
            \(Self.style)
            </style>
            <rect class="background" width="100%" height="100%"/>
            \(drawing.elements.joined(separator: "\n"))
            </svg>

            """
    }

    private func draw(_ section: Section, on drawing: inout Drawing) {
        let longest = section.bars.map { max($0.value, $0.high) }.max() ?? 0
        let scale = longest > 0 ? Self.barWidth / longest : 0
        let origin = Self.margin + Self.labelWidth
        drawing.y += 36
        drawing.text(section.title, x: Self.margin, style: "section")
        drawing.y += 8
        let top = drawing.y
        for bar in section.bars {
            let middle = drawing.y + Self.rowHeight / 2
            drawing.rectangle(
                x: origin, y: drawing.y + 4, width: bar.value * scale, height: Self.rowHeight - 8,
                style: bar.isEmphasised ? "bar own" : "bar")
            let (low, high) = (origin + bar.low * scale, origin + bar.high * scale)
            drawing.line(low, middle, high, middle, style: "spread")
            for end in [low, high] { drawing.line(end, middle - 4, end, middle + 4, style: "spread") }
            drawing.text(bar.label, x: origin - 10, y: middle + 4.5, style: "label", anchor: "end")
            drawing.text(
                bar.text, x: max(high, origin + bar.value * scale) + 10, y: middle + 4.5, style: "value")
            drawing.y += Self.rowHeight
        }
        drawing.line(origin, top, origin, drawing.y, style: "axis")
    }
}

/// The elements of a document, and how far down it goes.
private struct Drawing {
    var elements: [String] = []
    var y = 0.0

    mutating func text(_ text: String, x: Double, y: Double? = nil, style: String, anchor: String = "start") {
        elements.append(
            #"<text class="\#(style)" x="\#(number(x))" y="\#(number(y ?? self.y))" text-anchor="\#(anchor)">"#
                + escaped(text) + "</text>")
    }

    mutating func rectangle(x: Double, y: Double, width: Double, height: Double, style: String) {
        elements.append(
            #"<rect class="\#(style)" x="\#(number(x))" y="\#(number(y))" width="\#(number(width))" "#
                + #"height="\#(number(height))"/>"#)
    }

    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, style: String) {
        elements.append(
            #"<line class="\#(style)" x1="\#(number(x1))" y1="\#(number(y1))" x2="\#(number(x2))" "#
                + #"y2="\#(number(y2))"/>"#)
    }
}

/// A length with at most one decimal.
private func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
}

/// Text with the characters that mark up XML replaced.
private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
        switch character {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        default: result.append(character)
        }
    }
    return result
}
