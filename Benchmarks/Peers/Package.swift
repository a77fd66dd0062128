// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the one above it has no dependencies. The versions are exact: a ratio means something
// only if it says to what. Sources/Peers.swift prints them.
let package = Package(
    name: "Peers",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "RS256", path: "../.."),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
        .package(url: "https://github.com/attaswift/BigInt", exact: "6.0.1"),
    ],
    targets: [
        // A link to ../Harness: a target's folder must lie in its package, and the harness is no product of the other.
        .target(name: "BenchmarkHarness", path: "Harness"),
        .executableTarget(
            name: "Peers",
            dependencies: [
                "BenchmarkHarness",
                .product(name: "RS256", package: "RS256"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "BigInt", package: "BigInt"),
            ],
            path: "Sources"),
    ],
    swiftLanguageModes: [.v6]
)
