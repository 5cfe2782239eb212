public import ShihyoModel

/// Why a definition file cannot be read at all.
public enum DefinitionFileRule: FindingRule {
  case notFound
  case isFolder
  case notAFile
  case notReadable
  case readingFailed(String)

  public var kind: FailureKind {
    switch self {
    case .notFound, .isFolder: .notFound
    case .notAFile, .notReadable, .readingFailed: .inputOutput
    }
  }

  public var code: String {
    switch self {
    case .notFound: "definition.not-found"
    case .isFolder: "definition.is-folder"
    case .notAFile: "definition.not-a-file"
    case .notReadable: "definition.not-readable"
    case .readingFailed: "definition.reading-failed"
    }
  }

  public var message: Bilingual {
    switch self {
    case .notFound: Bilingual(ja: "定義ファイルがありません", en: "there is no such definition file")
    case .isFolder: Bilingual(ja: "ファイルではなくフォルダです", en: "this is a folder, not a file")
    case .notAFile: Bilingual(ja: "普通のファイルではありません", en: "this is not a regular file")
    case .notReadable: Bilingual(ja: "ファイルを読む権限がありません", en: "no permission to read this file")
    case .readingFailed(let reason):
      Bilingual(ja: "読み込みに失敗しました（\(SystemReason.ja(reason))）", en: "reading failed (\(reason))")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .notFound: Bilingual(ja: "ファイル名とフォルダを確かめてください", en: "check the name and the folder")
    case .isFolder:
      Bilingual(ja: "フォルダの中の datapackage.json などを指定してください", en: "name the file inside it, for example datapackage.json")
    case .notAFile: Bilingual(ja: "パイプや装置ではなく、ファイルを指定してください", en: "name a file, not a pipe or a device")
    case .notReadable: Bilingual(ja: "ファイルの権限を確かめてください", en: "check the permissions of the file")
    case .readingFailed: Bilingual(ja: "ディスクや共有フォルダの状態を確かめてください", en: "check the disk or the shared folder")
    }
  }

  public static var examples: [DefinitionFileRule] {
    [.notFound, .isFolder, .notAFile, .notReadable, .readingFailed("Input/output error")]
  }
}
