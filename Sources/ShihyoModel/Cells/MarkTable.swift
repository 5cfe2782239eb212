/// What a cell that holds only a mark means in one column: the table's own legend first, then the standard marks.
///
/// - Source: domain.md, section 4. Where a mark has several documented meanings, the standard profile takes the usual one
///   and the descriptor's `overrides` the other.
struct MarkTable: Sendable {
  /// Folded text → reason, from the sign profile and the declared missing values.
  private let own: [String: Reason]
  /// False where an own mark looks like a number (`999`), so that no number may be read before the marks are.
  let leavesNumbersAlone: Bool

  init(signs: SignProfile, missingValues: [MissingValue]) {
    var own: [String: Reason] = [:]
    for missing in missingValues {
      let mark = TextFolding.fold(missing.value)
      own[mark] = missing.reason ?? Self.standardReason(of: mark) ?? .missing
    }
    for (mark, reason) in signs.overrides { own[TextFolding.fold(mark)] = reason }
    self.own = own
    leavesNumbersAlone = own.keys.allSatisfy { ExactDecimal($0) == nil }
  }

  /// nil where the text is no mark that is known.
  func reason(of folded: String) -> Reason? { own[folded] ?? Self.standardReason(of: folded) }

  /// The marks of the standard profile, after folding.
  ///
  /// 皆増 and 皆減 stand where a rate is undefined because one side is 0: there is no rate, and `nil: zero` must not make
  /// one, so they are `missing`. ND (not detected, no data) and nan are left to the table's legend.
  static func standardReason(of folded: String) -> Reason? {
    switch folded {
    case "": .empty
    case "-", "\u{2015}", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2500}", "ー", "皆無": .nilCase
    case "…", "……", "⋯", "...", "・・・", "···", "***", "NA", "N/A", "na", "n/a", "n.a.", "N.A.": .missing
    case "皆増", "皆減", "不詳", "不明": .missing
    case "x", "X", "χ", "Χ", "*", "秘匿": .suppressed
    default: nil
    }
  }
}

extension MissingValue {
  /// The reason that the label names, in the machine spelling or in Japanese; nil where there is no such label.
  public var reason: Reason? {
    guard let label else { return nil }
    let folded = TextFolding.fold(label)
    if let named = Reason.allCases.first(where: { $0.name == folded }) { return named }
    switch folded {
    case "皆無", "該当なし": return .nilCase
    case "欠測", "欠損", "不詳", "不明": return .missing
    case "秘匿": return .suppressed
    case "未調査", "調査なし": return .notSurveyed
    case "未記入", "空欄": return .empty
    default: return nil
    }
  }
}
