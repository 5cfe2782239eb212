public import ShihyoModel

extension ExpressionRule {
  public var message: Bilingual {
    switch self {
    case .empty: Bilingual(ja: "式が空です", en: "the expression is empty")
    case .expected(let what): Bilingual(ja: "ここには\(what.words.ja)が必要です", en: "expected \(what.words.en)")
    case .needsBackticks(let character, _):
      Bilingual(ja: "列名の中の「\(character)」はそのままでは書けません", en: "\"\(character)\" cannot stand in a plain column name")
    case .unterminatedBacktick: Bilingual(ja: "「`」が閉じられていません", en: "this backtick is never closed")
    case .unknownFunction(let name, _): Bilingual(ja: "「\(name)」という集計はありません", en: "there is no aggregate \"\(name)\"")
    case .unknownGrain(let name, _): Bilingual(ja: "「\(name)」という期間の単位はありません", en: "there is no grain \"\(name)\"")
    case .unknownKind(let name, _): Bilingual(ja: "「\(name)」という比の種類はありません", en: "there is no kind of ratio \"\(name)\"")
    case .rateNeedsBase: Bilingual(ja: "rate には基数が必要です", en: "a rate needs its base")
    case .badBase(let text):
      Bilingual(ja: "基数「\(text)」は正の数ではありません", en: "the base \"\(text)\" is not a positive number")
    case .badProbability(let text):
      Bilingual(ja: "分位点「\(text)」は0から1までの数ではありません", en: "\"\(text)\" is not a probability from 0 to 1")
    case .emptySeparator: Bilingual(ja: "区切り文字が空です", en: "the separator is empty")
    case .oneValueOnly(let comparison):
      Bilingual(ja: "「\(comparison)」と比べられる値は一つだけです", en: "\"\(comparison)\" compares with one value only")
    case .missingValue(let comparison):
      Bilingual(ja: "「\(comparison)」の後に値がありません", en: "there is no value after \"\(comparison)\"")
    case .doubledEquals: Bilingual(ja: "「=」が二つ続いています", en: "\"=\" is written twice")
    case .notAPrimitive(let name): Bilingual(ja: "ここでは「\(name)」を使えません", en: "\"\(name)\" cannot be used here")
    case .textAfterEnd: Bilingual(ja: "式が終わった後に余分な文字があります", en: "there is text after the end of the expression")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .empty: Bilingual(ja: "列名か集計を書いてください", en: "write a column name or an aggregate")
    case .expected(.aggregate):
      Bilingual(
        ja: "count、count(列)、sum(列)、min、max、mean、median、distinct、quantile(0.25,列) が使えます",
        en: "write count, count(COLUMN), sum(COLUMN), min, max, mean, median, distinct or quantile(0.25,COLUMN)")
    case .expected(.comparison):
      Bilingual(ja: "条件は 区=門司区 のように書きます（記号は半角）", en: "write a condition like WARD=Moji")
    case .expected(.slash): Bilingual(ja: "share:sum(a)/sum(b) のように書きます", en: "write it like share:sum(a)/sum(b)")
    case .expected:
      Bilingual(
        ja: "キーは 区,利用日:quarter、集計は sum(件数) のように書きます",
        en: "write keys like WARD,DATE:quarter and aggregates like sum(CASES)")
    case .needsBackticks(_, let suggestion):
      Bilingual(
        ja: "列名全体を「`」で囲み、\(suggestion) と書いてください（シェルでは全体を ' ' で囲みます）",
        en: "put the whole name in backticks: \(suggestion) (and the argument in single quotes for the shell)")
    case .unterminatedBacktick:
      Bilingual(ja: "列名の後に「`」を加えてください。名前の中の「`」は二つ重ねます", en: "add the closing backtick; double a backtick inside a name")
    case .unknownFunction(_, nil):
      Bilingual(
        ja: "列は sum(件数) のように集計で囲みます。使えるもの：\(Self.functionNames.joined(separator: ", "))",
        en: "put a column in an aggregate, as in sum(CASES); one of: \(Self.functionNames.joined(separator: ", "))")
    case .unknownFunction(_, let nearest): Self.choice(Self.functionNames, nearest: nearest)
    case .unknownGrain(_, let nearest):
      Self.choice(Grain.allCases.map { "\($0.word) (\($0.rawValue))" }, nearest: nearest)
    case .unknownKind(_, let nearest):
      Self.choice(["share", "multiple", "change", "rate(1)", "rate(1000)"], nearest: nearest)
    case .rateNeedsBase, .badBase:
      Bilingual(
        ja: "一人当たり・一件当たりなら rate(1):分子/分母、千人当たりなら rate(1000):分子/分母 と書きます",
        en: "write rate(1):NUM/DEN for a rate per one, rate(1000):NUM/DEN for one per 1000")
    case .badProbability: Bilingual(ja: "第1四分位なら 0.25 と書きます", en: "write 0.25 for the first quartile")
    case .emptySeparator, .missingValue: Bilingual(ja: "一文字以上を書いてください", en: "write at least one character")
    case .oneValueOnly:
      Bilingual(
        ja: "「|」で並べられるのは = != ~ だけです。文字の「|」は \\| と書きます", en: "only = != ~ take several values; write \\| for a bar")
    case .doubledEquals: Bilingual(ja: "等しい条件は「=」を一つだけ書きます", en: "write a single \"=\"")
    case .notAPrimitive:
      Bilingual(
        ja: "count、count(列)、sum(列)、min(列)、max(列) のどれかにしてください", en: "use count, count(X), sum(X), min(X) or max(X)")
    case .textAfterEnd:
      Bilingual(ja: "余分な文字を消すか、列名を「`」で囲んでください", en: "remove it, or put the column name in backticks")
    }
  }

  private static func choice(_ names: [String], nearest: String?) -> Bilingual {
    let list = names.joined(separator: ", ")
    guard let nearest else { return Bilingual(ja: "使えるもの：\(list)", en: "one of: \(list)") }
    return Bilingual(ja: "「\(nearest)」ではありませんか。使えるもの：\(list)", en: "did you mean \"\(nearest)\"? One of: \(list)")
  }
}
