import ShihyoModel
import ShihyoReports

extension Figure {
  /// A plain spelling for expectations: rounded as text output would be.
  var plain: String {
    switch value {
    case .decimal(let number): number.description
    case .exact(let exact): exact.rounded(to: digits ?? textDigits)?.description ?? "?"
    case .text(let text): text
    case .date(let date): date.description
    case .absent(let reason): reason.name
    case .undefined(let words): words.ja
    case .approximate: "?"
    }
  }
}

extension ReportTable {
  /// `門司 8 2 6 0`: machine spellings of the keys, then the figures.
  var plainRows: [String] {
    rows.map { ($0.keys.map(\.code) + $0.figures.map(\.plain)).joined(separator: " ") }
  }
}
