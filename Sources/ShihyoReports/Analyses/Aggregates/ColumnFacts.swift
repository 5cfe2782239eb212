import ShihyoModel

/// What the descriptor and the data say of the numbers of one column.
struct ColumnFacts: Hashable {
  /// 件, 千円: as declared, else what all cells carry.
  var unit: String?
  /// Decimals that sums and extremes print: the most of those declared and those seen (design.md, section 4).
  var decimals: Int
  /// As people call it.
  var title: String

  init(column: String, seen: Int, unit own: MeasureUnit? = nil, schema: Schema?) {
    let field = schema?.field(named: column)
    unit = (field?.unit ?? own)?.symbol
    decimals = max(seen, field?.decimals ?? 0)
    title = field?.title ?? column
  }
}

extension Measure {
  /// The heading of its column.
  func label(schema: Schema?) -> Bilingual {
    let title = column.map { schema?.field(named: $0)?.title ?? $0 } ?? ""
    return switch self {
    case .primitive(.count): Bilingual(ja: "件数", en: "Records")
    case .primitive(.countValues): Bilingual(ja: "\(title) 件数", en: "\(title), values")
    case .primitive(.sum): Bilingual(ja: "\(title) 合計", en: "\(title), sum")
    case .primitive(.min): Bilingual(ja: "\(title) 最小", en: "\(title), smallest")
    case .primitive(.max): Bilingual(ja: "\(title) 最大", en: "\(title), largest")
    case .mean: Bilingual(ja: "\(title) 平均", en: "\(title), mean")
    case .median: Bilingual(ja: "\(title) 中央値", en: "\(title), median")
    case .quantile(let p, _): Bilingual(ja: "\(title) 分位\(p)", en: "\(title), quantile \(p)")
    case .distinct: Bilingual(ja: "\(title) 種類数", en: "\(title), different values")
    }
  }

  /// The unit of its numbers; counts have none.
  func unit(schema: Schema?) -> String? {
    switch self {
    case .primitive(.count), .primitive(.countValues), .distinct: nil
    default: column.flatMap { schema?.field(named: $0)?.unit?.symbol }
    }
  }
}
