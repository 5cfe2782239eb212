public import ShihyoModel

extension DescriptorRule {
  public var hint: Bilingual {
    switch self {
    case .wrongType(_, let expected): Bilingual(ja: "\(expected.words.ja)に直してください", en: "write \(expected.words.en)")
    case .missingKey(let key): Bilingual(ja: "「\"\(key)\": …」を加えてください", en: "add \"\(key)\": …")
    case .emptyValue: Bilingual(ja: "値を書くか、キーごと消してください", en: "write a value or remove the key")
    case .unknownKey(_, let nearest, let allowed), .unknownValue(_, _, let nearest, let allowed):
      Self.choice(nearest, allowed)
    case .unknownField(_, let nearest?, _), .unknownResource(_, let nearest?):
      Bilingual(ja: "「\(nearest)」ではありませんか", en: "did you mean \"\(nearest)\"?")
    case .unknownField(_, nil, let known) where !known.isEmpty: Self.columns(known)
    case .unknownField, .unknownResource: Self.choice(nil, [])
    case .notYetSupported: Bilingual(ja: "このキーを消すか、データを整えてから使ってください", en: "remove it, or prepare the data before")
    case .unsupportedValue(_, let supported): Bilingual(ja: "使えるのは \(supported) です", en: "supported: \(supported)")
    case .outOfRange: Bilingual(ja: "範囲内の整数にしてください", en: "write a whole number in that range")
    case .duplicateName: Bilingual(ja: "一方の名前を変えてください", en: "rename one of them")
    case .foreignKeyLength:
      Bilingual(ja: "fieldsとreference.fieldsを同じ数にしてください", en: "give fields and reference.fields equally many names")
    case .pathIsAddress:
      Bilingual(ja: "ファイルを取得してフォルダに置き、その名前を書いてください", en: "put the file into the folder and write its name")
    case .pathNotRelative:
      Bilingual(
        ja: "「/」や「..」を使わず、data/ranks.csv のように書いてください", en: "write it like data/ranks.csv, without a leading / or ..")
    case .pathHasBackslash: Bilingual(ja: "data/ranks.csv のように書いてください", en: "write it like data/ranks.csv")
    case .pathLeavesFolder: Bilingual(ja: "リンクではなく、ファイルそのものをフォルダに置いてください", en: "put the file itself into the folder")
    case .patternTooLong:
      Bilingual(ja: "patternを短くするか、enumかcategoriesを使ってください", en: "shorten it, or use enum or categories")
    case .badPattern:
      Bilingual(
        ja: "括弧や「\\」を確かめてください（JSONでは「\\」を二つ重ねます）", en: "check brackets and backslashes (JSON doubles a backslash)")
    case .unknownUnit: Bilingual(ja: "件、人、千円、％ のように書いてください", en: "write it like 件, 人, 千円 or ％")
    case .unknownEncoding: Self.choice(nil, EncodingName.supported)
    case .badHash:
      Bilingual(
        ja: "sha256: に続けて64桁の16進数を書いてください（sha256sum で得られます）",
        en: "write sha256: and 64 hexadecimal digits (from sha256sum)")
    case .slashInName, .unusualName: Bilingual(ja: "issue-ranks のような名前にしてください", en: "use a name like issue-ranks")
    case .ownTypeAtStandardLevel(let type):
      Bilingual(
        ja: "\"type\": \"string\" とし、\"shihyo\": {\"type\": \"\(type)\"} を加えてください",
        en: "write \"type\": \"string\" and add \"shihyo\": {\"type\": \"\(type)\"}")
    case .formatNotChecked:
      Bilingual(ja: "必要ならconstraints.patternで検査してください", en: "use constraints.pattern where it matters")
    case .headerRowsNeedDialect:
      Bilingual(
        ja: "dialectに \"header\": false を書くと、標準のツールも正しく読めます",
        en: "write \"header\": false in the dialect, so that standard tools read the file too")
    case .oneOf(let keys):
      Bilingual(ja: "一つだけ書いてください：\(keys.joined(separator: ", "))", en: "write one of \(keys.joined(separator: ", "))")
    case .wrongLength:
      Bilingual(
        ja: "[\"男\", \"0～4歳\"] のように keys の順に書いてください", en: "write them in the order of keys, like [\"男\", \"0～4歳\"]")
    }
  }

  /// Of a wide table the first ones.
  private static func columns(_ names: [String]) -> Bilingual {
    let (shown, rest) = (names.prefix(30), names.count - 30)
    return Bilingual(
      ja: "ある列：" + shown.joined(separator: "、") + (rest > 0 ? "ほか\(rest)列" : ""),
      en: "the columns are: " + shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : ""))
  }

  private static func choice(_ nearest: String?, _ allowed: [String]) -> Bilingual {
    let list = allowed.joined(separator: ", ")
    let (ja, en) = allowed.isEmpty ? ("名前を確かめてください", "check the name") : ("使えるもの：\(list)", "one of: \(list)")
    guard let nearest else { return Bilingual(ja: ja, en: en) }
    return Bilingual(ja: "「\(nearest)」ではありませんか。\(ja)", en: "did you mean \"\(nearest)\"? \(en)")
  }
}
