import Testing

@testable import CommandLineTool

@Suite struct ArgumentParserTests {
    static let leaf = Command(
        "tool", "make",
        summary: "make things",
        operands: [
            Operand("FILE", "a file", completion: .files), Operand("OTHER", "more", isOptional: true),
        ],
        groups: [
            Option.Group(
                "Options",
                [
                    Option("name", .text("NAME"), "a name"),
                    Option("claim", .text("K=V"), "a claim", isRepeatable: true),
                    Option("verbose", .none, "say more"),
                    Option("size", .integer("N", 1...10), "a size"),
                    Option("colour", .choice(["red", "green"]), "a colour"),
                ])
        ],
        content: .action { (_, _) throws(CommandFailure) in })
    static let root = Command("tool", summary: "a tool", content: .commands([leaf]))

    func arguments(_ words: String...) throws -> Arguments {
        guard case .run(let command, let arguments) = try ArgumentParser.parse(words, of: Self.root) else {
            throw CommandFailure.usage("not a run")
        }
        #expect(command.spelling == "tool make")
        return arguments
    }

    func failure(_ words: [String]) -> CommandFailure? {
        do throws(CommandFailure) {
            _ = try ArgumentParser.parse(words, of: Self.root)
            return nil
        } catch {
            return error
        }
    }

    @Test func optionsAndOperandsComeInAnyOrder() throws {
        let given = try arguments("make", "--name", "Ann", "a.txt", "--size=3", "--verbose", "b.txt")
        #expect(given.operands == ["a.txt", "b.txt"])
        #expect(given[Option("name", .text(""), "")] == "Ann")
        #expect(given.integer(Option("size", .text(""), "")) == 3)
        #expect(given.contains(Option("verbose", .none, "")))
        #expect(!given.contains(Option("colour", .none, "")))
    }

    @Test func repeatedOptionsKeepTheirOrder() throws {
        let given = try arguments("make", "f", "--claim", "a=1", "--claim=b=2=3")
        #expect(given.values(of: Option("claim", .text(""), "")) == ["a=1", "b=2=3"])
    }

    @Test func valuesMayBeginWithADash() throws {
        #expect(try arguments("make", "f", "--name", "-x")[Option("name", .text(""), "")] == "-x")
        #expect(try arguments("make", "f", "--name=--size")[Option("name", .text(""), "")] == "--size")
        #expect(try arguments("make", "f", "--name=")[Option("name", .text(""), "")] == "")
    }

    @Test func everythingAfterTwoDashesIsAnOperand() throws {
        #expect(try arguments("make", "--", "--name", "-").operands == ["--name", "-"])
        #expect(try arguments("make", "-").operands == ["-"])
    }

    @Test(arguments: [
        ([], "a command is missing; one of make"),
        (["mkae"], "unknown command \"mkae\"; did you mean make?"),
        (["zzz"], "unknown command \"zzz\""),
        (["--verison"], "unknown option \"--verison\""),
        (["make"], "FILE is missing: a file"),
        (["make", "f", "--nmae", "x"], "unknown option \"--nmae\"; did you mean --name?"),
        (["make", "f", "-name", "x"], "unknown option \"-name\"; did you mean --name?"),
        (["make", "f", "--qqqqqq"], "unknown option \"--qqqqqq\""),
        (["make", "f", "--name"], "--name needs a value: --name NAME"),
        (["make", "f", "--name", "--size", "2"], "--name needs a value: --name NAME"),
        (["make", "f", "--verbose=1"], "--verbose takes no value"),
        (["make", "f", "--name", "a", "--name", "b"], "--name is given twice"),
        (["make", "f", "--size", "two"], "--size takes a whole number, not \"two\""),
        (["make", "f", "--size", "11"], "--size is from 1 to 10, not 11"),
        (
            ["make", "f", "--size", "99999999999999999999"],
            "--size takes a whole number, not \"99999999999999999999\""
        ),
        (
            ["make", "f", "--colour", "gren"],
            "--colour is one of red, green, not \"gren\"; did you mean green?"
        ),
        (["make", "a", "b", "c"], "unexpected argument \"c\""),
        (["make", "a", "b", "\u{1b}[31m"], "unexpected argument \"\\u{1b}[31m\""),
        (["make", "a", "b", String(repeating: "x", count: 50)], "unexpected argument \"xxxxxxxxxxxx…\""),
    ])
    func wrongUsageIsExplained(_ words: [String], _ message: String) {
        let failure = failure(words)
        #expect(failure?.code == .usage)
        #expect(failure?.message == message)
    }

    @Test(arguments: [
        ["make", "-----BEGIN PRIVATE KEY-----\\nMII"],
        ["make", "f", "--name", "-----BEGIN RSA PRIVATE KEY----- MII"],
    ])
    func aKeyOnTheCommandLineIsRefusedAndNotRepeated(_ words: [String]) {
        let failure = failure(words)
        #expect(failure?.code == .usage)
        #expect(failure?.message.hasPrefix("a private key does not belong on the command line") == true)
        #expect(failure?.message.contains("MII") == false)
    }

    @Test(arguments: [["make", "--help"], ["make", "-h"], ["help", "make"], ["make", "f", "--help"]])
    func helpIsFound(_ words: [String]) throws {
        guard case .help(let command) = try ArgumentParser.parse(words, of: Self.root) else {
            Issue.record("no help")
            return
        }
        #expect(command.spelling == "tool make")
    }
}
