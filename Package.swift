// swift-tools-version: 6.2
import PackageDescription

/// The rules every target is built under.
let strict: [SwiftSetting] = [
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// The AVX-512 engine is in release builds with the trait. In debug builds every module also emits functions that the
/// linker may share with others, and those of the kernels must not be shared.
let withAVX512 = BuildSettingCondition.when(configuration: .release, traits: ["AVX512"])

/// The flags of the AVX-512 kernels, the only target with flags of its own: the module `Builtin` gives Swift the vector
/// instructions, and clang's flags allow the compiler to use them, on x86-64 alone. Without reflection data and
/// cross-module copies the object defines nothing that another could.
let avx512: [SwiftSetting] = [
    .define("RS256_AVX512", withAVX512),
    .enableExperimentalFeature("BuiltinModule", withAVX512),
    .unsafeFlags(
        [
            "-Xcc", "-Xarch_x86_64", "-Xcc", "-march=x86-64-v4", "-Xcc", "-Xarch_x86_64", "-Xcc",
            "-mavx512ifma",
            "-Xcc", "-Qunused-arguments", "-Xfrontend", "-disable-reflection-metadata",
            "-Xfrontend", "-disable-cmo",
        ], withAVX512),
]

/// The same for SHA-256 by the SHA extensions.
let withSHAExtensions = BuildSettingCondition.when(configuration: .release, traits: ["SHAExtensions"])
let shaExtensions: [SwiftSetting] = [
    .define("RS256_SHA_EXTENSIONS", withSHAExtensions),
    .enableExperimentalFeature("BuiltinModule", withSHAExtensions),
    .unsafeFlags(
        [
            "-Xcc", "-Xarch_x86_64", "-Xcc", "-msha", "-Xcc", "-Xarch_x86_64", "-Xcc", "-msse4.1",
            "-Xcc", "-Qunused-arguments", "-Xfrontend", "-disable-reflection-metadata",
            "-Xfrontend", "-disable-cmo",
        ], withSHAExtensions),
]

/// A module of the library and the tests that mirror it, which may need `others` besides.
func module(
    _ name: String, _ dependencies: [Target.Dependency] = [], testedWith others: [Target.Dependency] = [],
    settings: [SwiftSetting] = []
) -> [Target] {
    [
        .target(name: name, dependencies: dependencies, swiftSettings: strict + settings),
        .testTarget(
            name: name + "Tests",
            dependencies: [.target(name: name), "TestSupport"] + dependencies + others,
            swiftSettings: strict),
    ]
}

let package = Package(
    name: "RS256",
    platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
    products: [
        .library(name: "ConstantTime", targets: ["ConstantTime"]),
        .library(name: "Base64Coding", targets: ["Base64Coding"]),
        .library(name: "SHA2", targets: ["SHA2"]),
        .library(name: "DER", targets: ["DER"]),
        .library(name: "RSA", targets: ["RSA"]),
        .library(name: "JOSE", targets: ["JOSE"]),
        .library(name: "TokenExchange", targets: ["TokenExchange"]),
        .library(name: "URLSessionTransport", targets: ["URLSessionTransport"]),
        .library(name: "LocalIdentityProvider", targets: ["LocalIdentityProvider"]),
        .library(name: "RS256", targets: ["RS256"]),
        .executable(name: "rs256", targets: ["CommandLineTool"]),
    ],
    traits: [
        .default(enabledTraits: ["AVX512", "SHAExtensions"]),
        .trait(
            name: "AVX512",
            description: "Contain the engine for processors with AVX-512 IFMA, to be chosen at run time."),
        .trait(
            name: "SHAExtensions",
            description:
                "Contain SHA-256 for x86-64 processors with SHA extensions, to be chosen at run time."),
    ],
    dependencies: [],
    targets: [
        module("ConstantTime"),
        module("Base64Coding", ["ConstantTime"]),
        module(
            "SHA2",
            [
                .target(name: "SHA2Extensions", condition: .when(traits: ["SHAExtensions"])),
                .target(name: "Processor", condition: .when(traits: ["SHAExtensions"])),
            ],
            settings: [.define("RS256_SHA_EXTENSIONS", withSHAExtensions)]),
        module("DER", ["Base64Coding", "ConstantTime"]),
        module(
            "BigMod",
            [
                "ConstantTime",
                .target(name: "BigModAVX512", condition: .when(traits: ["AVX512"])),
                .target(name: "Processor", condition: .when(traits: ["AVX512"])),
            ],
            settings: [.define("RS256_AVX512", withAVX512)]),
        module("RSA", ["BigMod", "ConstantTime", "DER", "SHA2"]),
        module("JOSE", ["Base64Coding", "ConstantTime", "RSA", "SHA2"]),
        module("RS256", ["Base64Coding", "DER", "JOSE", "RSA", "SHA2"]),
        module("TokenExchange", ["JOSE", "RSA"], testedWith: ["ConstantTime", "DER"]),
        module("URLSessionTransport", ["RSA", "TokenExchange"], testedWith: ["LocalIdentityProvider"]),
        module(
            "LocalIdentityProvider", ["JOSE", "RSA"],
            testedWith: ["ConstantTime", "TokenExchange", "URLSessionTransport"]),
        [
            .executableTarget(
                name: "CommandLineTool",
                dependencies: [
                    "ConstantTime", "JOSE", "LocalIdentityProvider", "RSA", "SHA2", "TokenExchange",
                    "URLSessionTransport",
                ],
                swiftSettings: strict),
            .testTarget(
                name: "CommandLineToolTests",
                dependencies: ["CommandLineTool", "JOSE", "RSA", "TestSupport", "TokenExchange"],
                swiftSettings: strict),
            // Signs, verifies and computes on request, for .ci/interop and .ci/differential.
            .executableTarget(
                name: "CheckDriver",
                dependencies: ["BigMod", "ConstantTime", "RSA", "TestSupport"],
                path: "Tests/Driver",
                swiftSettings: strict),
            // The program that valgrind watches for branches and addresses that depend on a key: .ci/constant-time.
            .executableTarget(
                name: "ConstantTimeCheck", dependencies: ["BigMod", "ConstantTime", "DER", "RSA"],
                path: "Tests/ConstantTimeCheck", swiftSettings: strict),
            // Runs operations whose instructions are counted: .ci/equal-counts.
            .executableTarget(
                name: "EqualCounts", dependencies: ["BigMod", "ConstantTime", "RSA"],
                path: "Tests/EqualCounts/Program", swiftSettings: strict),
            // Uses a key, lets it go, and searches its own memory for what is left: .ci/secrets.
            .executableTarget(
                name: "SecretsCheck", dependencies: ["ConstantTime", "JOSE", "RSA"],
                path: "Tests/SecretsCheck/Program", swiftSettings: strict),
            // One key in many threads at once: .ci/threads.
            .executableTarget(
                name: "ThreadsCheck", dependencies: ["RSA", "TestSupport"], path: "Tests/ThreadsCheck",
                swiftSettings: strict),
            // Whether times depend on secrets, by statistics; see CONTRIBUTING.md.
            .executableTarget(
                name: "TimingCheck", dependencies: ["ConstantTime", "RSA", "TestSupport"],
                path: "Tests/TimingCheck", swiftSettings: strict),
            // Makes errors in the middle of signatures and counts what gets out: .ci/faults.
            .executableTarget(
                name: "FaultCheck", dependencies: ["BigMod", "ConstantTime", "RSA", "TestSupport"],
                path: "Tests/FaultCheck", swiftSettings: strict),
            // The AVX-512 kernels against the portable engine on numbers with edges: .ci/engines.
            .executableTarget(
                name: "EngineCheck", dependencies: ["BigMod", "ConstantTime", "RSA", "TestSupport"],
                path: "Tests/EngineCheck", swiftSettings: strict),
            // Makes signatures that are none and counts which are accepted: .ci/forgery.
            .executableTarget(
                name: "ForgeryCheck", dependencies: ["BigMod", "ConstantTime", "RSA", "SHA2", "TestSupport"],
                path: "Tests/ForgeryCheck", swiftSettings: strict),
            // Gives hostile inputs to the readers and measures what refusing them costs: .ci/resources.
            .executableTarget(
                name: "ResourceCheck",
                dependencies: ["Base64Coding", "ConstantTime", "DER", "JOSE", "RSA", "TokenExchange"],
                path: "Tests/ResourceCheck", swiftSettings: strict),
            // The rules that the fuzzer of .ci/fuzz checks, and the test that replays what it has found.
            .target(
                name: "FuzzProperties",
                dependencies: [
                    "Base64Coding", "ConstantTime", "DER", "JOSE", "LocalIdentityProvider", "RSA",
                    "TokenExchange", "URLSessionTransport",
                ],
                path: "Tests/Fuzzing/Properties", swiftSettings: strict),
            .testTarget(
                name: "FuzzReplayTests", dependencies: ["FuzzProperties"],
                path: "Tests/Fuzzing/Replay", swiftSettings: strict),
            // Measurements; Benchmarks/Peers is a package of its own, which measures other software beside this.
            .target(name: "BenchmarkHarness", path: "Benchmarks/Harness", swiftSettings: strict),
            .testTarget(
                name: "BenchmarkHarnessTests",
                dependencies: ["BenchmarkHarness"],
                swiftSettings: strict),
            .executableTarget(
                name: "Benchmarks",
                dependencies: [
                    "Base64Coding", "BenchmarkHarness", "BigMod", "ConstantTime", "DER", "JOSE",
                    "LocalIdentityProvider", "RSA", "SHA2", "TokenExchange", "URLSessionTransport",
                ],
                path: "Benchmarks/Suites",
                swiftSettings: strict),
            .target(name: "BigModAVX512", swiftSettings: strict + avx512),
            .target(name: "SHA2Extensions", swiftSettings: strict + shaExtensions),
            // What the processor can do, learnt without the flags of the kernels.
            .target(name: "Processor", swiftSettings: strict),
            // What several test targets need: where the vectors are, hexadecimal, a seeded generator.
            .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        ],
    ].flatMap(\.self),
    swiftLanguageModes: [.v6]
)
