// Runs operations with private keys one after the other, each inside the function `examined`, so that the instructions
// of each can be counted: see .ci/equal-counts. Operations in one group must take exactly as many as each other.
//
//     EqualCounts callgrind|steps signatures ENGINE FOLDER MESSAGES     by every key in FOLDER
//     EqualCounts callgrind|steps batches ENGINE FOLDER MESSAGES        four signatures at once
//     EqualCounts callgrind|steps exponentiations ENGINE FOLDER COUNT [BITS]
//                                                                       bases and exponents at the edges
//     EqualCounts callgrind|steps control NAME FOLDER                   a planted mistake: counts must differ
//
// One line is printed for each operation: its group, what it works on and, with `steps`, the number of instructions
// and a hash of their addresses. With `callgrind` the counts are in callgrind's dumps, one for each operation.
import Foundation
import RSA

@main
enum EqualCounts {
    static let usage = """
        usage: EqualCounts callgrind|steps signatures|batches|exponentiations ENGINE FOLDER COUNT [BITS]
               EqualCounts callgrind|steps control NAME FOLDER
        """

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let counter = arguments.first.flatMap(Counter.init(rawValue:)), arguments.count >= 4 else {
            print(usage)
            exit(2)
        }
        let request = Array(arguments.dropFirst())
        if request[0] == "control" {
            guard let control = Control(rawValue: request[1]) else {
                print("controls: \(Control.allCases.map(\.rawValue).joined(separator: " "))")
                exit(2)
            }
            try control.run(keys: try keys(in: request[2], engine: .portable), counter)
            return
        }
        guard let engine = RSAEngine.available.first(where: { $0.name == request[1] }) else {
            print("the engine \(request[1]) is not available on this machine")
            exit(3)
        }
        guard request.count >= 4, let count = Int(request[3]) else {
            print(usage)
            exit(2)
        }
        let keys = try keys(in: request[2], engine: engine)
        switch request[0] {
        case "signatures": try Signatures(keys: keys, messageCount: count).run(counter)
        case "batches": try Signatures(keys: keys, messageCount: count).runBatches(counter)
        case "exponentiations":
            let bits = request.count > 4 ? Int(request[4]) : nil
            try Exponentiations(keys: keys, count: count, exponentBitLength: bits ?? 1024).run(counter)
        default:
            print(usage)
            exit(2)
        }
    }

    /// The keys in the files of a folder, by name; the part of a name before the first `-` is the key's group.
    static func keys(in folder: String, engine: RSAEngine) throws -> [NamedKey] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
            let text = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
            let key = try RSAPrivateKey(credential: [UInt8](text), policy: .legacy)
            return NamedKey(name: name, key: key.using(engine))
        }
    }
}

/// A key and the name of its file.
struct NamedKey {
    let name: String
    let key: RSAPrivateKey

    /// Keys of one group have the same public exponent, which the verification of a signature takes its time from.
    var group: Substring { name.prefix { $0 != "-" } }
}
