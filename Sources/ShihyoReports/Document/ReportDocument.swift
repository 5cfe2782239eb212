public import ShihyoModel

/// What is to be printed, free of any format: headings, sentences, tables, notes. Numbers are chosen, rounded and labelled
/// here, once; a renderer lays out and escapes for its own format.
public struct ReportDocument: Hashable, Sendable {
  public enum Block: Hashable, Sendable {
    case heading(level: Int, Bilingual)
    case paragraph([Inline])
    /// Lines that belong together, one below the other.
    case list([[Inline]])
    case table(ReportTable)
    /// Drawn where the format can draw; its figures stand in a table as well, so that no format lacks them.
    case chart(ReportChart)
  }
  /// A sentence is text and figures; nothing in it is markup.
  public enum Inline: Hashable, Sendable {
    case text(Bilingual)
    case figure(Figure)
  }
  /// One input and what became of its records. Renderers print it themselves: it must not stand in `notes` as well.
  public struct Input: Hashable, Sendable {
    /// As typed, or the name of the dataset.
    public var name: String
    public var accounting: Accounting
    /// What a paper calls it; nil: its name.
    public var title: String?
    public init(name: String, accounting: Accounting, title: String? = nil) {
      self.name = name
      self.accounting = accounting
      self.title = title
    }
  }

  public var title: Bilingual?
  public var blocks: [Block]
  /// Every output says how many records of these were read, used and left out.
  public var inputs: [Input]
  /// Below everything: sources, what the reader must know of the whole.
  public var notes: [Bilingual]
  /// What marks all figures of the document, such as 架空データ: every page, sheet and record of every format carries it.
  public var notice: Bilingual?
  /// What a paper has around its content; nil for the answer of a single command.
  public var frame: PaperFrame?

  public init(
    title: Bilingual? = nil, blocks: [Block] = [], inputs: [Input] = [], notes: [Bilingual] = [],
    notice: Bilingual? = nil, frame: PaperFrame? = nil
  ) {
    self.title = title
    self.blocks = blocks
    self.inputs = inputs
    self.notes = notes
    self.notice = notice
    self.frame = frame
  }

  public var tables: [ReportTable] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  /// Another document after this one; inputs and notes that both have stand once.
  ///
  /// A notice is never lost. That two notices do not meet is for `NoticeGuard` to refuse, before anything is computed.
  public mutating func append(_ other: ReportDocument) {
    blocks += other.blocks
    inputs += other.inputs.filter { !inputs.contains($0) }
    notes += other.notes.filter { !notes.contains($0) }
    notice = notice ?? other.notice
    frame = frame ?? other.frame
  }
}
