import Foundation

/// What the measurements were made on.
struct Machine: Codable, Equatable {
    /// The processor by its maker's name, and its instruction set.
    let processor: String, architecture: String

    /// How many processors the process may use.
    let processorCount: Int

    /// Name and version of the operating system.
    let operatingSystem: String

    /// What `swift --version` says; the compiler that `swift run` has just used.
    let toolchain: String

    /// This machine.
    static func current() -> Machine {
        Machine(
            processor: processorName ?? "unknown processor",
            architecture: architectureName,
            processorCount: ProcessInfo.processInfo.activeProcessorCount,
            operatingSystem: operatingSystemName,
            toolchain: toolchainVersion ?? "unknown toolchain")
    }

    /// How many threads wait for a processor or have one, on average over the last minute.
    static var load: Double? {
        var averages = [0.0]
        // The call writes at most as many numbers as it is told.
        return unsafe getloadavg(&averages, 1) == 1 ? averages[0] : nil
    }

    private static var architectureName: String {
        #if arch(x86_64)
            "x86_64"
        #elseif arch(arm64)
            "arm64"
        #else
            "another architecture"
        #endif
    }

    private static var processorName: String? {
        #if os(macOS)
            return firstLine(of: "/usr/sbin/sysctl", "-n", "machdep.cpu.brand_string")
        #else
            return value(of: "model name", separator: ":", in: "/proc/cpuinfo")
        #endif
    }

    private static var operatingSystemName: String {
        #if os(Linux)
            if let name = value(of: "PRETTY_NAME", separator: "=", in: "/etc/os-release") {
                return name.filter { $0 != "\"" }
            }
        #endif
        return ProcessInfo.processInfo.operatingSystemVersionString
    }

    private static var toolchainVersion: String? {
        firstLine(of: "/usr/bin/env", "swift", "--version")
    }

    /// What follows `name` and the separator in the first such line of a file.
    private static func value(of name: String, separator: Character, in path: String) -> String? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: separator, maxSplits: 1)
            if parts.count == 2, parts[0].trimmingCharacters(in: .whitespaces) == name {
                return parts[1].trimmingCharacters(in: .whitespaces)
            }
        }
        return nil
    }

    /// The first line that a program prints.
    private static func firstLine(of program: String, _ arguments: String...) -> String? {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text.split(separator: "\n").first.map(String.init)
    }
}
