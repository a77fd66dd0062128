import Glibc

/// Threads of the system, all at work at the same time.
enum Threads {
    /// What a thread does, and what came out.
    private final class Work {
        let number: Int
        let body: @Sendable (Int) -> Int
        var result = 0

        init(_ number: Int, _ body: @escaping @Sendable (Int) -> Int) {
            self.number = number
            self.body = body
        }
    }

    /// Runs `body` in `count` threads, each with its number, and waits for all; their results by number.
    @discardableResult
    static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Int) -> [Int] {
        let works = (0..<count).map { Work($0, body) }
        let threads = works.map { work in
            var thread = pthread_t()
            let status = unsafe pthread_create(
                &thread, nil,
                { argument in
                    guard let argument = unsafe argument else { return nil }
                    let work = unsafe Unmanaged<Work>.fromOpaque(argument).takeUnretainedValue()
                    work.result = work.body(work.number)
                    return nil
                }, Unmanaged.passUnretained(work).toOpaque())
            precondition(status == 0, "no thread")
            return thread
        }
        for thread in threads { pthread_join(thread, nil) }
        // `works` kept each of them alive until its thread had ended.
        return withExtendedLifetime(works) { works.map { $0.result } }
    }
}
