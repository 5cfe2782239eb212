public import ShihyoModel

/// A paper as an analyst writes it in `report.yaml`: sections of sentences and tables that name metrics. No formulas.
public struct ReportDefinition: Hashable, Sendable {
  public static let fileName = "report.yaml"

  /// A choice that `--set NAME=VALUE` makes: rows of every metric whose dataset has the column.
  public struct Parameter: Hashable, Sendable {
    public var name: String
    public var column: String
    /// What stands for it where nothing is chosen: 全市.
    public var all: String
    public var place: Place
  }

  public struct Section: Hashable, Sendable {
    /// kebab-case; part of the ids of its figures.
    public var id: String
    public var title: ReportText
    /// 時点 of everything in it.
    public var asOf: String?
    /// 別紙: its heading has no number.
    public var isAppendix: Bool
    /// Names of `footnotes`.
    public var footnotes: [String]
    public var blocks: [ReportBlock]
  }

  public struct Footnote: Hashable, Sendable {
    public var name: String
    public var text: String
  }

  /// Name of its folder.
  public var name: String
  public var title: ReportText
  /// 資料番号.
  public var number: String?
  /// 【速報】
  public var status: String?
  public var language: Language
  public var department: String?
  /// 発行日, or whatever stands above the department, as written.
  public var date: String?
  public var basis: BasisPlace
  /// City profile: contact and order of bodies.
  public var profile: String?
  public var profilePlace = Place()
  public var contact: String?
  public var datasets: [String]
  /// Where each of `datasets` stands.
  public var datasetPlaces: [Place]
  /// nil: the report knows no period of its own.
  public var period: PeriodReference?
  /// The sentences hold for `period` only; another one is refused.
  public var isPeriodFixed: Bool
  public var parameters: [Parameter]
  /// Names of the formats that it is written in where none are asked for; empty: the usual ones.
  public var formats: [String]
  public var sections: [Section]
  /// ※1, ※2 … in this order.
  public var footnotes: [Footnote]
  public var notes: [String]
  public var sources: [String]
  public let path: String
  public let folder: String
  /// What is wrong with it and stops a run; a run names it together with what it finds itself.
  public var problems: [Finding] = []
  /// What is odd about it and stops nothing.
  public var warnings: [Finding] = []

  /// Whether it says what changed since the edition before.
  package var comparesEditions: Bool {
    sections.contains { section in section.blocks.contains { if case .changes = $0 { true } else { false } } }
  }
}
