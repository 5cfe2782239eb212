import Foundation
import ShihyoModel
import Testing

@testable import ShihyoVerification

/// Hundreds of one-digit changes, chosen by a fixed seed: none goes unnoticed.
struct DigitChangeTests {
  /// SplitMix64.
  struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  enum Kind: CaseIterable { case datum, known, ledger }

  static let datasets = [
    "kitakyushu-requests", "kitakyushu-centre-users", "kitakyushu-utilisation", "kitakyushu-multi-purpose-use",
    "kitakyushu-sunday-opening", "kitakyushu-surveys",
  ]
  static let ledger = "reports/quarterly/published/FY2025Q2/2/figures.csv"

  private static func file(_ kind: Kind, _ random: inout Seeded) throws -> String {
    if kind == .ledger { return ledger }
    let folder = "datasets/" + datasets[Int.random(in: 0..<datasets.count, using: &random)]
    if kind == .known { return folder + "/known-figures.csv" }
    let names = try FileManager.default.contentsOfDirectory(
      atPath: TemporaryPaper.root.appending(path: folder).path)
    return folder + "/" + (names.filter { $0.hasSuffix(".csv") && $0 != "known-figures.csv" }.min() ?? "")
  }

  /// Another digit in place of one of the file's, below its header.
  private static func changed(_ text: String, _ random: inout Seeded) -> String {
    var bytes = Array(text.utf8)
    let start = (bytes.firstIndex(of: 0x0A) ?? 0) + 1
    let digits = bytes.indices.filter { $0 >= start && (0x30...0x39).contains(bytes[$0]) }
    let place = digits[Int.random(in: 0..<digits.count, using: &random)]
    bytes[place] = 0x30 + (bytes[place] - 0x30 + UInt8.random(in: 1...9, using: &random)) % 10
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `none of some hundreds of changed digits goes unnoticed`() async throws {
    let paper = try TemporaryPaper(datasets: Self.datasets, reports: ["quarterly"])
    #expect(try await paper.verify().holds)
    var random = Seeded(state: 20_241_220)
    var moved = 0
    for number in 0..<210 {
      let kind = Kind.allCases[number % 3]
      let file = try Self.file(kind, &random)
      let before = try paper.text(file)
      let after = Self.changed(before, &random)
      try paper.write(after, file)
      let result = try await paper.verify()
      try paper.write(before, file)
      let difference = zip(before.split(separator: "\n"), after.split(separator: "\n")).first { $0 != $1 }
      let change = "\(file): \(difference.map { "\($0.0) → \($0.1)" } ?? "")"
      #expect(!result.holds, "\(change)")
      switch kind {
      case .ledger:
        // The ledger is computed again: the figure, or the id that is no longer one, is named.
        #expect(
          !result.failures.isEmpty || result.findings.contains { $0.place.file?.hasSuffix(file) == true }, "\(change)")
        #expect(result.failures.allSatisfy { $0.section == .ledger }, "\(change)")
      case .datum, .known:
        // The digest sees it; a figure that fails is named beside the file, or none moved.
        let files = result.changedFiles
        #expect(files.map(\.path).allSatisfy { $0.hasSuffix(file) } && files.count == 1, "\(change)")
        let failures = Set(result.failures.map(\.id))
        #expect(Set(files.flatMap(\.moved)) == failures || kind == .known, "\(change): \(failures)")
        #expect(Set(files.flatMap(\.moved)).isSubset(of: failures), "\(change)")
      }
      if !result.failures.isEmpty { moved += 1 }
    }
    // Enough of the changes hit numbers, so that the test says something.
    #expect(moved > 80)
    #expect(try await paper.verify().holds)
  }

  /// What every printed digit of the copied figures is held against.
  @Test func `a changed datum names its figures in ledger and known figures`() async throws {
    let paper = try TemporaryPaper(datasets: Self.datasets, reports: ["quarterly"])
    let file = "datasets/kitakyushu-requests/requests.csv"
    try paper.write(try paper.text(file).replacingOccurrences(of: "252", with: "225"), file)
    let result = try await paper.verify()
    let moved = try #require(result.changedFiles.first).moved
    #expect(moved.contains("requests.centres"))
    #expect(moved.contains { $0.hasPrefix("quarterly/") && $0.contains("requests.centres@FY2023") })
    let figure = try #require(result.figure("requests.centres"))
    #expect(figure.printed == "252件")
    #expect(figure.computed == "225")
    #expect(figure.difference == "-27")
    #expect(figure.slip == LikelySlip.transposed.label)
    #expect(figure.rowCount == 1)
    #expect(figure.rows.first?.hasSuffix("requests.csv:3") == true)
    let row = try #require(result.failures.first { $0.section == .ledger }).rows
    #expect(row.contains { $0.hasSuffix("requests.csv:3") })
    #expect(result.codes.contains("explain.input-changed"))
  }
}
