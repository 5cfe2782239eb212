public import ShihyoModel

/// A chart of a table of the same section: what is drawn stands in the table as well, so that no format lacks it.
public struct ChartBlock: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case bars, line, matrix
    case stackedShares = "stacked-shares"
    case ageBars = "age-bars"
  }
  /// What of the table stands along the axis of categories; the other is the series.
  public enum Along: String, Hashable, Sendable, CaseIterable { case rows, columns }

  public var kind: Kind
  public var name: String
  public var title: ReportText
  /// Name of the table; nil: the only one of the section.
  public var table: String?
  public var along: Along
  /// Labels, as printed, or machine names; empty: all but totals. For columns all but changes and words, too.
  public var rows: [String]
  public var columns: [String]
  public var place: Place
  public var words = WordPlaces()
}

extension BlockReader {
  func chart(_ object: ObjectReader, section: String) -> ChartBlock? {
    object.refuseKeys(otherThan: ["kind", "name", "title", "table", "along", "rows", "columns"])
    if object.value("kind") == nil { log.add(DescriptorRule.missingKey("kind"), at: object.position) }
    guard let kind = object.choice("kind", ChartBlock.Kind.self), let title = requiredText(object, "title") else {
      return nil
    }
    var words = WordPlaces()
    for key in ["table", "rows", "columns"] { words.add(.label, key, of: object) }
    let usual: ChartBlock.Along = kind == .line || kind == .ageBars ? .columns : .rows
    return ChartBlock(
      kind: kind, name: name(object, section + "-chart"), title: title, table: object.string("table"),
      along: object.choice("along", ChartBlock.Along.self) ?? usual, rows: strings(object, "rows"),
      columns: strings(object, "columns"), place: log.place(object.position), words: words)
  }
}
