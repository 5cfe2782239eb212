public import ShihyoModel

/// What can be wrong with a city profile, beyond what is wrong with any definition.
public enum ProfileRule: FindingRule {
  case notFound(String, nearest: String?)
  case badName(String)
  case nameTwice(String, first: String)
  case bodyWithoutName
  case unknownGroup(String, nearest: String?)

  public var code: String {
    switch self {
    case .notFound: "profile.not-found"
    case .badName: "profile.bad-name"
    case .nameTwice: "profile.name-twice"
    case .bodyWithoutName: "profile.body-without-name"
    case .unknownGroup: "profile.unknown-group"
    }
  }

  public var message: Bilingual {
    switch self {
    case .notFound(let name, _): Bilingual(ja: "都市プロファイル「\(name)」がありません", en: "there is no city profile \"\(name)\"")
    case .badName(let name):
      Bilingual(ja: "「\(name)」は都市プロファイルの名前になりません", en: "\"\(name)\" cannot be the name of a city profile")
    case .nameTwice(let name, let first):
      Bilingual(ja: "名称「\(name)」は既に「\(first)」で使われています", en: "the name \"\(name)\" already belongs to \"\(first)\"")
    case .bodyWithoutName: Bilingual(ja: "名称も略称もない組織です", en: "this body has neither a name nor an abbreviation")
    case .unknownGroup(let name, _):
      Bilingual(ja: "「\(name)」という区分は groups にありません", en: "\"\(name)\" is not among the groups")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .notFound(_, let nearest?): Bilingual(ja: "「\(nearest)」ではありませんか", en: "did you mean \"\(nearest)\"?")
    case .notFound(let name, nil):
      Bilingual(ja: "profiles/\(name).json を置いてください", en: "put profiles/\(name).json beside the datasets")
    case .badName: Bilingual(ja: "半角小文字・数字・「-」だけの名前にしてください", en: "use lower case letters, digits and -")
    case .nameTwice: Bilingual(ja: "一つの表記は一つの組織だけに書いてください", en: "give each spelling to one body only")
    case .bodyWithoutName: Bilingual(ja: "\"name\" か \"abbreviation\" を加えてください", en: "add \"name\" or \"abbreviation\"")
    case .unknownGroup(_, let nearest?): Bilingual(ja: "「\(nearest)」ではありませんか", en: "did you mean \"\(nearest)\"?")
    case .unknownGroup(_, nil): Bilingual(ja: "groups に加えてください", en: "add it to groups")
    }
  }

  public static var examples: [ProfileRule] {
    [
      .notFound("mihon", nearest: nil), .badName("../x"), .nameTwice("門司", first: "門司区"), .bodyWithoutName,
      .unknownGroup("局", nearest: "局等"),
    ]
  }
}
