import Synchronization
import Testing

@testable import RSA

/// The signer that gathers the requests of many tasks.
@Suite("Requests of many tasks")
struct RSABatchSignerTests {
    /// A clock whose sleeps end when the test says so, or when they are cancelled.
    final class ManualClock: Clock, Sendable {
        typealias Instant = ContinuousClock.Instant
        private let sleepers = Mutex<[AsyncStream<Never>.Continuation]>([])

        var now: Instant { .now }
        var minimumResolution: Duration { .zero }
        var sleeperCount: Int { sleepers.withLock(\.count) }

        func sleep(until _: Instant, tolerance _: Duration?) async throws {
            let (stream, continuation) = AsyncStream<Never>.makeStream()
            sleepers.withLock { $0.append(continuation) }
            for await _ in stream {}
            try Task.checkCancellation()
        }

        /// Ends all sleeps.
        func wake() {
            for sleeper in sleepers.withLock(\.self) { sleeper.finish() }
        }
    }

    /// A signer with one processor and a clock that the test controls.
    private func signer(
        _ clock: ManualClock, batchSize: Int = 16, capacity: Int = 1024,
        whenFull: RSABatchSigner.WhenFull = .wait
    ) -> RSABatchSigner {
        var settings = RSABatchSigner.Settings()
        settings.batchSize = batchSize
        settings.capacity = capacity
        settings.whenFull = whenFull
        return RSABatchSigner(processorCount: 1, settings: settings, clock: clock)
    }

    /// Something that has come true.
    private final class Flag: Sendable {
        let value = Atomic(false)
    }

    /// Waits until something is so; the test's time limit is the end of patience.
    private func until(_ condition: () async -> Bool) async {
        while await !condition() { await Task.yield() }
    }

    private func request(_ signer: RSABatchSigner, _ number: Int) throws -> Task<[UInt8], any Error> {
        let key = try TestKeys.rfc7515()
        return Task { try await signer.signature(for: [UInt8(truncatingIfNeeded: number)], using: key) }
    }

    private func signature(_ number: Int) throws -> [UInt8] {
        try TestKeys.rfc7515().signature(for: [UInt8(truncatingIfNeeded: number)])
    }

    @Test("the settings that hold unless others are given, and those that count as one")
    func settings() async {
        let settings = RSABatchSigner.Settings()
        #expect(settings.batchSize == 16 && settings.capacity == 1024 && settings.whenFull == .wait)
        #expect(settings.window == .microseconds(200))
        var none = settings
        none.batchSize = 0
        none.capacity = -1
        let signer = RSABatchSigner(processorCount: 0, settings: none)
        #expect(await signer.processorCount == 1)
        #expect(await signer.settings.batchSize == 1)
        #expect(await signer.settings.capacity == 1)
    }

    @Test("each task gets the signature of its own message", .timeLimit(.minutes(10)))
    func manyTasks() async throws {
        let signer = RSABatchSigner(processorCount: 2)
        let tasks = try (0..<9).map { try request(signer, $0) }
        for (number, task) in tasks.enumerated() {
            #expect(try await task.value == signature(number))
        }
        #expect(await signer.waitingCount == 0)
        // A batch is counted as running until its last signature has been handed out.
        await until { await signer.runningCount == 0 }
    }

    @Test("no more batches run at the same time than there are processors", .timeLimit(.minutes(10)))
    func processors() async throws {
        for count in 1...2 {
            var settings = RSABatchSigner.Settings()
            settings.batchSize = 1
            let signer = RSABatchSigner(processorCount: count, settings: settings)
            let tasks = try (0..<12).map { try request(signer, $0) }
            let isDone = Flag()
            let watched = Task {
                for task in tasks { _ = try? await task.value }
                isDone.value.store(true, ordering: .releasing)
            }
            var most = 0
            // The requests that wait behind the first ones are there to start too early.
            await until {
                most = max(most, await signer.runningCount)
                return isDone.value.load(ordering: .acquiring)
            }
            await watched.value
            #expect(most <= count)
            for (number, task) in tasks.enumerated() { #expect(try await task.value == signature(number)) }
        }
    }

    @Test("a lone request goes when the window is over", .timeLimit(.minutes(10)))
    func window() async throws {
        let clock = ManualClock()
        let signer = signer(clock)
        let task = try request(signer, 1)
        await until { clock.sleeperCount == 1 }
        #expect(await signer.waitingCount == 1)
        clock.wake()
        #expect(try await task.value == signature(1))
    }

    @Test("a full batch does not wait for the window", .timeLimit(.minutes(10)))
    func fullBatch() async throws {
        let signer = signer(ManualClock(), batchSize: 3)
        let tasks = try (0..<3).map { try request(signer, $0) }
        for (number, task) in tasks.enumerated() { #expect(try await task.value == signature(number)) }
    }

    @Test("a cancelled request leaves the queue, the others stay", .timeLimit(.minutes(10)))
    func cancellation() async throws {
        let clock = ManualClock()
        let signer = signer(clock)
        let kept = try request(signer, 1)
        await until { await signer.waitingCount == 1 }
        let cancelled = try request(signer, 2)
        await until { await signer.waitingCount == 2 }
        cancelled.cancel()
        await #expect(throws: RSABatchSigningError.cancelled) { try await cancelled.value }
        #expect(await signer.waitingCount == 1)
        clock.wake()
        #expect(try await kept.value == signature(1))
    }

    @Test("in the place of a cancelled request one comes in, and not more", .timeLimit(.minutes(10)))
    func admission() async throws {
        let clock = ManualClock()
        let signer = signer(clock, capacity: 2)
        var tasks = try (0..<2).map { try request(signer, $0) }
        await until { await signer.waitingCount == 2 }
        tasks += try (2..<6).map { try request(signer, $0) }
        // Time for them to come to the door.
        for _ in 0..<200 { await Task.yield() }
        tasks[0].cancel()
        await #expect(throws: RSABatchSigningError.cancelled) { try await tasks[0].value }
        await until { await signer.waitingCount == 2 }
        for _ in 0..<200 {
            #expect(await signer.waitingCount <= 2)
            await Task.yield()
        }
        let ending = Task {
            while !Task.isCancelled {
                clock.wake()
                await Task.yield()
            }
        }
        for (number, task) in tasks.enumerated().dropFirst() {
            #expect(try await task.value == signature(number))
        }
        ending.cancel()
    }

    @Test("a task that is cancelled before it asks is told so", .timeLimit(.minutes(10)))
    func cancelledBefore() async throws {
        let signer = signer(ManualClock())
        let key = try TestKeys.rfc7515()
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await signer.signature(for: [], using: key)
        }
        task.cancel()
        await #expect(throws: RSABatchSigningError.cancelled) { try await task.value }
        #expect(await signer.waitingCount == 0)
    }

    @Test("who finds no room is turned away", .timeLimit(.minutes(10)))
    func overload() async throws {
        let clock = ManualClock()
        let signer = signer(clock, capacity: 2, whenFull: .refuse)
        let admitted = try (0..<2).map { try request(signer, $0) }
        await until { await signer.waitingCount == 2 }
        let refused = try request(signer, 2)
        await #expect(throws: RSABatchSigningError.overloaded) { try await refused.value }
        clock.wake()
        for (number, task) in admitted.enumerated() { #expect(try await task.value == signature(number)) }
    }

    @Test("or waits for room, and the queue never grows beyond it", .timeLimit(.minutes(10)))
    func backPressure() async throws {
        let clock = ManualClock()
        let signer = signer(clock, batchSize: 2, capacity: 2)
        // The capacity is a batch, so each batch goes at once and the next requests come in after it.
        let tasks = try (0..<5).map { try request(signer, $0) }
        let count = await signer.waitingCount
        #expect(count <= 2)
        // The fifth has no company: its window has to end.
        let ending = Task {
            while !Task.isCancelled {
                clock.wake()
                await Task.yield()
            }
        }
        for (number, task) in tasks.enumerated() { #expect(try await task.value == signature(number)) }
        ending.cancel()
    }
}
