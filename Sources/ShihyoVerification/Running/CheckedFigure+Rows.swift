import ShihyoEngine
import ShihyoModel
import ShihyoReports

extension CheckedFigure {
  static let rowsNamed = 5

  /// Names the rows that weigh most; none where the input cannot be read, which is a finding elsewhere.
  mutating func takeRows(of parts: [FigurePart]) {
    guard !parts.isEmpty else { return }
    var largest = LargestContributions(limit: Self.rowsNamed)
    var seen: Set<String> = []
    let totals = try? ContributionReader(parts).run { _, contribution in
      // A row that stands in numerator and denominator is one row.
      if seen.insert(Self.name(contribution)).inserted { largest.add(contribution) }
    }
    guard totals != nil else { return }
    rows = largest.sorted.map(Self.name)
    rowCount = seen.count
  }

  private static func name(_ contribution: Contribution) -> String {
    "\(contribution.row.file ?? "-"):\(contribution.row.line)"
  }
}
