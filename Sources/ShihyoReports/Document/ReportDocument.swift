public import ShihyoModel

/// What is to be printed, free of any format: headings, sentences, tables, notes. Numbers are chosen, rounded and labelled
/// here, once; a renderer lays out and escapes for its own format.
public struct ReportDocument: Hashable, Sendable {
  public enum Block: Hashable, Sendable {
    case heading(level: Int, Bilingual)
    case paragraph([Inline])
    case table(ReportTable)
  }
  /// A sentence is text and figures; nothing in it is markup.
  public enum Inline: Hashable, Sendable {
    case text(Bilingual)
    case figure(Figure)
  }

  public var title: Bilingual?
  public var blocks: [Block]
  /// Below everything: accounting, rounding, sources.
  public var notes: [Bilingual]

  public init(title: Bilingual? = nil, blocks: [Block] = [], notes: [Bilingual] = []) {
    self.title = title
    self.blocks = blocks
    self.notes = notes
  }

  public var tables: [ReportTable] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }
}
