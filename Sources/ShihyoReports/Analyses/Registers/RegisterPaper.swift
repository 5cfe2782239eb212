import ShihyoDefinitions
import ShihyoModel

/// Lays the parts of a register out.
struct RegisterPaper {
  typealias Block = ReportDocument.Block
  typealias Role = RegisterDefinition.Role

  let register: IssueRegister
  let dates: RegisterDates

  init(_ register: IssueRegister, dates: RegisterDates) {
    self.register = register
    self.dates = dates
  }

  /// Empty where the register has nothing for the part.
  func blocks(_ part: RegisterPart) throws(Findings) -> [Block] {
    switch part {
    case .areas: areas
    case .issues: issues
    case .matrix: matrices
    case .states: try states()
    case .progress: progress
    case .plan: plans
    case .numbers: try numbers()
    case .readings: readings
    case .versions: []
    }
  }

  // MARK: Words

  static let organisation = Bilingual(ja: "組織", en: "Organisation")
  static let number = Bilingual(ja: "番号", en: "Number")
  static let title = Bilingual(ja: "課題名", en: "Issue")
  static let field = Bilingual(ja: "分野", en: "Field")
  static let count = Bilingual(ja: "課題数", en: "Issues")
  static let area = Bilingual(ja: "領域", en: "Area")
  static let impact = Bilingual(ja: "インパクト", en: "Impact")
  static let urgency = Bilingual(ja: "緊急度", en: "Urgency")

  /// What a reader of the printed tables may call a column of the issues, in small letters.
  static func words(for role: Role) -> [String] {
    let heading: Bilingual? =
      switch role {
      case .organisation: organisation
      case .number: number
      case .title: title
      case .field: field
      case .area: area
      case .impact: impact
      case .urgency: urgency
      default: nil
      }
    return [role.rawValue] + (heading.map { [$0.ja, $0.en.lowercased()] } ?? [])
  }

  /// With the name of the profile in English; in Japanese the spelling of the register stays.
  func organisationCell(_ name: String) -> ReportTable.KeyCell {
    ReportTable.KeyCell(name, label: register.label(name))
  }

  /// 令和7年9月末 as it stands, in English as a date; what cannot be read stands as it is.
  static func dateLabel(_ text: String) -> Bilingual {
    switch try? TimeGrammar().read(text).value {
    case .period(let period)?: Bilingual(ja: text, en: period.label(.en))
    case .instant(let date)?: Bilingual(ja: text, en: date.label(.en))
    case .span?, nil: same(text)
    }
  }

  static func same(_ text: String) -> Bilingual { Bilingual(ja: text, en: text) }

  static func heading(_ ja: String, _ en: String) -> Block { .heading(level: 1, Bilingual(ja: ja, en: en)) }

  /// A table of words under a heading; nothing where it has no rows.
  static func section(_ heading: Bilingual, _ table: PlainTable, notes: [Bilingual] = []) -> [Block] {
    guard !table.rows.isEmpty else { return [] }
    var result = table.table
    result.notes = notes
    return [.heading(level: 1, heading), .table(result)]
  }

  static func cells(_ texts: String...) -> [PlainTable.Cell] { texts.map { PlainTable.Cell($0) } }

  /// A row that begins with the organisation, under its English name in English.
  func cells(of organisation: String, _ texts: String...) -> [PlainTable.Cell] {
    [PlainTable.Cell(organisation, register.label(organisation))] + texts.map { PlainTable.Cell($0) }
  }
}
