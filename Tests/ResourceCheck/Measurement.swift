import Foundation

/// What one reading of an input has cost.
struct Measurement {
    /// CPU time, in milliseconds.
    var milliseconds: Double

    /// How much the memory of the process has grown at most, in bytes.
    var grownBytes: Int

    /// What `body` costs: the least time of several runs, because other programs disturb, and the most memory.
    static func of(_ body: () -> Void) -> Measurement {
        var result = Measurement(milliseconds: .infinity, grownBytes: 0)
        for _ in 0..<3 {
            resetPeak()
            let memory = statusValue("VmRSS")
            let start = cpuNanoseconds()
            body()
            let end = cpuNanoseconds()
            result.milliseconds = min(result.milliseconds, Double(end - start) / 1e6)
            result.grownBytes = max(result.grownBytes, statusValue("VmHWM") - memory)
        }
        return result
    }

    /// CPU time of the process so far.
    private static func cpuNanoseconds() -> Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// Makes the peak of the memory (VmHWM) what is in use now: proc(5), clear_refs.
    private static func resetPeak() {
        guard let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else {
            fatalError("/proc/self/clear_refs cannot be written")
        }
        file.write(Data("5".utf8))
    }

    /// A value of /proc/self/status, in bytes.
    private static func statusValue(_ name: String) -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
        guard let words = line?.split(whereSeparator: { $0 == " " || $0 == "\t" }), words.count == 3,
            let kibibytes = Int(words[1])
        else { fatalError("/proc/self/status has no \(name)") }
        return kibibytes * 1024
    }
}
