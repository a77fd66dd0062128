#if os(Linux) && arch(x86_64)
    import Glibc

    /// Counts the instructions that this process executes, by the processor's trap flag (Intel SDM volume 3, section
    /// 17.3.1.4): with it the kernel sends SIGTRAP after every instruction. That works with all instructions that the
    /// processor knows, which valgrind does not.
    enum SingleStepping {
        /// Instructions, and a hash (FNV-1a) of all their addresses in order: equal hashes mean the same path.
        struct Trace: Equatable {
            var count = 0
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        }

        /// The trap flag in the flags register.
        private static let trapFlag: UInt64 = 0x100

        /// Where two registers are in the `ucontext_t` that a signal handler gets (<sys/ucontext.h>): 40 bytes precede the
        /// array of registers, of which RIP has number 16 and RFLAGS number 17.
        private static let instructionPointer = 40 + 8 * 16, flagsRegister = 40 + 8 * 17

        nonisolated(unsafe) private static var current = Trace()

        /// Runs `body` instruction by instruction. What surrounds it here takes the same few each time.
        static func trace(_ body: () -> Void) -> Trace {
            unsafe install(SIGUSR1) { _, _, context in unsafe SingleStepping.setTrapFlag(true, in: context) }
            unsafe install(SIGUSR2) { _, _, context in unsafe SingleStepping.setTrapFlag(false, in: context) }
            unsafe install(SIGTRAP) { _, _, context in unsafe SingleStepping.step(context) }
            unsafe current = Trace()
            raise(SIGUSR1)
            body()
            raise(SIGUSR2)
            return unsafe current
        }

        /// One instruction has been executed: its successor's address joins the trace.
        private static func step(_ context: UnsafeMutableRawPointer?) {
            guard let address = unsafe context?.load(fromByteOffset: instructionPointer, as: UInt64.self)
            else {
                return
            }
            unsafe current.count &+= 1
            unsafe current.hash = (current.hash ^ address) &* 0x100_0000_01b3
        }

        /// Sets or clears the flag in the registers that the interrupted code goes on with.
        private static func setTrapFlag(_ on: Bool, in context: UnsafeMutableRawPointer?) {
            guard let flags = unsafe context?.load(fromByteOffset: flagsRegister, as: UInt64.self) else {
                return
            }
            unsafe context?.storeBytes(
                of: on ? flags | trapFlag : flags & ~trapFlag, toByteOffset: flagsRegister, as: UInt64.self)
        }

        private static func install(
            _ signal: Int32,
            _ handler:
                @escaping @convention(c) (
                    Int32, UnsafeMutablePointer<siginfo_t>?, UnsafeMutableRawPointer?
                ) -> Void
        ) {
            var action = sigaction()
            unsafe action.__sigaction_handler.sa_sigaction = unsafe handler
            action.sa_flags = SA_SIGINFO
            unsafe sigaction(signal, &action, nil)
        }
    }
#else
    /// Needs the trap flag of x86 and the signals of Linux.
    enum SingleStepping {
        struct Trace: Equatable {
            let count: Int
            let hash: UInt64
        }

        static func trace(_ body: () -> Void) -> Trace {
            fatalError("no single-stepping on this system")
        }
    }
#endif
