import Foundation
import FuzzProperties
import Testing

/// What the fuzzer has found out, without the fuzzer: `Corpus` holds an input for each way through the readers that is
/// known, and every input that ever broke a rule.
@Suite struct ReplayTests {
    private static let corpus = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Corpus")

    private static func inputs(_ target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
        let folder = corpus.appendingPathComponent(target.name)
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
            (name, [UInt8](try Data(contentsOf: folder.appendingPathComponent(name))))
        }
    }

    @Test(arguments: FuzzTarget.all.map(\.name))
    func rulesHold(name: String) throws {
        let target = try #require(FuzzTarget.all.first { $0.name == name })
        let inputs = try Self.inputs(target)
        #expect(inputs.count >= 10)
        try target.check([])
        for (file, bytes) in inputs {
            #expect(bytes.count <= target.maximumLength, "\(file)")
            do throws(Violation) {
                try target.check(bytes)
            } catch {
                Issue.record("\(target.name)/\(file): \(error)")
            }
        }
        print("\(target.name): \(inputs.count) inputs")
    }

    /// Every folder belongs to a target: none is left over under an old name.
    @Test func foldersAreTargets() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.corpus.path).sorted()
        #expect(folders == FuzzTarget.all.map(\.name).sorted())
    }

    /// The planted defects are defects: the shortest inputs that show them break a rule.
    @Test(arguments: [
        ("control-base64", Array("Zh==".utf8)), ("control-json", Array(#"[0,0]"#.utf8)),
    ])
    func controlsAreBroken(name: String, input: [UInt8]) throws {
        let control = try #require(FuzzTarget.controls.first { $0.name == name })
        #expect(throws: Violation.self) { try control.check(input) }
    }
}
