public import ShihyoModel

/// What can be wrong with an edition of a report that is to be published, or held against another.
public enum EditionRule: FindingRule {
  case noPeriod
  case unknownEdition(String, known: [String])
  case twoWanted(known: [String])
  case historyUnreadable(edition: String)
  case paperMissing(edition: String)
  case otherPeriods(old: String, new: String)
  /// The one named first is the newer.
  case reversed(old: String, new: String)
  /// The newest period has a single edition, so that those of an earlier one are compared.
  case onlyOne(newest: String, old: String, new: String)
  /// What is to be published stands there already.
  case unchanged(edition: String)
  /// The descriptor vouches for other bytes.
  case dataChanged(declared: String, found: String)
  /// Of another kind than SHA-256; nil: one hash for several files.
  case hashNotChecked(algorithm: String?)
  case badSourceDate

  public var code: String {
    switch self {
    case .noPeriod: "edition.no-period"
    case .unknownEdition: "edition.unknown"
    case .twoWanted: "edition.two-wanted"
    case .historyUnreadable: "edition.history-unreadable"
    case .paperMissing: "edition.paper-missing"
    case .otherPeriods: "edition.other-periods"
    case .reversed: "edition.reversed"
    case .onlyOne: "edition.only-one"
    case .unchanged: "edition.unchanged"
    case .dataChanged: "edition.data-changed"
    case .hashNotChecked: "edition.hash-not-checked"
    case .badSourceDate: "edition.bad-source-date"
    }
  }

  public var severity: Finding.Severity {
    switch self {
    case .historyUnreadable, .paperMissing, .otherPeriods, .onlyOne, .unchanged, .hashNotChecked: .warning
    default: .error
    }
  }

  public var message: Bilingual {
    switch self {
    case .noPeriod: Bilingual(ja: "報告書の期間も時点も決まっていません", en: "the report has neither a period nor a date")
    case .unknownEdition(let name, _): Bilingual(ja: "「\(name)」という版はありません", en: "there is no edition \"\(name)\"")
    case .twoWanted: Bilingual(ja: "比べる版が二つありません", en: "there are no two editions to compare")
    case .historyUnreadable(let edition):
      Bilingual(ja: "既公表値を \(edition) から読めません", en: "the published figures of \(edition) cannot be read")
    case .paperMissing(let edition):
      Bilingual(
        ja: "\(edition) に report.json がないため、表と文を示せません",
        en: "\(edition) has no report.json, so tables and sentences cannot be named")
    case .otherPeriods(let old, let new):
      Bilingual(
        ja: "\(old) と \(new) は期間か条件が違います",
        en: "the editions \(old) and \(new) are of different periods or parameters")
    case .reversed(let old, let new):
      Bilingual(ja: "\(old) は \(new) より新しい版です", en: "edition \(old) is newer than \(new)")
    case .onlyOne(let newest, let old, let new):
      Bilingual(
        ja: "最新の期間には \(newest) しかないので、その前の期間の \(old) と \(new) を比べました",
        en: "the newest period has \(newest) only: \(old) and \(new) of an earlier one are compared")
    case .unchanged(let edition):
      Bilingual(
        ja: "\(edition) と同じ内容なので、新しい版は作っていません", en: "no new edition is made: it would be the same as \(edition)")
    case .dataChanged:
      Bilingual(
        ja: "データのファイルが定義ファイルの hash と違うので、公表しません",
        en: "nothing is published: the data file is not the one whose hash the descriptor declares")
    case .hashNotChecked(let algorithm?):
      Bilingual(
        ja: "hash が \(algorithm) なので、データが宣言どおりかを確かめずに公表します",
        en: "published without a check of the data: the hash is of kind \(algorithm)")
    case .hashNotChecked(nil):
      Bilingual(
        ja: "ファイルが複数で hash は一つなので、データが宣言どおりかを確かめずに公表します",
        en: "published without a check of the data: one hash stands for several files")
    case .badSourceDate:
      Bilingual(
        ja: "SOURCE_DATE_EPOCH を公表日として読めません", en: "SOURCE_DATE_EPOCH is not a day of publication")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .noPeriod:
      Bilingual(
        ja: "--period 令和7年度第2四半期 のように指定するか、節に as-of: 令和6年11月 のような時点を書いてください",
        en: "give --period FY2025Q2, or write a date under as-of of a section")
    case .unknownEdition(_, let known), .twoWanted(let known):
      known.isEmpty
        ? Bilingual(
          ja: "まだ版がありません。shihyo report 名前 --publish で作ります",
          en: "there is none yet: shihyo report NAME --publish makes one")
        : Bilingual(
          ja: "あるもの：\(known.joined(separator: "、"))。例: --errata FY2025Q2/1 FY2025Q2/2",
          en: "There are: \(known.joined(separator: ", ")); for example --errata FY2025Q2/1 FY2025Q2/2")
    case .historyUnreadable:
      Bilingual(
        ja: "figures.csv を公表したときのものに戻してください。遡及改定の印は付いていません", en: "put its figures.csv back; revisions are not marked")
    case .paperMissing:
      Bilingual(ja: "数値の正誤は figures.csv から示しています", en: "the figures are compared by their ledgers")
    case .otherPeriods:
      Bilingual(
        ja: "正誤表は同じ期間の二つの版から作ります。期間の違いは誤りではありません",
        en: "errata are made of two editions of one period; what differs between periods is no error")
    case .reversed(let old, let new):
      Bilingual(
        ja: "古い版を先に書いてください：--errata \(Self.short(new)) \(Self.short(old))",
        en: "name the older one first: --errata \(Self.short(new)) \(Self.short(old))")
    case .onlyOne(_, let old, let new):
      Bilingual(
        ja: "期間は --period で、版は --errata \(Self.short(old)) \(Self.short(new)) のように古い方から書いて選べます",
        en:
          "choose the period with --period, or name both, the older first: --errata \(Self.short(old)) \(Self.short(new))"
      )
    case .unchanged:
      Bilingual(ja: "同じ内容でも版を重ねるには --unchanged を添えてください", en: "add --unchanged to keep it as an edition all the same")
    case .hashNotChecked(.some): Bilingual(ja: "hash を sha256:… に書き換えてください", en: "declare sha256:…")
    case .hashNotChecked(nil):
      Bilingual(
        ja: "確かめるには、ファイルごとに resource を分けて hash を書いてください",
        en: "to have it checked, declare a resource with a hash for each file")
    case .badSourceDate:
      Bilingual(
        ja: "1970年からの秒数（例：1764288000）にするか、外してください（外せば今日が公表日）",
        en: "give seconds since 1970, for example 1764288000, or unset it: the day is then today")
    case .dataChanged(let declared, let found):
      Bilingual(
        ja: "ファイルを元に戻すか、正しい更新なら hash と bytes を書き換えてください。宣言は \(declared.prefix(12))…、今は sha256:\(found)",
        en:
          "put the file back, or where the change is right write its new hash and bytes: declared \(declared.prefix(12))…, now sha256:\(found)"
      )
    }
  }

  private static func short(_ edition: String) -> String {
    edition.hasPrefix("published/") ? String(edition.dropFirst(10)) : edition
  }

  public static var examples: [EditionRule] {
    [
      .noPeriod, .unknownEdition("FY2025Q2/3", known: ["FY2025Q2/1"]), .twoWanted(known: []),
      .otherPeriods(old: "published/FY2025Q1/1", new: "published/FY2025Q2/1"),
      .reversed(old: "published/FY2025Q2/2", new: "published/FY2025Q2/1"),
      .onlyOne(newest: "published/FY2025Q2/1", old: "published/FY2025Q1/1", new: "published/FY2025Q1/2"),
      .unchanged(edition: "published/FY2025Q2/1"),
      .dataChanged(
        declared: "978587e2e08ac62296d2c97fc50eff0f26f988361b0dfb9f7b0b92f1ef1442f3",
        found: "0000000000000000000000000000000000000000000000000000000000000000"),
      .hashNotChecked(algorithm: nil), .badSourceDate, .historyUnreadable(edition: "published/FY2025Q1/1"),
      .paperMissing(edition: "published/FY2025Q1/1"),
    ]
  }
}
