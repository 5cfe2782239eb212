// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// What only the trait `Spark` builds.
func spark(_ name: String, _ package: String) -> Target.Dependency {
  .product(name: name, package: package, condition: .when(traits: ["Spark"]))
}

let package = Package(
  name: "shihyo",
  products: [
    .library(name: "Shihyo", targets: ["Shihyo"]),
    .executable(name: "shihyo", targets: ["ShihyoCLI"]),
  ],
  traits: [
    .trait(name: "Spark", description: "The engine of an Apache Spark cluster (Spark Connect over gRPC).")
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/grpc/grpc-swift-2", from: "2.4.3"),
    .package(url: "https://github.com/grpc/grpc-swift-nio-transport", from: "2.9.2"),
    .package(url: "https://github.com/grpc/grpc-swift-protobuf", from: "2.4.1"),
    .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibcsv", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CUtf8proc", providers: [.apt(["libutf8proc-dev"])]),
    .systemLibrary(name: "CXlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "CFieldIndex"),
    .target(name: "ShihyoModel", dependencies: [.product(name: "BigInt", package: "BigInt")], swiftSettings: settings),
    .target(name: "ShihyoEngine", dependencies: ["ShihyoModel", "CLibcsv", "CFieldIndex"], swiftSettings: settings),
    .target(name: "ShihyoStatistics", dependencies: ["ShihyoModel"], swiftSettings: settings),
    .target(
      name: "ShihyoDefinitions", dependencies: ["ShihyoModel", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
    .target(
      name: "ShihyoReports",
      dependencies: [
        "ShihyoModel", "ShihyoStatistics", "ShihyoDefinitions", "ShihyoEngine", "CUtf8proc", "CXlsxwriter",
      ],
      swiftSettings: settings),
    .target(
      name: "ShihyoVerification",
      dependencies: ["ShihyoModel", "ShihyoEngine", "ShihyoStatistics", "ShihyoDefinitions", "ShihyoReports"],
      swiftSettings: settings),
    .target(
      name: "ShihyoSpark",
      dependencies: [
        "ShihyoModel", "ShihyoEngine",
        spark("GRPCCore", "grpc-swift-2"), spark("GRPCNIOTransportHTTP2Posix", "grpc-swift-nio-transport"),
        spark("GRPCProtobuf", "grpc-swift-protobuf"), spark("SwiftProtobuf", "swift-protobuf"),
      ],
      exclude: ["Protocol/spark_connect.proto", "Protocol/generate.sh"],
      swiftSettings: settings),
    .target(
      name: "Shihyo",
      dependencies: [
        "ShihyoModel", "ShihyoEngine", "ShihyoStatistics", "ShihyoDefinitions", "ShihyoReports", "ShihyoVerification",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "ShihyoCLI",
      dependencies: ["Shihyo", "ShihyoSpark", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: settings),
    .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: settings),
    .executableTarget(
      name: "ShihyoFuzz",
      dependencies: ["SeededRandom", "ShihyoModel", "ShihyoEngine", "ShihyoDefinitions", "ShihyoVerification"],
      path: "Tests/fuzz/ShihyoFuzz", swiftSettings: settings),
    .testTarget(name: "CFieldIndexTests", dependencies: ["CFieldIndex", "SeededRandom"], swiftSettings: settings),
    .testTarget(name: "ShihyoModelTests", dependencies: ["ShihyoModel", "SeededRandom"], swiftSettings: settings),
    .testTarget(name: "ShihyoEngineTests", dependencies: ["ShihyoEngine", "SeededRandom"], swiftSettings: settings),
    .testTarget(name: "ShihyoStatisticsTests", dependencies: ["ShihyoStatistics"], swiftSettings: settings),
    .testTarget(
      name: "ShihyoDefinitionsTests", dependencies: ["ShihyoDefinitions", "SeededRandom"], swiftSettings: settings),
    .testTarget(
      name: "ShihyoReportsTests", dependencies: ["ShihyoReports", "SeededRandom"], exclude: ["Snapshots"],
      swiftSettings: settings),
    .testTarget(
      name: "ShihyoSparkTests",
      dependencies: ["ShihyoSpark", "ShihyoEngine", spark("GRPCInProcessTransport", "grpc-swift-2")],
      swiftSettings: settings),
    .testTarget(
      name: "ShihyoVerificationTests", dependencies: ["ShihyoVerification", "SeededRandom"], swiftSettings: settings),
  ]
)
