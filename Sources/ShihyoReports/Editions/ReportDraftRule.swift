public import ShihyoModel

/// Why a report cannot be started.
public enum ReportDraftRule: FindingRule {
  case badName
  case exists
  case datasetMissing

  public var code: String {
    switch self {
    case .badName: "report.bad-new-name"
    case .exists: "report.exists"
    case .datasetMissing: "report.dataset-missing"
    }
  }

  public var message: Bilingual {
    switch self {
    case .badName: Bilingual(ja: "この名前の報告書は作れません", en: "a report cannot have this name")
    case .exists: Bilingual(ja: "その名前の報告書がもうあります", en: "there is a report of that name already")
    case .datasetMissing: Bilingual(ja: "データセットが見つかりません", en: "no dataset is found")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .badName:
      Bilingual(
        ja: "半角の小文字、数字、ハイフンだけの名前にしてください。例 centre-use", en: "use lower-case letters, digits and hyphens: centre-use")
    case .exists: Bilingual(ja: "別の名前を付けてください。上書きはしません", en: "choose another name: nothing is replaced")
    case .datasetMissing:
      Bilingual(
        ja: "--datasets フォルダ で場所を指定してください。一覧は shihyo datasets",
        en: "name their folder with --datasets DIR; shihyo datasets lists what is found")
    }
  }

  public static var examples: [ReportDraftRule] { [.badName, .exists, .datasetMissing] }
}
