import ShihyoModel

/// Ratios whose two sides leave out cells without a value: the mark on the figure does not say that the sides then stand for
/// different rows.
struct RatioGaps {
  /// As many groups as are named before «and others».
  static let mostNamed = 6

  private struct Entry {
    var group: Bilingual
    var numerator: Int
    var denominator: Int
  }

  private let label: Bilingual
  private let readsOneColumn: Bool
  /// Columns of each side: a row without values lacks a cell in each of them.
  private let columns: (numerator: Int, denominator: Int)
  private let tellsEqual: Bool
  private var entries: [Entry] = []

  init(_ ratio: RatioExpression, label: Bilingual) {
    self.init(ratio.numerator, ratio.denominator, label: label)
  }

  /// - Parameter tellsEqual: whether sides that leave out as many rows are told as well: they may be different ones.
  init(_ numerator: SignedSum, _ denominator: SignedSum, label: Bilingual, tellsEqual: Bool = true) {
    self.label = label
    self.tellsEqual = tellsEqual
    columns = (Self.columns(numerator), Self.columns(denominator))
    // One column on both sides leaves out the same cells.
    readsOneColumn =
      Set((numerator.terms + denominator.terms).map { $0.measure.column.map { Label($0) } }).count == 1
  }

  private static func columns(_ sum: SignedSum) -> Int { max(1, sum.terms.count { $0.measure.column != nil }) }

  private func differs(_ numerator: Int, _ denominator: Int) -> Bool {
    numerator * columns.denominator != denominator * columns.numerator
  }

  /// - Parameter group: how the row is called; empty for a table without groups.
  mutating func add(
    _ group: @autoclosure () -> Bilingual, _ numerator: SignedSumValue, _ denominator: SignedSumValue
  ) {
    let counts = (numerator.reasons.total, denominator.reasons.total)
    guard !readsOneColumn, numerator.value != nil, denominator.value != nil, counts != (0, 0),
      tellsEqual || differs(counts.0, counts.1)
    else { return }
    // The rest are only counted.
    let name = entries.count < Self.mostNamed ? group() : Bilingual(ja: "", en: "")
    entries.append(Entry(group: name, numerator: counts.0, denominator: counts.1))
  }

  /// Whether one side leaves out more rows than the other.
  private var differs: Bool { entries.contains { differs($0.numerator, $0.denominator) } }

  /// nil where both sides of every ratio stand for all rows.
  var note: Bilingual? {
    guard !entries.isEmpty else { return nil }
    let named = entries.prefix(Self.mostNamed)
    let rest = entries.count - named.count
    let ja = named.map { words($0).ja }.joined(separator: "、") + (rest > 0 ? "、ほか\(rest)" : "")
    let en = named.map { words($0).en }.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "")
    return Bilingual(
      ja: "\(label.ja)：値がないため除いたセルは\(ja)。分子と分母の対象は" + (differs ? "同じ行ではない。" : "同じ行とは限らない。"),
      en: "\(label.en): cells left out for want of a value: \(en). Numerator and denominator "
        + (differs ? "do not stand for the same rows." : "may stand for different rows."))
  }

  /// The first place, and how many more there are; nil where there is none.
  var summary: Bilingual? {
    guard let first = entries.first.map(words) else { return nil }
    let rest = entries.count - 1
    return Bilingual(
      ja: first.ja + (rest > 0 ? "、ほか\(rest)か所" : ""), en: first.en + (rest > 0 ? "; \(rest) more" : ""))
  }

  private func words(_ entry: Entry) -> Bilingual {
    let lead = Bilingual(
      ja: entry.group.ja.isEmpty ? "" : entry.group.ja + "の", en: entry.group.en.isEmpty ? "" : entry.group.en + ": ")
    return Bilingual(
      ja: "\(lead.ja)分子\(entry.numerator)・分母\(entry.denominator)",
      en: "\(lead.en)\(entry.numerator) in the numerator, \(entry.denominator) in the denominator")
  }
}
