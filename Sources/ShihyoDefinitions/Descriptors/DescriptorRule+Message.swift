public import ShihyoModel

extension DescriptorRule {
  public var message: Bilingual {
    switch self {
    case .wrongType(let key, let expected):
      Bilingual(ja: "「\(key)」には\(expected.words.ja)が必要です", en: "\"\(key)\" wants \(expected.words.en)")
    case .missingKey(let key): Bilingual(ja: "「\(key)」がありません", en: "\"\(key)\" is missing")
    case .emptyValue(let key): Bilingual(ja: "「\(key)」が空です", en: "\"\(key)\" is empty")
    case .unknownKey(let key, _, _): Bilingual(ja: "「\(key)」というキーはありません", en: "there is no key \"\(key)\" here")
    case .unknownValue(let key, let value, _, _):
      Bilingual(ja: "「\(key)」に「\(value)」という値はありません", en: "\"\(value)\" is no value of \"\(key)\"")
    case .notYetSupported(let key): Bilingual(ja: "「\(key)」はまだ使えません", en: "\"\(key)\" is not supported yet")
    case .unsupportedValue(let key, _):
      Bilingual(ja: "「\(key)」のこの値には対応していません", en: "this value of \"\(key)\" is not supported")
    case .outOfRange(let key, let range):
      Bilingual(
        ja: "「\(key)」は\(range.lowerBound)から\(range.upperBound)までです",
        en: "\"\(key)\" lies between \(range.lowerBound) and \(range.upperBound)")
    case .duplicateName(let name): Bilingual(ja: "名前「\(name)」が二度使われています", en: "the name \"\(name)\" is used twice")
    case .unknownField(let name, _, _):
      Bilingual(ja: "「\(name)」という列は fields にありません", en: "\"\(name)\" is not among the fields")
    case .unknownResource(let name, _):
      Bilingual(ja: "「\(name)」というリソースはありません", en: "\"\(name)\" is not among the resources")
    case .foreignKeyLength: Bilingual(ja: "外部キーと参照先の列の数が違います", en: "a foreign key and its reference differ in length")
    case .pathIsAddress: Bilingual(ja: "pathにURLは書けません", en: "a path cannot be an address")
    case .pathNotRelative:
      Bilingual(ja: "pathはこのファイルのあるフォルダからの相対パスでなければなりません", en: "a path is relative to the folder of this file")
    case .pathHasBackslash:
      Bilingual(ja: "pathの区切りは「\\」ではなく「/」です", en: "a path is written with \"/\", not with a backslash")
    case .pathLeavesFolder:
      Bilingual(ja: "シンボリックリンクの先がデータセットのフォルダの外です", en: "a symbolic link leads out of the dataset's folder")
    case .patternTooLong(let limit):
      Bilingual(ja: "patternが\(limit)文字を超えています", en: "the pattern is longer than \(limit) characters")
    case .badPattern: Bilingual(ja: "patternが正規表現として読めません", en: "the pattern is not a regular expression")
    case .unknownUnit: Bilingual(ja: "単位として読めません", en: "this is not a unit")
    case .unknownEncoding: Bilingual(ja: "知らない文字コードです", en: "this encoding is not known")
    case .badHash: Bilingual(ja: "hashの書き方が正しくありません", en: "this hash is not written as it should be")
    case .slashInName: Bilingual(ja: "名前に「/」は使えません", en: "a name cannot hold \"/\"")
    case .unusualName:
      Bilingual(ja: "名前が半角小文字・数字・「-」「_」「.」だけではありません", en: "the name is not only lower case letters, digits, - _ and .")
    case .ownTypeAtStandardLevel(let type):
      Bilingual(ja: "「\(type)」は標準の型ではありません", en: "\"\(type)\" is not a type of the standard")
    case .formatNotChecked: Bilingual(ja: "このformatは検査されません", en: "this format is not checked")
    case .headerRowsNeedDialect:
      Bilingual(
        ja: "見出し行の位置を shihyo で指定していますが、dialect.header が false ではありません",
        en: "shihyo says where the header is, but dialect.header is not false")
    case .oneOf(let keys):
      Bilingual(
        ja: "\(keys.map { "「\($0)」" }.joined(separator: "、"))のどれか一つが必要です",
        en: "exactly one of \(keys.map { "\"\($0)\"" }.joined(separator: ", ")) is wanted")
    case .wrongLength(let key, let expected):
      Bilingual(ja: "「\(key)」にはkeysと同じ\(expected)個の語が必要です", en: "\"\(key)\" wants \(expected) texts, one per key")
    }
  }
}
