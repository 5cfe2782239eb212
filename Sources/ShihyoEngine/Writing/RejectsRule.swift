public import ShihyoModel

/// What can go wrong with the file of rejected rows.
public enum RejectsRule: FindingRule {
  case cannotCreate(String)
  case writeFailed(String)

  public static let examples: [RejectsRule] = [
    .cannotCreate("Permission denied"), .writeFailed("No space left on device"),
  ]

  public var code: String {
    switch self {
    case .cannotCreate: "rejects.cannot-create"
    case .writeFailed: "rejects.write-failed"
    }
  }
  public var message: Bilingual {
    switch self {
    case .cannotCreate(let reason):
      Bilingual(
        ja: "除外した行のファイルを作れません（\(SystemReason.ja(reason))）",
        en: "the file of rejected rows cannot be created (\(reason))")
    case .writeFailed(let reason):
      Bilingual(
        ja: "除外した行を書けませんでした（\(SystemReason.ja(reason))）",
        en: "the rejected rows could not be written (\(reason))")
    }
  }
  public var hint: Bilingual {
    switch self {
    case .cannotCreate:
      Bilingual(
        ja: "書き込めるフォルダーのファイル名を --rejects に指定してください", en: "give --rejects a file in a folder that you may write to")
    case .writeFailed:
      Bilingual(ja: "ディスクの空きを確かめてください", en: "check that the disk has room")
    }
  }
}
