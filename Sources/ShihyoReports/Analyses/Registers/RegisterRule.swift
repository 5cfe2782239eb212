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
  case previousNotEarlier
  /// The day of the first entry.
  case beforeEntries(first: Bilingual)
  case nothingMatched
  case undeclaredValue(column: String, known: [String])
  case unknownBody(profile: String)
  case numberDiffers(id: String, issues: String)
  case numberOfNoIssue

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
    case .beforeEntries: "register.before-entries"
    case .previousNotEarlier: "register.previous-not-earlier"
    case .nothingMatched: "register.nothing-matched"
    case .undeclaredValue: "register.undeclared-value"
    case .unknownBody: "register.unknown-body"
    case .numberDiffers: "register.number-differs"
    case .numberOfNoIssue: "register.number-of-no-issue"
    }
  }

  public var severity: Finding.Severity {
    switch self {
    case .unknownID, .beforeEntries, .undeclaredValue, .unknownBody, .numberDiffers: .warning
    // Numbers may name issues of other years.
    case .numberOfNoIssue: .note
    default: .error
    }
  }

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
    case .previousNotEarlier:
      Bilingual(ja: "--previous の時点が --as-of より前ではありません", en: "--previous is not earlier than --as-of")
    case .beforeEntries:
      Bilingual(ja: "--as-of の時点には、進捗の記入がまだ一つもありません", en: "no progress was entered yet by the date of --as-of")
    case .nothingMatched:
      Bilingual(ja: "--where に当たる課題が一つもありません", en: "no issue matches --where")
    case .undeclaredValue(let column, _):
      Bilingual(ja: "列「\(column)」に宣言のない値があります", en: "column \"\(column)\" holds a value that is not declared")
    case .unknownBody(let profile):
      Bilingual(ja: "プロファイル \(profile) にない組織の名前です", en: "the profile \(profile) knows no such body")
    case .numberDiffers(let id, let number):
      Bilingual(
        ja: "ID「\(id)」の最も新しい番号が、課題の表の番号「\(number)」と違います",
        en: "the newest number of \"\(id)\" is not the one of the issues (\(number))")
    case .numberOfNoIssue:
      Bilingual(ja: "番号の表のIDが課題の表にありません", en: "an id of the numbers is in no issue")
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
    case .previousNotEarlier:
      Bilingual(
        ja: "比べる前回の時点に、--as-of より前の時点を書いてください", en: "give an earlier date than --as-of, or leave --previous out")
    case .beforeEntries(let first):
      Bilingual(
        ja: "最初の記入は\(first.ja)なので、載せていません。--as-of を確かめてください",
        en: "the first entries are of \(first.en), and are not shown; check --as-of")
    case .nothingMatched:
      Bilingual(
        ja: "値の書き方を確かめてください。--where なしの --part areas に組織の名前があります",
        en: "check how the value is written; --part areas without --where names the organisations")
    case .undeclaredValue(_, let known):
      Bilingual(
        ja: "値を直すか、datapackage.json の列の categories に加えてください。宣言のある値：\(known.joined(separator: "、"))",
        en: "correct it, or add it to the categories of the column; declared: \(known.joined(separator: ", "))")
    case .unknownBody:
      Bilingual(
        ja: "名前を直すか、プロファイルの略称に加えてください。この組織は末尾に置いています",
        en: "correct the name, or add it to the profile; the body is listed last")
    case .numberDiffers:
      Bilingual(ja: "番号の表か課題の表の、どちらかを直してください", en: "correct the table of numbers or the issues")
    case .numberOfNoIssue:
      Bilingual(
        ja: "ほかの年度の課題なら、このままでかまいません。書き誤りなら直してください", en: "correct it, unless it is an issue of another year")
    }
  }

  public static var examples: [RegisterRule] {
    [
      .notARegister, .duplicateID("a-1", rows: 2), .unknownID(table: "plan", resource: "plans"),
      .unreadableDate(resource: "states"),
      .unknownPart("plans", nearest: "plan", known: RegisterPart.allCases.map(\.rawValue)), .noDates,
      .filterNeedsIssues, .badDate(option: "--as-of"),
      .previousNotEarlier, .beforeEntries(first: Bilingual(ja: "令和7年9月末", en: "30 Sep 2025")),
      .nothingMatched, .undeclaredValue(column: "ランク", known: ["3", "2", "1"]),
      .unknownBody(profile: "mihon"), .numberDiffers(id: "a-1", issues: "A1"), .numberOfNoIssue,
    ]
  }
}
