// One key in many threads at once: every signature must have the bytes that it has in one thread alone.
//
//     ThreadsCheck COUNT       8 threads that sign COUNT messages each, by every engine; then verifying, then batches
//     ThreadsCheck control-thread     a counter that threads change without a lock, for the sanitizer to find
//     ThreadsCheck control-address    a write behind the end of an allocation
import Glibc
import RSA
import TestSupport

@main
enum ThreadsCheck {
    static let threadCount = 8

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        switch arguments.first {
        case "control-thread": return race()
        case "control-address": return writeBehindTheEnd(threadCount)
        default: break
        }
        guard let count = arguments.first.flatMap({ Int($0) }), count > 0 else {
            print("usage: ThreadsCheck COUNT|control-thread|control-address")
            exit(2)
        }
        let loaded = try RSAPrivateKey(credential: try VectorFile.bytes("keys/generated/a2-pkcs1.pem"))
        let messages = (0..<16).map { Array("message \($0)".utf8) }
        let expected = try messages.map { try loaded.using(.portable).signature(for: $0) }
        for engine in RSAEngine.available {
            let key = loaded.using(engine)
            report("signatures by \(engine.name)", count) { thread in
                (0..<count).count { i in
                    let number = (thread + i) % messages.count
                    return (try? key.signature(for: messages[number])) != expected[number]
                }
            }
            let batch = Array(messages.prefix(5)), expectedBatch = Array(expected.prefix(5))
            report("batches of five by \(engine.name)", count / 5 + 1) { _ in
                (0..<count / 5 + 1).count { _ in (try? key.signatures(for: batch)) != expectedBatch }
            }
        }
        let publicKey = loaded.publicKey
        report("verifications", count) { thread in
            (0..<count).count { i in
                let number = (thread + i) % messages.count
                let other = expected[(number + 1) % messages.count]
                return !publicKey.isValidSignature(expected[number], for: messages[number])
                    || publicKey.isValidSignature(other, for: messages[number])
            }
        }
    }

    private static func race() {
        let counter = UnsafeMutablePointer<Int>.allocate(capacity: 1)
        unsafe counter.initialize(to: 0)
        nonisolated(unsafe) let shared = unsafe counter
        Threads.run(threadCount) { thread in
            for _ in 0..<1000 { unsafe shared.pointee += 1 }
            return thread
        }
        unsafe print("\(shared.pointee)")
    }

    /// - Parameter count: eight; the optimiser must not know it.
    @inline(never) @_optimize(none)
    private static func writeBehindTheEnd(_ count: Int) {
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
        unsafe bytes[count] = 1
        unsafe print("\(bytes[count])")
        unsafe bytes.deallocate()
    }

    /// Runs `work`, which returns the number of wrong results, in all threads.
    static func report(_ name: String, _ count: Int, _ work: @escaping @Sendable (Int) -> Int) {
        let wrong = Threads.run(threadCount, work)
        print("\(threadCount) threads × \(count) \(name): \(wrong.reduce(0, +)) wrong")
        precondition(wrong.allSatisfy { $0 == 0 }, "threads disturb each other")
    }
}
