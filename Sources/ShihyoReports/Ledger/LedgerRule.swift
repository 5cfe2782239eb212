public import ShihyoModel

/// What can go wrong when the ledger of a report is written.
public enum LedgerRule: FindingRule {
  case inputUnreadable(String)

  public var code: String { "ledger.input-unreadable" }
  public var message: Bilingual {
    switch self {
    case .inputUnreadable(let reason):
      Bilingual(ja: "入力の要約値を計算できません（\(reason)）", en: "the digest of an input cannot be computed (\(reason))")
    }
  }
  public var hint: Bilingual {
    Bilingual(ja: "ファイルの権限とディスクを確かめてください", en: "check the permissions of the file and the disk")
  }
  public static var examples: [LedgerRule] { [.inputUnreadable("Permission denied")] }
}
