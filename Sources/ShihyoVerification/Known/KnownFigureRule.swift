public import ShihyoModel

/// What can be wrong in a `known-figures.csv`.
public enum KnownFigureRule: FindingRule, Error {
  case columnMissing(String)
  case columnUnknown(String, nearest: String?)
  case idMissing
  case duplicateID(String, first: String)
  case unreadableText(String)
  case ambiguousText(String)
  case vagueText(String)
  case unreadableLine(String)
  case unknownKind(String)
  case unknownRounding(String)
  case nothingToHold(String)
  case unitDiffers(printed: String, column: String)

  public var severity: Finding.Severity {
    switch self {
    // The document says so; its words are copied faithfully, and only say no one number.
    case .unitDiffers, .ambiguousText, .vagueText: .warning
    default: .error
    }
  }

  public var code: String {
    switch self {
    case .columnMissing: "known.column-missing"
    case .columnUnknown: "known.column-unknown"
    case .idMissing: "known.id-missing"
    case .duplicateID: "known.duplicate-id"
    case .unreadableText: "known.unreadable-text"
    case .ambiguousText: "known.ambiguous-text"
    case .vagueText: "known.vague-text"
    case .unreadableLine: "known.unreadable-line"
    case .unknownKind: "known.unknown-kind"
    case .unknownRounding: "known.unknown-rounding"
    case .nothingToHold: "known.nothing-to-hold"
    case .unitDiffers: "known.unit-differs"
    }
  }

  public var message: Bilingual {
    switch self {
    case .columnMissing(let name): Bilingual(ja: "列「\(name)」がありません", en: "the column \(name) is missing")
    case .columnUnknown(let name, _): Bilingual(ja: "知らない列「\(name)」です", en: "the column \(name) is not known")
    case .idMissing: Bilingual(ja: "番号(id)がありません", en: "the row has no id")
    case .duplicateID(let id, let first):
      Bilingual(ja: "番号「\(id)」は \(first) にもあります", en: "the id \(id) also stands at \(first)")
    case .ambiguousText(let text):
      Bilingual(
        ja: "「\(text)」は、もとの何倍になったのか、何倍分増えたのか、二通りに読めます",
        en: "“\(text)” reads in two ways: so many times as much, or so many times more")
    case .vagueText(let text) where PrintedWords.wholes.contains(where: text.contains):
      Bilingual(
        ja: "「\(text)」は一方が0で、増減を数で言っていません。もとの二つの数を比べてください",
        en: "“\(text)” says that one side is 0, and no number; compare the two counts instead")
    case .vagueText(let text):
      Bilingual(ja: "「\(text)」には決まった範囲がありません", en: "“\(text)” says no range that could be held")
    case .unreadableText: Bilingual(ja: "印字された数値として読めません", en: "this does not read as a printed number")
    case .unreadableLine: Bilingual(ja: "文書の行番号として読めません", en: "this does not read as lines of a document")
    case .unknownKind: Bilingual(ja: "種別が分かりません", en: "this kind is not known")
    case .unknownRounding: Bilingual(ja: "端数処理が分かりません", en: "this rounding is not known")
    case .nothingToHold(let id):
      Bilingual(ja: "「\(id)」には印字も比較もありません", en: "the row \(id) has neither a printed text nor a comparison")
    case .unitDiffers(let printed, let column):
      Bilingual(
        ja: "印字の単位「\(printed)」と単位の列「\(column)」が違います", en: "the text says \(printed), its column of units \(column)")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .columnMissing:
      Bilingual(
        ja: "見出しは \(KnownFigureFile.headings.joined(separator: ",")) です",
        en: "the header is \(KnownFigureFile.headings.joined(separator: ","))")
    case .columnUnknown(_, let nearest):
      nearest.map { Bilingual(ja: "「\($0)」のことでしょうか", en: "did you mean \($0)?") }
        ?? Bilingual(
          ja: "見出しは \(KnownFigureFile.headings.joined(separator: ",")) です",
          en: "the header is \(KnownFigureFile.headings.joined(separator: ","))")
    case .idMissing: Bilingual(ja: "ほかと重ならない番号を付けてください", en: "give it an id that no other row has")
    case .duplicateID:
      Bilingual(ja: "番号は全データセットで一つずつです。どちらかを改めてください", en: "ids are unique over all datasets: rename one of the two")
    case .ambiguousText, .vagueText:
      Bilingual(
        ja: "判定不能とします。文書を作った所管課に数を確かめてください", en: "it cannot be told; ask the department that wrote it for the number")
    case .unreadableText:
      Bilingual(
        ja: "文書のとおりに、22.8% や 5,964件 や 約35% のように写してください。日付や語は単位の列に 日付、曜日、時刻、語 と書きます",
        en: "copy it as printed, such as 22.8% or 5,964件; for a date or a word write 日付, 曜日, 時刻 or 語 as the unit")
    case .unreadableLine: Bilingual(ja: "372 や 97-98 のように書いてください", en: "write it as 372 or 97-98")
    case .unknownKind:
      Bilingual(
        ja: "期間、時点、累計、見込み、記載なし のどれかを書いてください",
        en: "write one of 期間, 時点, 累計, 見込み, 記載なし (period, instant, cumulative, planned, not-stated)")
    case .unknownRounding:
      Bilingual(ja: "四捨五入、切捨て、切上げ のどれかを書くか、空けてください", en: "write half-up, half-even, down or up, or leave it empty")
    case .nothingToHold:
      Bilingual(ja: "表記(printed)か比較(compared-with)を書いてください", en: "fill printed, or compared-with")
    case .unitDiffers: Bilingual(ja: "文書を見て、正しい方にそろえてください", en: "look at the document and correct one of them")
    }
  }

  public static var examples: [KnownFigureRule] {
    [
      .columnMissing("printed"), .columnUnknown("printd", nearest: "printed"), .idMissing,
      .duplicateID("centre.rate.all", first: "known-figures.csv:3"), .unreadableText("2.2.8%"),
      .ambiguousText("3倍増"), .vagueText("大半"), .unreadableLine("p.3"), .unknownKind("年度"), .unknownRounding("round"),
      .nothingToHold("centre.rate.all"),
      .unitDiffers(printed: "%", column: "件"),
    ]
  }
}
