public import ShihyoModel

/// Why a report cannot be started.
public enum ReportDraftRule: FindingRule {
  case badName
  case exists
  case datasetMissing
  /// A table of periods without a key, and the columns that may be one.
  case noPrimaryKey(resource: String, columns: [String])

  public var code: String {
    switch self {
    case .badName: "report.bad-new-name"
    case .exists: "report.exists"
    case .datasetMissing: "report.dataset-missing"
    case .noPrimaryKey: "report.no-primary-key"
    }
  }

  public var severity: Finding.Severity { if case .noPrimaryKey = self { .warning } else { .error } }

  public var message: Bilingual {
    switch self {
    case .badName: Bilingual(ja: "この名前の報告書は作れません", en: "a report cannot have this name")
    case .exists: Bilingual(ja: "その名前の報告書がもうあります", en: "there is a report of that name already")
    case .datasetMissing: Bilingual(ja: "データセットが見つかりません", en: "no dataset is found")
    case .noPrimaryKey(let resource, _):
      Bilingual(
        ja: "表「\(resource)」に primaryKey がないので、届いていない月や区があっても報告書に印が付きません",
        en: "the table \"\(resource)\" has no primaryKey: a month that a ward has not sent is not marked in the report")
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
    case .noPrimaryKey(_, let columns):
      Bilingual(
        ja: "一行を決める列を、datapackage.json の schema に書いてください。例 \(Self.example(columns))",
        en: "name the columns that tell one row from another in schema of datapackage.json, for example "
          + Self.example(columns))
    }
  }

  private static func example(_ columns: [String]) -> String {
    "\"primaryKey\": [" + columns.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
  }

  public static var examples: [ReportDraftRule] {
    [.badName, .exists, .datasetMissing, .noPrimaryKey(resource: "use", columns: ["区", "年月"])]
  }
}
