import ShihyoModel
import ShihyoStatistics

/// What the range of a hidden count means.
enum AuditVerdict: String {
  case exposed, below, narrow, safe

  init(_ range: HiddenCellAudit.Range, threshold: Int) {
    let isSmall = range.lower < threshold && (range.upper ?? 1) > 0
    if range.isExposed, isSmall {
      self = .exposed
    } else if let upper = range.upper, upper < threshold, upper > 0 {
      self = .below
    } else {
      self = isSmall && !range.isWide(threshold) ? .narrow : .safe
    }
  }

  var order: Int {
    switch self {
    case .exposed: 0
    case .below: 1
    case .narrow: 2
    case .safe: 3
    }
  }

  var cell: ReportTable.KeyCell {
    let label: Bilingual =
      switch self {
      case .exposed: Bilingual(ja: "逆算できる", en: "can be worked out")
      case .below: Bilingual(ja: "小さいと分かる", en: "known to be small")
      case .narrow: Bilingual(ja: "範囲が狭い", en: "narrow range")
      case .safe: Bilingual(ja: "分からない", en: "safe")
      }
    return ReportTable.KeyCell(rawValue, label: label)
  }

  func rule(_ group: String, _ range: HiddenCellAudit.Range, threshold: Int) -> DisclosureRule? {
    switch self {
    case .exposed: .exposed(group: group, value: range.lower)
    case .below: .below(group: group, lower: range.lower, upper: range.upper ?? 0, threshold: threshold)
    case .narrow: .narrow(group: group, lower: range.lower, upper: range.upper ?? range.lower)
    case .safe: nil
    }
  }
}
