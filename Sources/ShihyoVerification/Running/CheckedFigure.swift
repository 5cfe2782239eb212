public import ShihyoModel

/// What was found of one published number, or of one relation between them.
public struct CheckedFigure: Hashable, Sendable {
  public enum Section: String, Hashable, Sendable, CaseIterable {
    /// 数値根拠表 of a report.
    case ledger
    /// 既公表値
    case known
    /// Between known figures.
    case relation

    public var label: Bilingual {
      switch self {
      case .ledger: Bilingual(ja: "数値根拠表", en: "ledgers")
      case .known: Bilingual(ja: "既公表値", en: "known figures")
      case .relation: Bilingual(ja: "数値の間の関係", en: "relations")
      }
    }
  }

  public var section: Section
  public var id: String
  public var verdict: Verdict
  public var unit = ""
  /// As it stands in the document or the ledger; empty where nothing is printed.
  public var printed = ""
  /// What should stand there, with the same digits; empty where nothing was computed.
  public var computed = ""
  /// computed − printed, where both are numbers.
  public var difference = ""
  /// How it was computed.
  public var working = ""
  public var slip: Bilingual?
  /// Why it cannot be told, or what differs.
  public var why: Bilingual?
  public var document = ""
  public var line = ""
  /// The row in the ledger or in known-figures.csv.
  public var place = Place()
  /// `dataset/resource` that it was computed from.
  public var inputs: [String] = []
  /// Rows of the input behind a figure that does not hold, the largest contributions first: `requests.csv:3`.
  public var rows: [String] = []
  /// All of them.
  public var rowCount = 0
  /// Which report and edition it stands in.
  public var edition = ""

  public init(section: Section, id: String, verdict: Verdict) {
    self.section = section
    self.id = id
    self.verdict = verdict
  }
}
