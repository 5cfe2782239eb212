public import ShihyoModel

/// What can go wrong when the ledger of a report is written or read.
public enum LedgerRule: FindingRule {
  case inputUnreadable(String)
  case columnMissing(String)
  case idTwice(line: Int)
  case runRecordUnreadable(key: String)

  public var code: String {
    switch self {
    case .inputUnreadable: "ledger.input-unreadable"
    case .columnMissing: "ledger.column-missing"
    case .idTwice: "ledger.id-twice"
    case .runRecordUnreadable: "ledger.run-record-unreadable"
    }
  }

  public var message: Bilingual {
    switch self {
    case .inputUnreadable(let reason):
      Bilingual(
        ja: "入力の要約値を計算できません（\(SystemReason.ja(reason))）", en: "the digest of an input cannot be computed (\(reason))")
    case .columnMissing(let name):
      Bilingual(ja: "数値根拠表に列「\(name)」がありません", en: "the ledger has no column \"\(name)\"")
    case .idTwice(let line):
      Bilingual(ja: "同じ番号の数値が\(line)行目にもあります", en: "the same id stands on line \(line)")
    case .runRecordUnreadable(let key):
      Bilingual(ja: "実行記録の「\(key)」が読めません", en: "\"\(key)\" of the run record cannot be read")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .inputUnreadable:
      Bilingual(ja: "ファイルの権限とディスクを確かめてください", en: "check the permissions of the file and the disk")
    case .columnMissing:
      Bilingual(
        ja: "shihyo report -o が書いた figures.csv を、手で直さずに指定してください",
        en: "name a figures.csv as shihyo report -o wrote it, not edited by hand")
    case .idTwice:
      Bilingual(
        ja: "一つの番号は一度だけです。手で加えた行を消すか、報告書を作り直してください",
        en: "an id stands once: remove the line added by hand, or run the report again")
    case .runRecordUnreadable:
      Bilingual(
        ja: "shihyo report -o が書いた run.json に戻すか、報告書を作り直してください",
        en: "put back the run.json that shihyo report -o wrote, or run the report again")
    }
  }

  public static var examples: [LedgerRule] {
    [
      .inputUnreadable("Permission denied"), .columnMissing("printed"), .idTwice(line: 12),
      .runRecordUnreadable(key: "inputs"),
    ]
  }
}
