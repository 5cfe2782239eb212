public import ShihyoModel

extension LintRule {
  public var message: Bilingual {
    let words: Bilingual =
      switch self {
      case .fileType: Bilingual(ja: "CSVと分からないファイル名です", en: "the name of the file does not say that it is a CSV")
      case .severalValues: Bilingual(ja: "一つのセルに値が二つ以上あります", en: "one cell holds several values")
      case .numberWithText: Bilingual(ja: "数値に文字や桁区切りが付いています", en: "a number carries text or separators")
      case .textInNumbers: Bilingual(ja: "数値の列に、数値と読めない文字列があります", en: "a text stands in a column of numbers")
      case .mergedCell: Bilingual(ja: "上と同じ見出しが省かれています", en: "a label is left out because it is that of the row above")
      case .mergedHeading: Bilingual(ja: "見出しが空です（結合されたセルの跡）", en: "a heading is empty, as merged cells leave it")
      case .layoutSpace: Bilingual(ja: "体裁のための空白や改行があります", en: "spaces or line breaks stand for layout")
      case .omittedName: Bilingual(ja: "項目名が省略されています", en: "the name of an item is left out")
      case .formula: Bilingual(ja: "値でなく数式です", en: "this is a formula, not its value")
      case .noUnit: Bilingual(ja: "数値の列に単位がありません", en: "a column of numbers names no unit")
      case .machineDependent(let character, _):
        Bilingual(ja: "機種依存文字「\(character)」があります", en: "\"\(character)\" is a machine-dependent character")
      case .eraOnly: Bilingual(ja: "時点が和暦だけです", en: "times are given in Japanese eras only")
      case .shortAreaName: Bilingual(ja: "都道府県名が略されています", en: "the name of a prefecture is shortened")
      case .shortAreaCode: Bilingual(ja: "地域コードの先頭の0が落ちています", en: "an area code has lost its leading zero")
      case .mixedMarks(let first, let line):
        Bilingual(
          ja: "同じ意味の記号が二通りあります（\(line)行目は「\(first)」）",
          en: "the same mark is written in two ways (\"\(first)\" on line \(line))")
      case .foreignMark:
        Bilingual(ja: "数値の列に、決まった記号でない文字があります", en: "a word stands where a mark should in a column of numbers")
      case .blankRow: Bilingual(ja: "データの途中に空の行があります", en: "a blank row stands inside the data")
      case .blankColumn: Bilingual(ja: "データの途中に空の列があります", en: "a blank column stands inside the data")
      case .secondTable: Bilingual(ja: "一つのファイルに表が二つあります", en: "a second table begins in the file")
      }
    return Bilingual(ja: "(\(item)) \(words.ja)", en: "(\(item)) \(words.en)")
  }

  public var hint: Bilingual {
    switch self {
    case .fileType: Bilingual(ja: "拡張子を .csv にしてください", en: "let the name end with .csv")
    case .severalValues: Bilingual(ja: "列を分けて、一つのセルに一つの値を書いてください", en: "use one column for each value")
    case .numberWithText(let plain):
      Bilingual(
        ja: "\(plain) のように数字だけにして、単位は見出しに、注は別の列に書いてください",
        en: "write \(plain), the unit in the heading, and a note in a column of its own")
    case .textInNumbers:
      Bilingual(ja: "数値だけにして、説明は別の列に書いてください", en: "write numbers only, and put words into a column of their own")
    case .mergedCell: Bilingual(ja: "すべての行に見出しを書いてください", en: "write the label in every row")
    case .mergedHeading: Bilingual(ja: "すべての列に見出しを書いてください", en: "give every column a heading")
    case .layoutSpace: Bilingual(ja: "空白や改行を消してください", en: "remove them")
    case .omittedName: Bilingual(ja: "「〃」や「同上」でなく、名前を書いてください", en: "write the full name")
    case .formula: Bilingual(ja: "計算した値を書いてください", en: "write the value")
    case .noUnit:
      Bilingual(
        ja: "見出しに「（単位：件）」のように書くか、定義ファイルに unit を書いてください",
        en: "write it in the heading, for example 金額（千円）, or in the descriptor")
    case .machineDependent(let character, let instead): Self.replacing(character, instead)
    case .eraOnly(let western):
      Bilingual(
        ja: "西暦を添える（例 2023（令和5）年度）か、西暦の列（例 \(western)）を加えてください",
        en: "write the western year as well, or add a column of it, for example \(western)")
    case .shortAreaName(let full): Bilingual(ja: "「\(full)」と書いてください", en: "write \(full)")
    case .shortAreaCode: Bilingual(ja: "文字列として6桁（または5桁）で書いてください", en: "write it as text with all its digits")
    case .mixedMarks: Bilingual(ja: "一つの記号にそろえ、凡例を書いてください", en: "use one mark, and say what it means")
    case .foreignMark:
      Bilingual(
        ja: "「-」（皆無）、「…」（不詳）、「X」（秘匿）、「***」（該当なし）から選ぶか、定義ファイルの missingValues に意味を書いてください",
        en:
          "use - (nil), … (unknown), X (secret) or *** (not applicable), or say what it means in the descriptor (missingValues)"
      )
    case .blankRow, .blankColumn: Bilingual(ja: "空の行や列を消してください", en: "remove it")
    case .secondTable: Bilingual(ja: "表ごとに一つのファイルに分けてください", en: "put every table into a file of its own")
    }
  }

  /// A name's kanji cannot always be exchanged: 髙 is not 高 to its bearer.
  private static func replacing(_ character: String, _ instead: String?) -> Bilingual {
    let isKanji = character.unicodeScalars.first.map { $0.properties.isIdeographic } ?? false
    guard isKanji else {
      return instead.map { Bilingual(ja: "「\($0)」と書いてください", en: "write \($0) instead") }
        ?? Bilingual(ja: "ほかの文字に書き換えてください", en: "write it in other characters")
    }
    let standard = instead.map { Bilingual(ja: "（例 \($0)）", en: ", for example \($0)") } ?? Bilingual(ja: "", en: "")
    return Bilingual(
      ja: "JIS X 0208にない漢字です。標準の字\(standard.ja)にするか、変えられない名前ならUTF-8で公開し、その旨を書き添えてください",
      en:
        "this kanji is not in JIS X 0208: write a standard one\(standard.en), or, where a name allows no other, publish in UTF-8 and say so"
    )
  }
}
