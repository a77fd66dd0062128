import Glibc

/// A thread whose stack stays after its end, with all that is left on it.
enum OwnStack {
    private static let byteCount = 4 << 20

    /// Runs `body` on such a thread and waits for its end.
    static func run(_ body: @escaping () -> Void) {
        unsafe operation = body
        guard
            let stack = unsafe mmap(
                nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
            unsafe stack != MAP_FAILED
        else { fatalError("no memory for a stack") }
        var attributes = pthread_attr_t()
        var thread = pthread_t()
        unsafe pthread_attr_init(&attributes)
        unsafe pthread_attr_setstack(&attributes, stack, byteCount)
        let status = unsafe pthread_create(
            &thread, &attributes,
            { _ in
                unsafe OwnStack.operation?()
                return nil
            }, nil)
        precondition(status == 0, "no thread")
        pthread_join(thread, nil)
    }

    nonisolated(unsafe) private static var operation: (() -> Void)?
}
