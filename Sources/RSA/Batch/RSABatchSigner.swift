#if !hasFeature(Embedded)
    /// Signs for many tasks at the same time: requests that arrive shortly after each other become one batch, and batches
    /// run side by side on the machine's processors.
    ///
    ///     let signer = RSABatchSigner(processorCount: ProcessInfo.processInfo.activeProcessorCount)
    ///     let signature = try await signer.signature(for: message, using: key)     // in each of many tasks
    ///
    /// A request waits at most the ``Settings/window`` for company before a free processor takes it. While all
    /// processors are busy no window is needed: what has gathered meanwhile is the next batch. The memory for waiting
    /// requests is bounded by ``Settings/capacity``; who comes when it is full waits for room or is turned away.
    ///
    /// Each signature is verified before it is released, and one that does not verify fails alone.
    public actor RSABatchSigner {
        /// How requests are gathered.
        public struct Settings: Sendable {
            /// How many requests a batch has at most. Multiples of four fill the lanes of an engine that has lanes.
            public var batchSize = 16
            /// How long a request may wait for others while a processor is free.
            public var window: Duration = .microseconds(200)
            /// How many requests may be waiting.
            public var capacity = 1024
            /// What happens to a request that finds no room.
            public var whenFull = WhenFull.wait

            /// The settings above.
            public init() {}
        }

        /// What happens to a request that finds no room.
        public enum WhenFull: Sendable {
            /// It waits until there is room, in the order of arrival: the caller is slowed down.
            case wait
            /// It fails with ``RSABatchSigningError/overloaded``.
            case refuse
        }

        let settings: Settings
        let processorCount: Int
        private let clock: any Clock<Duration>

        /// Requests that no batch has taken yet, in the order of arrival.
        private var waiting: [Waiting] = []
        /// Requests that found no room, in the order of arrival.
        private var outside: [Waiting] = []
        /// How many batches are being signed.
        private(set) var runningCount = 0
        /// Whether the requests waiting now have waited for company long enough.
        private var windowIsOver = false
        private var window: Task<Void, Never>?
        private var lastNumber = 0

        /// A request, and who waits for it.
        private struct Waiting {
            let number: Int
            let request: RSASignatureRequest
            let caller: CheckedContinuation<Result<[UInt8], RSABatchSigningError>, Never>
        }

        /// A signer that nobody waits for yet.
        ///
        /// - Parameters:
        ///   - processorCount: how many batches may run at the same time; less than one counts as one.
        ///   - settings: how requests are gathered; a batch size or a capacity below one counts as one.
        ///   - clock: what measures the window.
        public init(
            processorCount: Int, settings: Settings = Settings(),
            clock: any Clock<Duration> = ContinuousClock()
        ) {
            var settings = settings
            settings.batchSize = max(1, settings.batchSize)
            settings.capacity = max(1, settings.capacity)
            self.settings = settings
            self.processorCount = max(1, processorCount)
            self.clock = clock
        }

        /// The RS256 signature of `message`: the same bytes as ``RSAPrivateKey/signature(for:)`` gives.
        ///
        /// - Throws: ``RSABatchSigningError``. A task that is cancelled leaves at once if no batch has taken its request.
        public func signature(
            for message: [UInt8], using key: RSAPrivateKey
        ) async throws(RSABatchSigningError) -> [UInt8] {
            lastNumber += 1
            let number = lastNumber
            let request = RSASignatureRequest(key: key, message: message)
            let result: Result<[UInt8], RSABatchSigningError> = await withTaskCancellationHandler {
                await withCheckedContinuation { caller in
                    // A cancellation that came before this line has found nothing to cancel; one that comes after it
                    // has to wait for the actor, and will.
                    guard !Task.isCancelled else { return caller.resume(returning: .failure(.cancelled)) }
                    receive(Waiting(number: number, request: request, caller: caller))
                }
            } onCancel: {
                Task { await self.cancel(number) }
            }
            return try result.get()
        }

        /// How many requests are waiting, those without room not counted.
        public var waitingCount: Int { waiting.count }

        private func receive(_ request: Waiting) {
            if waiting.count < settings.capacity {
                waiting.append(request)
                dispatch()
            } else if settings.whenFull == .wait {
                outside.append(request)
            } else {
                request.caller.resume(returning: .failure(.overloaded))
            }
        }

        private func cancel(_ number: Int) {
            let isCancelled = { (request: Waiting) in request.number == number }
            for request in waiting.filter(isCancelled) + outside.filter(isCancelled) {
                request.caller.resume(returning: .failure(.cancelled))
            }
            waiting.removeAll(where: isCancelled)
            outside.removeAll(where: isCancelled)
            admit()
            dispatch()
        }

        /// Starts a batch for each free processor, as long as there is a full one or the window is over.
        private func dispatch() {
            while runningCount < processorCount, !waiting.isEmpty,
                waiting.count >= settings.batchSize || windowIsOver
            {
                start(Array(waiting.prefix(settings.batchSize)))
                waiting.removeFirst(min(settings.batchSize, waiting.count))
                admit()
            }
            if waiting.isEmpty {
                window?.cancel()
                window = nil
                windowIsOver = false
            } else if window == nil {
                window = Task { [clock, duration = settings.window] in
                    // A cancelled sleep ends early, and then nobody is interested.
                    guard (try? await clock.sleep(for: duration)) != nil else { return }
                    endWindow()
                }
            }
        }

        /// Lets in who waits for room.
        private func admit() {
            let count = min(settings.capacity - waiting.count, outside.count)
            waiting += outside.prefix(count)
            outside.removeFirst(count)
        }

        private func endWindow() {
            windowIsOver = true
            dispatch()
        }

        private func start(_ batch: [Waiting]) {
            runningCount += 1
            Task.detached {
                let results = RSABatch.sign(batch.map(\.request))
                for (request, result) in zip(batch, results) {
                    request.caller.resume(returning: result.mapError { .signing($0) })
                }
                await self.finish()
            }
        }

        private func finish() {
            runningCount -= 1
            dispatch()
        }
    }
#endif
