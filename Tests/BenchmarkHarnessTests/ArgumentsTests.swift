import Testing

@testable import BenchmarkHarness

@Suite("Arguments of the benchmark program")
struct ArgumentsTests {
    @Test("Everything has a default")
    func defaults() throws {
        let arguments = try Arguments([])
        #expect(arguments.action == .measure)
        #expect(arguments.seconds == 1)
        #expect(arguments.clock == .wall)
        #expect(arguments.selects("sign/2048"))
        #expect([arguments.json, arguments.svg, arguments.old] == [nil, nil, nil])
    }

    @Test("Values come after a space or an equals sign")
    func values() throws {
        let arguments = try Arguments([
            "--filter", "sign", "--filter=der/*", "--seconds=0.5", "--clock", "cpu", "--json=a=b", "--svg",
            "c",
            "--compare", "d",
        ])
        #expect(arguments.patterns.map(\.text) == ["sign", "der/*"])
        #expect(arguments.seconds == 0.5)
        #expect(arguments.clock == .processor)
        #expect([arguments.json, arguments.svg, arguments.old] == ["a=b", "c", "d"])
        #expect(try Arguments(["--iterate", "3"]).action == .iterate(3))
        #expect(try Arguments(["--list"]).action == .list)
        #expect(try Arguments(["-h"]).action == .help)
    }

    @Test(
        "What cannot be understood is named",
        arguments: [
            (["--fast"], "there is no option --fast"), (["sign"], "there is no option sign"),
            (["--seconds"], "--seconds needs a value"),
            (["--seconds", "0"], "--seconds needs a number greater than 0, not 0"),
            (["--iterate=x"], "--iterate needs a number greater than 0, not x"),
            (["--clock", "sun"], "--clock is wall or cpu, not sun"),
        ])
    func errors(arguments: [String], message: String) {
        #expect(throws: UsageError(message)) { try Arguments(arguments) }
    }

    @Test(
        "A pattern is a whole name, its first words, or has asterisks",
        arguments: [
            ("sign", "sign/2048", true), ("sign/2048", "sign/2048", true), ("sign/", "sign/2048", false),
            ("sig", "sign/2048", false), ("sig*", "sign/2048", true), ("*2048", "sign/2048", true),
            ("*/2048", "token/sign/2048", true), ("2048", "sign/2048", false),
            ("sign/2048", "sign/20480", false),
            ("s*/2*8", "sign/2048", true), ("*", "sign", true), ("", "sign", false),
        ])
    func patterns(pattern: String, name: String, matches: Bool) {
        #expect(NamePattern(text: pattern).matches(name) == matches)
    }
}
