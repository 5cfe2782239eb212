public import ShihyoModel

/// What can be wrong with what a known figure is compared with.
public enum RelationRule: FindingRule, Error {
  case unreadable(String, expected: Bilingual)
  case unknownFunction(String, nearest: String?)
  case wrongArguments(String, example: String)
  case unknownID(String, nearest: String?)
  case noSuchNumber(String, Int)
  case circular([String])
  case badCondition(String, Bilingual)
  case keysNotUnique(String, keys: [String])
  case notANumber(String)
  case ratioUndeclared(readings: [String])
  case noTimePasses(String)
  case unitsDiffer(String, String)
  case bracketGap(Bilingual)
  case spellingDiffers(String, String)
  case partAdded(String, whole: String)
  case shareOfItself(String, example: String)

  public var severity: Finding.Severity {
    switch self {
    case .bracketGap, .spellingDiffers: .warning
    default: .error
    }
  }

  public var code: String {
    switch self {
    case .unreadable: "relation.unreadable"
    case .unknownFunction: "relation.unknown-function"
    case .wrongArguments: "relation.wrong-arguments"
    case .unknownID: "relation.unknown-id"
    case .noSuchNumber: "relation.no-such-number"
    case .circular: "relation.circular"
    case .badCondition: "relation.bad-condition"
    case .keysNotUnique: "relation.keys-not-unique"
    case .notANumber: "relation.not-a-number"
    case .ratioUndeclared: "relation.ratio-undeclared"
    case .noTimePasses: "relation.no-time-passes"
    case .unitsDiffer: "relation.units-differ"
    case .bracketGap: "relation.brackets"
    case .spellingDiffers: "relation.spelling-differs"
    case .partAdded: "relation.part-added"
    case .shareOfItself: "relation.share-of-itself"
    }
  }

  public var message: Bilingual {
    switch self {
    case .unreadable(let text, let expected):
      Bilingual(ja: "比較「\(text)」が読めません（\(expected.ja)）", en: "the comparison “\(text)” cannot be read (\(expected.en))")
    case .unknownFunction(let name, _): Bilingual(ja: "比較「\(name)」はありません", en: "there is no comparison \(name)")
    case .wrongArguments(let name, _):
      Bilingual(ja: "「\(name)」の中身が足りないか、多すぎます", en: "the comparison \(name) is given too little, or too much")
    case .unknownID(let id, _): Bilingual(ja: "番号「\(id)」の既公表値はありません", en: "no known figure has the id \(id)")
    case .noSuchNumber(let id, let index):
      Bilingual(ja: "「\(id)」の表記に \(index) 番目の数はありません", en: "the text of \(id) holds no number \(index)")
    case .circular(let ids):
      Bilingual(
        ja: "比較が一回りしています：\(ids.joined(separator: " → "))",
        en: "the comparison goes in a circle: \(ids.joined(separator: " → "))")
    case .badCondition(let text, let reason):
      Bilingual(ja: "「\(text)」が読めません：\(reason.ja)", en: "“\(text)” cannot be read: \(reason.en)")
    case .keysNotUnique(let list, let keys):
      Bilingual(
        ja: "「\(list)」のキーが重なっています：\(keys.joined(separator: "、"))",
        en: "keys of \(list) stand more than once: \(keys.joined(separator: ", "))")
    case .notANumber(let id):
      Bilingual(ja: "「\(id)」は計算に使える数ではありません", en: "the figure \(id) is no number to compute with")
    case .ratioUndeclared(let readings):
      Bilingual(
        ja: "比の種類が書かれていません。読み方は \(readings.joined(separator: "、"))",
        en: "the ratio does not say what it is; it can be \(readings.joined(separator: ", "))")
    case .noTimePasses(let when):
      Bilingual(
        ja: "どちらも \(when) の数で、時間が経っていないため増減率はありません", en: "both are of \(when): no time passes, so there is no change")
    case .unitsDiffer(let left, let right):
      Bilingual(ja: "単位「\(left)」と「\(right)」は比べられません", en: "the units \(left) and \(right) cannot be compared")
    case .bracketGap(let text): text
    case .spellingDiffers(let left, let right):
      Bilingual(ja: "表記が違います：「\(left)」と「\(right)」", en: "the spelling differs: “\(left)” and “\(right)”")
    case .partAdded(let part, let whole):
      Bilingual(
        ja: "「\(part)」は「\(whole)」のうちなので、一緒に足すと二重になります",
        en: "the figure \(part) is a part of \(whole): added to it, it counts twice")
    case .shareOfItself(let text, _):
      Bilingual(
        ja: "「\(text)」の条件は分子と分母の両方にかかるので、割合がいつも100％になります",
        en: "the conditions of “\(text)” apply to both sides, so that the share is always 100 %")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .unreadable, .wrongArguments(_, example: ""):
      Bilingual(ja: "書き方は Verification.md にあります", en: "Verification.md shows how it is written")
    case .unknownFunction(_, let nearest), .unknownID(_, let nearest):
      nearest.map { Bilingual(ja: "「\($0)」のことでしょうか", en: "did you mean \($0)?") }
        ?? Bilingual(
          ja: "known-figures.csv の番号と綴りを確かめてください", en: "check the spelling, and the ids of the known-figures.csv files")
    case .wrongArguments(_, let example): Bilingual(ja: "例: \(example)", en: "for example \(example)")
    case .noSuchNumber: Bilingual(ja: "表記の中の数を左から1、2と数えます", en: "numbers of a text are counted from the left, from 1")
    case .circular:
      Bilingual(
        ja: "互いに相手から計算すると何も証明しません。どちらかの比較を消してください",
        en: "figures that are computed from each other prove nothing: remove one comparison")
    case .badCondition: Bilingual(ja: "区=門司区 のように書いてください", en: "write it as ward=Moji")
    case .keysNotUnique: Bilingual(ja: "キーになる列か、条件を加えてください", en: "choose a column that is a key, or add a condition")
    case .notANumber:
      Bilingual(ja: "日付や語ではなく、数の番号を指定してください", en: "name a figure that is a number, not a date or a word")
    case .ratioUndeclared:
      Bilingual(ja: "share、multiple、change、rate のどれかで書いてください", en: "write share, multiple, change or rate")
    case .noTimePasses:
      Bilingual(ja: "倍率なら multiple、割合なら share と書いてください", en: "write multiple or share, if that is meant")
    case .unitsDiffer: Bilingual(ja: "単位の列を確かめてください", en: "check the column of units")
    case .bracketGap: Bilingual(ja: "原典の区分を所管課に確かめてください", en: "ask the department what the brackets mean")
    case .spellingDiffers:
      Bilingual(ja: "同じものとして扱いました。原典の表記は変えません", en: "both are taken for one; the documents stay as they are")
    case .partAdded:
      Bilingual(
        ja: "うちの数を除いて足し、文書の計が二重に数えていないか確かめてください",
        en: "leave the part out, and check whether the document counted it twice")
    case .shareOfItself(_, let example):
      Bilingual(ja: "分子だけに条件を付けてください。例: \(example)", en: "put the conditions on the part alone: \(example)")
    }
  }

  public static var examples: [RelationRule] {
    [
      .unreadable("sum(a", expected: Bilingual(ja: "「)」がありません", en: "a closing parenthesis is missing")),
      .unknownFunction("sun", nearest: "sum"), .wrongArguments("share", example: "share(a, b)"),
      .unknownID("centre.rate.al", nearest: "centre.rate.all"), .noSuchNumber("phone.courses", 4),
      .circular(["a", "b", "a"]), .badCondition("区", Bilingual(ja: "= などがありません", en: "a comparison is missing")),
      .keysNotUnique("issues", keys: ["A1"]), .notANumber("meeting.date"),
      .ratioUndeclared(readings: ["+98.4％", "1.98倍"]), .noTimePasses("令和5年度"), .unitsDiffer("件", "％"),
      .bracketGap(Bilingual(ja: "51～59歳が抜けています", en: "51 to 59 are missing")), .spellingDiffers("A（B）", "A(B)"),
      .partAdded("budget.general.own", whole: "budget.general"),
      .shareOfItself(
        "query(X, share:count/count(A), A=3)", example: "share(query(X, count, A=3), query(X, count(A)))"),
    ]
  }
}
