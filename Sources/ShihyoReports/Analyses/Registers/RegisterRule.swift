public import ShihyoModel

/// What keeps a dataset from being read as an issue register (課題管理表), or is worth knowing about one.
public enum RegisterRule: FindingRule {
  case notARegister
  case duplicateID(String, rows: Int)
  case unknownID(table: String, resource: String)
  case unreadableDate(resource: String)
  case unknownPart(String, nearest: String?, known: [String])
  case badDate(option: String)
  case noDates
  case filterNeedsIssues

  public var code: String {
    switch self {
    case .notARegister: "register.not-declared"
    case .duplicateID: "register.duplicate-id"
    case .unknownID: "register.unknown-id"
    case .unreadableDate: "register.unreadable-date"
    case .unknownPart: "register.unknown-part"
    case .badDate: "register.bad-date"
    case .noDates: "register.no-dates"
    case .filterNeedsIssues: "register.filter-needs-issues"
    }
  }

  public var severity: Finding.Severity { if case .unknownID = self { .warning } else { .error } }

  public var message: Bilingual {
    switch self {
    case .notARegister:
      Bilingual(ja: "このデータセットは課題管理表として定義されていません", en: "this dataset is not declared as an issue register")
    case .duplicateID(let id, let rows):
      Bilingual(ja: "ID「\(id)」の課題が\(rows)行あります", en: "\(rows) rows of issues have the id \"\(id)\"")
    case .unknownID(let table, let resource):
      Bilingual(ja: "\(resource) の行のIDが課題にありません", en: "a row of \(resource) (\(table)) has an id that no issue has")
    case .unreadableDate(let resource):
      Bilingual(ja: "\(resource) の時点が読めません", en: "an as-of date of \(resource) cannot be read")
    case .unknownPart(let name, _, _):
      Bilingual(ja: "「\(name)」という部分はありません", en: "a register has no part \"\(name)\"")
    case .badDate(let option):
      Bilingual(ja: "\(option) の時点が読めません", en: "\(option) does not read as a date")
    case .noDates:
      Bilingual(ja: "進捗の記入に時点がありません", en: "the register holds no dated entries of progress")
    case .filterNeedsIssues:
      Bilingual(ja: "--where は課題の表がある課題管理表に使えます", en: "--where needs a register with a table of issues")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .notARegister:
      Bilingual(
        ja: "datapackage.json の shihyo に register を書き、表と列の役割を宣言してください（説明書の Register）。例は kitakyushu-issue-registers",
        en:
          "declare the tables and the roles of columns under shihyo.register in datapackage.json (page Register); an example is kitakyushu-issue-registers"
      )
    case .duplicateID:
      Bilingual(
        ja: "番号が変わっても変わらないIDを、課題ごとに一つ付けてください",
        en: "give every issue one id of its own, which stays when its number changes")
    case .unknownID:
      Bilingual(
        ja: "課題の表に行を加えるか、IDの書き誤りを直してください。この行は出力にありません",
        en: "add the issue, or correct the id; the row is not in the output")
    case .unreadableDate, .badDate:
      Bilingual(ja: "令和7年12月、令和7年12月1日、2025-12 のように書いてください", en: "write it as 2025-12, 2025-12-01 or 令和7年12月")
    case .unknownPart(_, let nearest, let known):
      Bilingual(
        ja: (nearest.map { "「\($0)」ではありませんか。" } ?? "") + "あるもの：\(known.joined(separator: ", "))",
        en: (nearest.map { "Did you mean \"\($0)\"? " } ?? "") + "There are: \(known.joined(separator: ", "))")
    case .noDates:
      Bilingual(
        ja: "--as-of と --previous を省くか、states の表に時点と状態を記入してください",
        en: "leave out --as-of and --previous, or enter states with their dates")
    case .filterNeedsIssues:
      Bilingual(ja: "--where を省いてください", en: "leave out --where")
    }
  }

  public static var examples: [RegisterRule] {
    [
      .notARegister, .duplicateID("a-1", rows: 2), .unknownID(table: "plan", resource: "plans"),
      .unreadableDate(resource: "states"),
      .unknownPart("plans", nearest: "plan", known: RegisterPart.allCases.map(\.rawValue)), .noDates,
      .filterNeedsIssues, .badDate(option: "--as-of"),
    ]
  }
}
