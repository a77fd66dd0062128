import ConstantTime
import Testing

@Suite("Choice")
struct ChoiceTests {
    static let edges: [UInt] = [0, 1, 2, .max / 2, .max / 2 + 1, .max - 1, .max]

    @Test("comparisons agree with the operators", arguments: edges, edges)
    func comparisons(a: UInt, b: UInt) {
        #expect(Choice.isEqual(a, b).revealed(as: .keyValidity) == (a == b))
        #expect(Choice.isLess(a, b).revealed(as: .keyValidity) == (a < b))
        #expect(Choice.isZero(a).revealed(as: .keyValidity) == (a == 0))
    }

    @Test("select takes the first word for yes and the second for no", arguments: edges, edges)
    func select(a: UInt, b: UInt) {
        #expect(Choice.yes.select(a, b) == a)
        #expect(Choice.no.select(a, b) == b)
    }

    @Test("masks are all ones or all zeros")
    func masks() {
        #expect(Choice.yes.mask == .max && Choice.no.mask == 0)
        #expect(Choice.yes.byteMask == 0xff && Choice.no.byteMask == 0)
    }

    @Test("only the lowest bit counts")
    func lowestBit() {
        #expect(Choice(lowBit: 0xfffe).mask == 0)
        #expect(Choice(lowBit: 0x0003).mask == .max)
    }

    @Test("the connectives have their truth tables", arguments: [false, true], [false, true])
    func connectives(a: Bool, b: Bool) {
        let x = Choice(lowBit: a ? 1 : 0), y = Choice(lowBit: b ? 1 : 0)
        #expect((x & y).revealed(as: .keyValidity) == (a && b))
        #expect((x | y).revealed(as: .keyValidity) == (a || b))
        #expect((x ^ y).revealed(as: .keyValidity) == (a != b))
        #expect((!x).revealed(as: .keyValidity) == !a)
    }
}
