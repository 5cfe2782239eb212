import Foundation
import ShihyoDefinitions
import ShihyoEngine
import ShihyoModel
import ShihyoReports
import Testing

@testable import ShihyoVerification

/// Papers generated from the packaged known figures: of every number that can be held one sound row, and one row for each error
/// that can be planted in it. All errors are found, with their slip; nothing sound is accused.
struct PlantedPapersTests {
  enum Kind: String, CaseIterable {
    case transposed, tenfold, truncated, base, period, sum, part, shares, impossible, document, points, scale
  }

  struct Planted {
    var id: String
    var printed: String
    var unit: String
    var compared: String
    /// nil: a sound row.
    var error: Kind?
    /// The words that the slip begins with; nil: none is expected for certain.
    var slip: String?
  }

  /// Known figures, and the numbers that they print.
  struct Source {
    var figure: KnownFigure
    var number: PrintedNumber
    /// What holds it, copies of data included.
    var compared: String { figure.clauses.map(\.text).joined(separator: "; ") }

    init?(_ figure: KnownFigure) {
      guard let number = figure.printed?.main, !number.digits.isEmpty, number.bound == nil, !number.isApproximate,
        figure.printed?.number(2) == nil, !figure.clauses.isEmpty,
        figure.clauses.allSatisfy({ if case .value = $0.content { $0.unclear == nil } else { false } })
      else { return nil }
      (self.figure, self.number) = (figure, number)
    }

    /// The text with other digits; nil where they would not be read as meant.
    func printing(_ digits: String, as value: Rational) -> String? {
      let text = figure.printedText
      let folded = TextFolding.fold(text)
      guard folded.components(separatedBy: number.digits).count == 2 else { return nil }
      let other = folded.replacingOccurrences(of: number.digits, with: digits)
      guard let read = try? PrintedText(other, unit: figure.unit), read.main?.value == value else { return nil }
      return other
    }
  }

  private static let packages = Papers.datasets.all().compactMap { try? $0.package.get() }
  static let known = KnownSources(packages).figures
  static let sources = known.compactMap(Source.init)

  private static func decimal(_ value: Rational, _ decimals: Int) -> String {
    value.rounded(to: decimals)?.description ?? ""
  }

  // MARK: Rows

  static func rows() -> [Planted] {
    var rows: [Planted] = []
    func add(_ printed: String, _ unit: String, _ compared: String, _ error: Kind? = nil, _ slip: LikelySlip? = nil) {
      let name = error.map { "planted.\($0.rawValue)" } ?? "sound"
      let word = slip.map { slip in String(slip.label.en.prefix { $0 != "(" }) }
      rows.append(
        Planted(id: "\(name).\(rows.count)", printed: printed, unit: unit, compared: compared, error: error, slip: word)
      )
    }
    for source in sources {
      let (unit, compared) = (source.figure.unit, source.compared)
      add(source.figure.printedText, unit, compared)
      if let (digits, value) = transposed(source), let text = source.printing(digits, as: value) {
        add(text, unit, compared, .transposed, .transposed)
      }
      let tenfold = source.number.value * Rational(10)
      if !tenfold.isZero, let text = source.printing(decimal(tenfold, source.number.decimals), as: tenfold) {
        add(text, unit, compared, .tenfold, .factor(exponent: 1))
      }
      // Another document repeats the number, and slips in it.
      let next = source.number.value + source.number.step * Rational(3)
      if let text = source.printing(decimal(next, source.number.decimals), as: next) {
        add(text, unit, source.figure.id, .document)
        add(source.figure.printedText, unit, source.figure.id)
      }
    }
    addShares(add)
    addSums(add)
    addRelations(add)
    return rows
  }

  private static func transposed(_ source: Source) -> (String, Rational)? {
    var characters = Array(source.number.digits)
    let places = characters.indices.filter { characters[$0].isNumber }
    guard let first = places.first, characters[first] != "0" else { return nil }
    for (left, right) in zip(places, places.dropFirst()) where characters[left] != characters[right] {
      guard left != first || characters[right] != "0" else { continue }
      characters.swapAt(left, right)
      let digits = String(characters)
      return ExactDecimal(digits.replacingOccurrences(of: ",", with: "")).map { (digits, Rational($0)) }
    }
    return nil
  }

  private typealias Add = (String, String, String, Kind?, LikelySlip?) -> Void

  /// Shares of one count in another: rounded, cut, of another base, as impossible percentages.
  private static func addShares(_ add: Add) {
    let counts = sources.filter {
      $0.figure.id.hasPrefix("ranks.") && $0.number.isExact && $0.number.value > Rational(1)
    }
    guard let whole = counts.first(where: { $0.figure.id == "ranks.A" }),
      let other = counts.first(where: { $0.figure.id == "ranks.A.2" })
    else { return }
    for part in counts where part.figure.id != "ranks.A" && part.figure.id != "ranks.A.2" {
      let compared = "share(\(part.figure.id), \(whole.figure.id))"
      guard let share = part.number.value / whole.number.value, let base = part.number.value / other.number.value
      else { continue }
      let percent = share * Rational(100)
      add(decimal(percent, 1) + "%", "％", compared, nil, nil)
      if let cut = percent.rounded(to: 1, .down), cut != percent.rounded(to: 1) {
        add(cut.description + "%", "％", compared, .truncated, .truncated)
      }
      let wrong = decimal(base * Rational(100), 1)
      add(wrong + "%", "％", compared, .base, wrong.utf8.count > 3 ? .otherBase("") : nil)
      // GRIM: of n that small not every percentage can be.
      let n = part.number.value
      for tenth in 1...999 {
        guard let count = (Rational(tenth) * n / Rational(1000))?.rounded(to: 0),
          let nearest = (Rational(count) * Rational(100) / n)?.rounded(to: 1),
          let half = (Rational(count) * Rational(100) / n)?.rounded(to: 1, .halfEven)
        else { continue }
        let claim = Rational(tenth) * (Rational(1, over: 10) ?? .zero)
        guard Rational(nearest) != claim, Rational(half) != claim, tenth % 97 == 11 else { continue }
        add(decimal(claim, 1) + "%", "％", "percentage-of(\(part.figure.id))", .impossible, nil)
        add(nearest.description + "%", "％", "percentage-of(\(part.figure.id))", nil, nil)
        break
      }
    }
  }

  /// Sums of bodies: right, wrong by more than a slip of one, with a part counted twice, and shares that add up or do not.
  private static func addSums(_ add: Add) {
    let bodies = sources.filter { $0.figure.id.hasPrefix("ranks.bureau.") }
    for start in stride(from: 0, to: bodies.count - 4, by: 3) {
      let chosen = bodies[start..<start + 4]
      let ids = chosen.map(\.figure.id).joined(separator: ", ")
      let sum = chosen.map(\.number.value).reduce(.zero, +)
      add(decimal(sum, 0) + "課題", "課題", "sum(\(ids))", nil, nil)
      add(decimal(sum + Rational(5), 0) + "課題", "課題", "sum(\(ids))", .sum, nil)
      let shares = chosen.compactMap { ($0.number.value / sum).map { decimal($0 * Rational(100), 1) + "%" } }
      add("", "％", "shares(\(shares.joined(separator: ", ")))", nil, nil)
      add("", "％", "shares(\((shares.dropLast() + ["50.3%"]).joined(separator: ", ")))", .shares, nil)
    }
    add("182.9億円", "億円", "sum(budget.general, budget.special)", nil, nil)
    add("304.8億円", "億円", "sum(budget.general, budget.special)", .part, .partAdded(""))
    add("18290百万円", "百万円", "sum(budget.general, budget.special)", nil, nil)
    add("18.3億円", "億円", "sum(budget.general, budget.special)", .scale, .factor(exponent: -1))
    add(
      "\"18,290,000円\"".replacingOccurrences(of: "\"", with: ""), "円", "sum(budget.general, budget.special)", .scale,
      .factor(exponent: -3))
  }

  /// Other periods, points, and rates of the fictional city.
  private static func addRelations(_ add: Add) {
    let slots = "metric(mihon-centres.use.slots@FY2025Q2)"
    let rate = "metric(mihon-centres.use.rate.all@FY2025Q2)"
    add("58,861コマ", "コマ", slots, nil, nil)
    add("47.9%", "％", rate, nil, nil)
    add("47.8%", "％", rate, .truncated, .truncated)
    add(Self.before, "％", rate, .period, .otherPeriod(""))
    add("1.3ポイント", "ポイント", "difference(learning.rate.paid, learning.rate.all)", nil, nil)
    add("1.3％", "％", "difference(learning.rate.paid, learning.rate.all)", .points, .percentForPoints)
    add("9.6ポイント", "ポイント", "difference(learning.rate.paid, centre.rate.paid)", nil, nil)
    add("9.6%", "％", "difference(learning.rate.paid, centre.rate.paid)", .points, .percentForPoints)
    add("60.4%", "％", "difference(learning.rate.paid, centre.rate.paid)", .points, nil)
  }

  /// The rate of the quarter before, as the published ledger prints it.
  private static let before: String = {
    let path = Papers.root.appending(path: "reports/quarterly-mihon/published/FY2025Q2/1/figures.csv").path
    let entries = (try? LedgerFile(path: path))?.entries ?? []
    let found = entries.first {
      $0.id.metric == "use.rate.all" && $0.id.period == "FY2025Q1" && $0.id.dimensions.isEmpty
    }
    return (found?.printed ?? "") + "%"
  }()

  // MARK: Checks

  /// Each row is a document of its own, so that no row explains another.
  private static func verify(_ rows: [Planted]) async throws -> Verification {
    let lines = rows.map { row in
      LedgerCSV.line([row.id, row.printed, row.unit, "", "", "paper.\(row.id)", "1", row.compared, ""])
    }
    let files = try TemporaryFiles(["paper.csv": TemporaryPaper.header + lines.joined()])
    return try await Verifier(datasets: Papers.datasets, reports: Papers.reports, engine: LocalEngine(threads: 2))
      .verify(
        [], knownFigures: [files.path("paper.csv")])
  }

  @Test func `all planted errors are found, with their slip; nothing sound is accused`() async throws {
    let rows = Self.rows()
    let result = try await Self.verify(rows)
    let figures = Dictionary(result.figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var found: [Kind: Int] = [:]
    for row in rows {
      let figure = try #require(figures[row.id], "\(row)")
      guard let error = row.error else {
        #expect(figure.verdict != .wrong, "accused: \(row) \(figure)")
        continue
      }
      #expect(figure.verdict == .wrong, "missed: \(row) \(figure)")
      if let slip = row.slip { #expect(figure.slip?.en.hasPrefix(slip) == true, "\(row) \(figure)") }
      if figure.verdict == .wrong { found[error, default: 0] += 1 }
    }
    #expect(!result.findings.contains { $0.severity == .error }, "\(result.findings)")
    for error in Kind.allCases { #expect(found[error] ?? 0 > 0, "\(error) was never planted") }
    // 29 bureaus, their totals, and the single figures of the documents.
    #expect(rows.count { $0.error != nil } >= 150, "\(found)")
    #expect(rows.count { $0.error == nil } >= 150)
  }

  @Test func `a title changed in one of two lists is named`() async throws {
    let paper = try TemporaryPaper(datasets: ["kitakyushu-issue-registers", "kitakyushu-issue-ranks"])
    let file = "datasets/kitakyushu-issue-registers/issues.csv"
    let text = try paper.text(file)
    let line = try #require(text.split(separator: "\n").first { $0.contains("門司区") && $0.contains(",A3,") })
    let cells = line.split(separator: ",", omittingEmptySubsequences: false)
    let title = String(cells[5])
    try paper.write(text.replacingOccurrences(of: title, with: title + "の検討"), file)
    let result = try await paper.verify()
    let figure = try #require(result.figure("moji.issues"))
    #expect(figure.verdict == .wrong)
    #expect(figure.why?.ja.contains("「\(title)の検討」") == true && figure.why?.en.contains("titles differ") == true)
    #expect(result.failures.map(\.id) == ["moji.issues"])
    #expect(result.changedFiles.first?.moved.map(\.id) == ["moji.issues"])
  }
}
