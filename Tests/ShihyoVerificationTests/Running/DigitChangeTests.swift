import Foundation
import SeededRandom
import ShihyoModel
import Testing

@testable import ShihyoVerification

/// Hundreds of one-digit changes, chosen by a fixed seed: none goes unnoticed.
struct DigitChangeTests {
  static let datasets = [
    "kitakyushu-requests", "kitakyushu-centre-users", "kitakyushu-utilisation", "kitakyushu-multi-purpose-use",
    "kitakyushu-sunday-opening", "kitakyushu-surveys",
  ]
  /// The newest: older ones are not computed again.
  static let edition = "reports/quarterly/published/FY2025Q2/7/"
  static let ledger = edition + "figures.csv"

  /// Another digit in place of one of the file's, below its header.
  private static func changed(_ text: String, _ random: inout SeededGenerator) -> String {
    var bytes = Array(text.utf8)
    let start = (bytes.firstIndex(of: 0x0A) ?? 0) + 1
    let digits = bytes.indices.filter { $0 >= start && (0x30...0x39).contains(bytes[$0]) }
    let place = digits[Int.random(in: 0..<digits.count, using: &random)]
    bytes[place] = 0x30 + (bytes[place] - 0x30 + UInt8.random(in: 1...9, using: &random)) % 10
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Changes one digit of a file, verifies, puts it back.
  ///
  /// - Returns: whether figures moved.
  private static func change(
    _ file: String, of paper: TemporaryPaper, names: [String] = [], _ random: inout SeededGenerator
  ) async throws -> Bool {
    let before = try paper.text(file)
    let after = changed(before, &random)
    try paper.write(after, file)
    let result = try await paper.verify(names)
    try paper.write(before, file)
    let difference = zip(before.split(separator: "\n"), after.split(separator: "\n")).first { $0 != $1 }
    let change = "\(file): \(difference.map { "\($0.0) → \($0.1)" } ?? "")"
    #expect(!result.holds, "\(change)")
    let failures = Set(result.failures.map(\.id))
    if file.hasSuffix("/figures.csv") {
      // The ledger is computed again: the figure, or the id that is no longer one, is named, and the bytes are not those of the run.
      #expect(!failures.isEmpty || result.findings.contains { $0.place.file?.hasSuffix(file) == true }, "\(change)")
      #expect(result.failures.allSatisfy { $0.section == .ledger }, "\(change)")
      #expect(result.codes.contains("verify.output-edited"), "\(change)")
    } else if file.hasSuffix("run.json") {
      #expect(result.findings.contains { $0.place.file?.hasSuffix(file) == true }, "\(change): \(result.codes)")
    } else {
      // The digest sees it; a figure that fails is named beside the file, with old and new, or none moved.
      let files = result.changedFiles
      #expect(files.map(\.path).allSatisfy { $0.hasSuffix(file) } && files.count == 1, "\(change)")
      let moved = Set(files.flatMap(\.moved).map(\.id))
      #expect(moved == failures || file.hasSuffix("known-figures.csv"), "\(change): \(failures)")
      #expect(moved.isSubset(of: failures), "\(change)")
      for figure in files.flatMap(\.moved) {
        #expect(figure.old != figure.new || figure.why != nil, "\(change): \(figure)")
      }
    }
    return !failures.isEmpty
  }

  static let small = [
    TemporaryPaper.smallDatum, TemporaryPaper.smallKnown, TemporaryPaper.smallLedger, TemporaryPaper.smallRun,
  ]

  /// A paper small enough to be verified some hundreds of times: fifty changes of every kind of file, side by side.
  @Test(arguments: small)
  func `none of some hundreds of changed digits goes unnoticed`(_ file: String) async throws {
    let paper = try await TemporaryPaper(small: nil)
    let sound = try await paper.verify()
    try #require(sound.holds, "\(sound.failures) \(sound.findings)")
    #expect(sound.figures.count > 12)
    var random = SeededGenerator(seed: 20_241_220)
    var moved = 0
    for _ in 0..<50 where try await Self.change(file, of: paper, &random) { moved += 1 }
    // Enough of the changes hit numbers, so that the test says something.
    #expect(moved > 15 || file == TemporaryPaper.smallRun, "\(file): \(moved)")
    #expect(try await paper.verify().holds)
  }

  /// A few of the same on the papers of the city.
  @Test func `changed digits of the packaged papers are noticed`() async throws {
    let paper = try TemporaryPaper(datasets: Self.datasets, reports: ["quarterly"])
    var random = SeededGenerator(seed: 20_250_331)
    var files: [(String, [String])] = Array(repeating: (Self.ledger, []), count: 6)
    for name in Self.datasets {
      let folder = "datasets/" + name
      let names = try FileManager.default.contentsOfDirectory(atPath: paper.folder.appending(path: folder).path)
      let data = names.filter { $0.hasSuffix(".csv") && $0 != "known-figures.csv" }.min() ?? ""
      // No ledger reads known figures: their dataset alone tells as much, in less time.
      files += [(folder + "/" + data, []), (folder + "/known-figures.csv", [name])]
    }
    for (file, names) in files { _ = try await Self.change(file, of: paper, names: names, &random) }
    #expect(try await paper.verify().holds)
  }

  /// What every printed digit of the copied figures is held against.
  @Test func `a changed datum names its figures in ledger and known figures`() async throws {
    let paper = try TemporaryPaper(datasets: Self.datasets, reports: ["quarterly"])
    let file = "datasets/kitakyushu-requests/requests.csv"
    try paper.write(try paper.text(file).replacingOccurrences(of: "252", with: "225"), file)
    let result = try await paper.verify()
    let moved = try #require(result.changedFiles.first).moved
    let copied = try #require(moved.first { $0.id == "requests.centres" })
    #expect(copied.old == "252件" && copied.new == "225" && copied.difference == "-27")
    #expect(copied.spelled(.ja) == "252件 → 225件（差 △27）")
    let own = try #require(moved.first { $0.id.hasPrefix("quarterly/") && $0.id.contains("requests.centres@FY2023") })
    #expect(own.old == "252" && own.new == "225" && own.unit == "件")
    #expect(own.spelled(.en) == "252件 → 225件 (difference -27)")
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
