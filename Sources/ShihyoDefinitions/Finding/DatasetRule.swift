public import ShihyoModel

/// Why a dataset, a resource or a file of one is not there.
public enum DatasetRule: FindingRule {
  case unknownDataset(String, nearest: String?, searched: [String])
  case unknownResource(String, nearest: String?, names: [String])
  case severalResources([String])
  case missingFile
  case noDescriptorInFolder

  public var code: String {
    switch self {
    case .unknownDataset: "dataset.unknown"
    case .unknownResource: "dataset.unknown-resource"
    case .severalResources: "dataset.several-resources"
    case .missingFile: "dataset.missing-file"
    case .noDescriptorInFolder: "dataset.no-descriptor-in-folder"
    }
  }

  public var message: Bilingual {
    switch self {
    case .unknownDataset: Bilingual(ja: "このデータセットはありません", en: "there is no such dataset")
    case .unknownResource: Bilingual(ja: "このデータセットにこのリソースはありません", en: "this dataset has no such resource")
    case .severalResources: Bilingual(ja: "このデータセットにはリソースが複数あります", en: "this dataset has several resources")
    case .missingFile: Bilingual(ja: "定義ファイルが挙げるファイルがありません", en: "the descriptor lists a file that does not exist")
    case .noDescriptorInFolder:
      Bilingual(ja: "フォルダに datapackage.json がありません", en: "there is no datapackage.json in this folder")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .unknownDataset(_, let nearest, let searched):
      Self.choice(
        nearest, ja: "探した場所：\(Self.list(searched))。ファイルなら ./ を付けて指定してください",
        en: "Searched: \(Self.list(searched)). Write ./ before the name of a file")
    case .unknownResource(_, let nearest, let names):
      Self.choice(nearest, ja: "あるもの：\(Self.list(names))", en: "There are: \(Self.list(names))")
    case .severalResources(let names):
      Bilingual(
        ja: "データセット名/リソース名 の形で選んでください。あるもの：\(Self.list(names))",
        en: "write NAME/RESOURCE; there are: \(Self.list(names))")
    case .missingFile: Bilingual(ja: "ファイルを置くか、path を直してください", en: "add the file, or correct the path")
    case .noDescriptorInFolder:
      Bilingual(ja: "CSVファイルか datapackage.json を指定してください", en: "name a CSV file or a datapackage.json")
    }
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  private static func choice(_ nearest: String?, ja: String, en: String) -> Bilingual {
    guard let nearest else { return Bilingual(ja: ja, en: en) }
    return Bilingual(ja: "「\(nearest)」ではありませんか。\(ja)", en: "Did you mean \"\(nearest)\"? \(en)")
  }

  public static var examples: [DatasetRule] {
    [
      .unknownDataset("rank", nearest: "ranks", searched: ["datasets"]),
      .unknownResource("rank", nearest: "ranks", names: ["ranks"]), .severalResources(["a", "b"]), .missingFile,
      .noDescriptorInFolder,
    ]
  }
}
