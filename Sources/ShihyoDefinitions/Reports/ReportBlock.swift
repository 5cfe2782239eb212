public import ShihyoModel

/// One part of a section.
public enum ReportBlock: Hashable, Sendable {
  case sentence(ReportText)
  case movement(MovementBlock)
  case table(TableBlock)
  case figures(FiguresBlock)
  case ranks(RanksBlock)
  case changes(ChangesBlock)
  case list(ListBlock)
  case rows(RowsBlock)
  case matrix(MatrixBlock)
  case chart(ChartBlock)
}

/// A sentence that says what moved: one of its cases is printed, by the exact difference.
public struct MovementBlock: Hashable, Sendable {
  public var of: FigureReference
  public var comparison: PeriodComparison
  /// Smaller differences (in ％ or ポイント) are «too small to say»; nil: none is.
  public var threshold: ExactDecimal?
  public var rose: ReportText
  public var fell: ReportText
  public var unchanged: ReportText
  public var tooSmall: ReportText?
  /// 皆増 and 皆減; nil: said with the word alone.
  public var appeared: ReportText?
  public var vanished: ReportText?
  /// Where there is nothing to compare.
  public var missing: ReportText
  public var place: Place
}

/// Metrics × dimensions × periods.
public struct TableBlock: Hashable, Sendable {
  public enum Across: Hashable, Sendable {
    case metrics, periods
    case column(GroupKey)
  }
  public var name: String
  public var title: ReportText?
  public var metrics: [String]
  public var by: [GroupKey]
  public var across: Across
  public var periods: [PeriodReference]
  public var comparisons: [PeriodComparison]
  public var filter: [Condition]
  /// 計 below the groups of `by`, and beside those of a dimension across: their figures added up exactly.
  public var hasTotal: Bool
  /// Key or column label → names of footnotes.
  public var footnotes: [TableFootnote]
  public var notes: [String]
  public var place: Place
  public var words = WordPlaces()
}

public struct TableFootnote: Hashable, Sendable {
  /// The label that carries the sign, as printed.
  public var at: String
  public var footnote: String
  public var place = Place()
}

/// Single figures, one a row: 値 単位 時点.
public struct FiguresBlock: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var figure: FigureReference
    public var label: String?
    public var asOf: String?
    public var remark: String?
    public var footnotes: [String]
    public var place: Place
  }
  public var name: String
  public var title: ReportText?
  public var rows: [Row]
}

/// 到達状況 of a list of ranks.
public struct RanksBlock: Hashable, Sendable {
  public enum Detail: String, Hashable, Sendable, CaseIterable {
    case overall, groups, bodies
    /// Against `previous`: earlier rank × present rank; which records moved.
    case movement, moved
  }
  public var name: String
  public var title: ReportText?
  public var dataset: String
  public var rank: String
  public var by: String?
  public var complete: String?
  public var detail: Detail
  /// Groups whose bodies are listed where `detail` is `groups`.
  public var expanded: [String]
  /// Of the counts: 課題.
  public var unit: String?
  /// The earlier assessment, and the columns that tell a record in both.
  public var previous: String?
  public var keys: [String]
  public var place: Place
  public var words = WordPlaces()
}

/// What moved between the edition before this run and this run, by their ledgers.
public struct ChangesBlock: Hashable, Sendable {
  public struct Metric: Hashable, Sendable {
    public var id: String
    public var place: Place
  }
  public var name: String
  public var title: ReportText?
  /// Ids of metrics, or their beginnings up to a dot; empty: all.
  public var metrics: [Metric]
  public var place: Place
}

/// Records in one line: 子家1 門司4・7.
public struct ListBlock: Hashable, Sendable {
  public var dataset: String
  public var keys: [GroupKey]
  public var filter: [Condition]
  public var lead: ReportText?
  public var empty: String
  public var place: Place
  public var words = WordPlaces()
}

/// Records as they stand, with empty columns to be filled in by hand.
public struct RowsBlock: Hashable, Sendable {
  public var name: String
  public var title: ReportText?
  public var dataset: String
  public var columns: [GroupKey]
  /// Of the columns, in their order; nil: as the descriptor titles them.
  public var headings: [String]?
  public var filter: [Condition]
  public var blankColumns: [String]
  /// Takes out the blanks that broken lines of the source left between Japanese characters.
  public var joinsLines: Bool
  public var place: Place
  public var words = WordPlaces()
}

/// Counts of two columns against each other, with the records of each cell: インパクト × 緊急度.
public struct MatrixBlock: Hashable, Sendable {
  public var name: String
  public var title: ReportText?
  public var dataset: String
  public var rows: GroupKey
  public var columns: GroupKey
  public var keys: [GroupKey]
  public var filter: [Condition]
  public var place: Place
  public var words = WordPlaces()
}
