public import ShihyoModel

/// What can be wrong with a JSON text itself, before anyone looks at what it says.
public enum JSONRule: FindingRule {
  case notUTF8
  case unexpectedCharacter(expected: Expectation)
  case unexpectedEnd(expected: Expectation)
  case unterminatedString
  case controlCharacter
  case badEscape
  case badNumber
  case duplicateKey(String)
  case tooDeep(limit: Int)
  case tooLarge(limit: Int)
  case textAfterEnd

  /// What may stand at a place of the grammar.
  public enum Expectation: Hashable, Sendable, CaseIterable {
    case value, key, colon, commaOrBrace, commaOrBracket

    var words: Bilingual {
      switch self {
      case .value:
        Bilingual(ja: "値（\"…\"、数、true、false、null、[、{）", en: "a value (\"…\", a number, true, false, null, [ or {)")
      case .key: Bilingual(ja: "\"…\" で囲んだキー", en: "a key in double quotes")
      case .colon: Bilingual(ja: "キーの後の「:」", en: "\":\" after the key")
      case .commaOrBrace: Bilingual(ja: "「,」か「}」", en: "\",\" or \"}\"")
      case .commaOrBracket: Bilingual(ja: "「,」か「]」", en: "\",\" or \"]\"")
      }
    }
  }

  public var code: String {
    switch self {
    case .notUTF8: "json.not-utf-8"
    case .unexpectedCharacter: "json.unexpected-character"
    case .unexpectedEnd: "json.unexpected-end"
    case .unterminatedString: "json.unterminated-string"
    case .controlCharacter: "json.control-character"
    case .badEscape: "json.bad-escape"
    case .badNumber: "json.bad-number"
    case .duplicateKey: "json.duplicate-key"
    case .tooDeep: "json.too-deep"
    case .tooLarge: "json.too-large"
    case .textAfterEnd: "json.text-after-end"
    }
  }

  public var message: Bilingual {
    switch self {
    case .notUTF8: Bilingual(ja: "UTF-8として読めない文字があります", en: "a byte here is not valid UTF-8")
    case .unexpectedCharacter(let expected):
      Bilingual(ja: "ここには\(expected.words.ja)が必要です", en: "expected \(expected.words.en)")
    case .unexpectedEnd(let expected):
      Bilingual(
        ja: "途中で終わっています。\(expected.words.ja)が必要です", en: "the text ends too early: expected \(expected.words.en)")
    case .unterminatedString: Bilingual(ja: "文字列が閉じられていません", en: "this string is never closed")
    case .controlCharacter:
      Bilingual(ja: "文字列の中に改行やタブなどの制御文字があります", en: "a line break, tab or other control character inside a string")
    case .badEscape: Bilingual(ja: "「\\」の後の文字が正しくありません", en: "this escape after \"\\\" does not exist")
    case .badNumber: Bilingual(ja: "数の書き方が正しくありません", en: "this is not a number as JSON writes it")
    case .duplicateKey(let key): Bilingual(ja: "キー「\(key)」が二度書かれています", en: "the key \"\(key)\" is written twice")
    case .tooDeep(let limit): Bilingual(ja: "入れ子が\(limit)段を超えています", en: "nested more than \(limit) levels deep")
    case .tooLarge(let limit): Bilingual(ja: "ファイルが\(limit)バイトを超えています", en: "larger than \(limit) bytes")
    case .textAfterEnd: Bilingual(ja: "値が終わった後に余分な文字があります", en: "there is text after the end of the value")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .notUTF8: Bilingual(ja: "ファイルをUTF-8で保存し直してください", en: "save the file as UTF-8")
    case .unexpectedCharacter, .unexpectedEnd:
      Bilingual(
        ja: "この位置の前後の「,」「:」「\"」「{}」「[]」を確かめてください（最後の要素の後に「,」は置けません）",
        en: "check the commas, colons, quotes and brackets around this place (no comma after the last item)")
    case .unterminatedString: Bilingual(ja: "この「\"」に対応する閉じの「\"」を加えてください", en: "add the closing double quote")
    case .controlCharacter:
      Bilingual(ja: "改行は \\n、タブは \\t と書いてください", en: "write \\n for a line break and \\t for a tab")
    case .badEscape:
      Bilingual(
        ja: "使えるのは \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX です。「\\」そのものは \\\\ と書きます",
        en: "use \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\uXXXX; a backslash itself is \\\\")
    case .badNumber:
      Bilingual(
        ja: "12、-0.5 のように半角で、先頭に余分な0を付けずに書いてください", en: "write it like 12 or -0.5, without leading zeros or a plus sign")
    case .duplicateKey: Bilingual(ja: "どちらか一方を消してください", en: "remove one of the two")
    case .tooDeep: Bilingual(ja: "入れ子を浅くしてください", en: "flatten the structure")
    case .tooLarge: Bilingual(ja: "指定したファイルが定義ファイルかどうか確かめてください", en: "check that this file is a definition")
    case .textAfterEnd: Bilingual(ja: "余分な文字を消してください", en: "remove what follows")
    }
  }

  public static var examples: [JSONRule] {
    [
      .notUTF8, .unexpectedCharacter(expected: .value), .unexpectedEnd(expected: .commaOrBrace), .unterminatedString,
      .controlCharacter, .badEscape, .badNumber, .duplicateKey("name"), .tooDeep(limit: 64), .tooLarge(limit: 1024),
      .textAfterEnd,
    ]
  }
}
