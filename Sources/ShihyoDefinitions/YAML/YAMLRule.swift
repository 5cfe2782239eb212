public import ShihyoModel

/// What can be wrong with a YAML text itself, before anyone looks at what it says.
public enum YAMLRule: FindingRule {
  case notUTF8
  /// In the parser's own words.
  case syntax(String)
  case wideColon(key: String)
  case tabIndent
  case wideSpace
  case controlCharacter
  case duplicateKey(String)
  case anchor
  case mergeKey
  case tag
  case keyIsNoText
  case severalDocuments
  case tooDeep(limit: Int)
  case tooLarge(limit: Int)

  public var code: String {
    switch self {
    case .notUTF8: "yaml.not-utf-8"
    case .syntax: "yaml.syntax"
    case .wideColon: "yaml.wide-colon"
    case .tabIndent: "yaml.tab-indent"
    case .wideSpace: "yaml.wide-space"
    case .controlCharacter: "yaml.control-character"
    case .duplicateKey: "yaml.duplicate-key"
    case .anchor: "yaml.anchor"
    case .mergeKey: "yaml.merge-key"
    case .tag: "yaml.tag"
    case .keyIsNoText: "yaml.key-is-no-text"
    case .severalDocuments: "yaml.several-documents"
    case .tooDeep: "yaml.too-deep"
    case .tooLarge: "yaml.too-large"
    }
  }

  public var message: Bilingual {
    switch self {
    case .notUTF8: Bilingual(ja: "UTF-8として読めない文字があります", en: "a byte here is not valid UTF-8")
    case .syntax(let problem):
      Bilingual(ja: "YAMLの書き方が正しくありません（読み手の表示「\(problem)」）", en: "this is not YAML (\(problem))")
    case .wideColon(let key):
      Bilingual(
        ja: "「\(key)」の後が全角の「：」なので、キーと値に分かれません", en: "a full-width colon (：) stands behind \(key), which divides nothing"
      )
    case .tabIndent: Bilingual(ja: "字下げにタブが使われています", en: "a tab is used to indent")
    case .wideSpace:
      Bilingual(ja: "字下げや「:」「-」の後に全角の空白があります", en: "a full-width space is used to indent, or behind a colon or dash")
    case .controlCharacter: Bilingual(ja: "使えない制御文字があります", en: "a control character stands here")
    case .duplicateKey(let key): Bilingual(ja: "キー「\(key)」が二度書かれています", en: "the key \"\(key)\" is written twice")
    case .anchor: Bilingual(ja: "アンカー（&）と参照（*）は使えません", en: "anchors (&) and aliases (*) are not allowed")
    case .mergeKey: Bilingual(ja: "「<<」による取り込みは使えません", en: "merge keys (<<) are not allowed")
    case .tag: Bilingual(ja: "タグ（!）は使えません", en: "tags (!) are not allowed")
    case .keyIsNoText: Bilingual(ja: "キーは文字列でなければなりません", en: "a key must be a text")
    case .severalDocuments: Bilingual(ja: "一つのファイルに文書が複数あります", en: "the file holds several documents")
    case .tooDeep(let limit): Bilingual(ja: "入れ子が\(limit)段を超えています", en: "nested more than \(limit) levels deep")
    case .tooLarge(let limit): Bilingual(ja: "ファイルが\(limit)バイトを超えています", en: "larger than \(limit) bytes")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .notUTF8: Bilingual(ja: "ファイルをUTF-8で保存し直してください", en: "save the file as UTF-8")
    case .syntax:
      Bilingual(
        ja: "字下げを半角空白でそろえ、「: 」の後に空白を置き、「:」「#」「{」「*」などを含む文は \"…\" で囲んでください",
        en: "indent with spaces, put a space after each colon, and put texts with : # { or * in double quotes")
    case .wideColon(let key):
      Bilingual(ja: "半角のコロンと空白で「\(key): 」と書いてください", en: "write \(key): with an ASCII colon and a space")
    case .tabIndent, .wideSpace: Bilingual(ja: "半角の空白に替えてください", en: "use plain spaces")
    case .controlCharacter: Bilingual(ja: "その文字を消してください", en: "remove it")
    case .duplicateKey: Bilingual(ja: "どちらか一方を消してください", en: "remove one of the two")
    case .anchor, .tag:
      Bilingual(
        ja: "内容をそのまま書いてください。「*」「&」「!」で始まる文は \"…\" で囲んでください",
        en: "write the content itself; put a text that starts with *, & or ! in double quotes")
    case .mergeKey: Bilingual(ja: "内容をそのまま書いてください", en: "write the content itself")
    case .keyIsNoText: Bilingual(ja: "「:」の前を一語にしてください", en: "write one word before the colon")
    case .severalDocuments: Bilingual(ja: "「---」を消すか、ファイルを分けてください", en: "remove ---, or use several files")
    case .tooDeep: Bilingual(ja: "入れ子を浅くしてください", en: "flatten the structure")
    case .tooLarge: Bilingual(ja: "指定したファイルが定義ファイルかどうか確かめてください", en: "check that this file is a definition")
    }
  }

  public static var examples: [YAMLRule] {
    [
      .notUTF8, .syntax("did not find expected key"), .wideColon(key: "title"), .tabIndent, .wideSpace,
      .controlCharacter, .duplicateKey("title"), .anchor, .mergeKey,
      .tag, .keyIsNoText, .severalDocuments, .tooDeep(limit: 32), .tooLarge(limit: 1024),
    ]
  }
}
