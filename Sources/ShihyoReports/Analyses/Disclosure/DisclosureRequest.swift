public import ShihyoModel
import ShihyoStatistics

/// Counts below a threshold are not shown, nor what they could be worked out from.
///
/// - Source: domain.md, section 11; statistics.md, section 10. The rule is the office's, for people, not for things.
public struct DisclosureRequest: Hashable, Sendable {
  /// Counts above 0 and below this are hidden.
  public var threshold: Int
  /// The column of people; nil: each record is a person, or what the analysis itself sums.
  public var column: String?

  /// - Errors: `DisclosureRule.thresholdOutside` unless 2…1000.
  public init(threshold: Int, column: String? = nil) throws(Findings) {
    guard (2...1000).contains(threshold) else {
      throw Findings([Finding(DisclosureRule.thresholdOutside, text: String(threshold))], kind: .usage)
    }
    self.threshold = threshold
    self.column = column
  }

  /// What is counted to decide.
  var measure: Measure { column.map { .primitive(.sum($0)) } ?? .count }

  /// Under every table that it governs.
  var note: Bilingual {
    Bilingual(
      ja: "個人が特定されないよう、\(threshold)未満の数（0を除く）は示さない。合計などから逆算できないように、ほかの数も合わせて示さない。",
      en:
        "Counts below \(threshold) (other than 0) are not shown, so that nobody is identified; nor are others from which they could be worked out."
    )
  }

  /// In the ledger, of a hidden figure; it does not say which of both reasons holds, which would tell small counts apart.
  var reason: Bilingual {
    Bilingual(ja: "秘匿：\(threshold)未満の数か、それを逆算できる数", en: "hidden: below \(threshold), or tells a count that is")
  }
}

extension DisclosureRequest {
  /// What became of the records is printed under every table, so their number is published as well.
  ///
  /// - Errors: `tooFewRecords`.
  func check(_ accounting: Accounting) throws(Findings) {
    let rule = PrimaryRule.threshold(threshold)
    let left = accounting.filteredOut + accounting.leftOut.total
    guard column == nil, rule.hides(count: accounting.accepted) || rule.hides(count: left) else { return }
    throw Findings([Finding(DisclosureRule.tooFewRecords(threshold: threshold))])
  }
}

extension Figure {
  /// The figure as a reader may see it who must not know it: no value, no parts, no n.
  func hidden(_ request: DisclosureRequest) -> Figure {
    var figure = self
    figure.value = .absent(.suppressed)
    (figure.numerator, figure.denominator, figure.n) = (nil, nil, nil)
    (figure.marks, figure.reasons) = ([], ReasonCounts())
    if let definition {
      figure.definition = Bilingual(
        ja: definition.ja + "（\(request.reason.ja)）", en: definition.en + " (\(request.reason.en))")
    }
    return figure
  }
}
