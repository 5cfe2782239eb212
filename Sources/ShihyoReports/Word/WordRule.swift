public import ShihyoModel

/// What can go wrong when a Word document is made.
public enum WordRule: FindingRule {
  case pandocMissing
  case pandocFailed(String)
  case notWritten(reason: String)

  public static let examples: [WordRule] = [
    .pandocMissing, .pandocFailed("JSON parse error"), .notWritten(reason: "No space left on device"),
  ]

  public var code: String {
    switch self {
    case .pandocMissing: "word.pandoc-missing"
    case .pandocFailed: "word.pandoc-failed"
    case .notWritten: "word.not-written"
    }
  }

  public var message: Bilingual {
    switch self {
    case .pandocMissing:
      Bilingual(ja: "Word文書を作るのに要る pandoc がありません", en: "pandoc, which makes the Word document, is not there")
    case .pandocFailed(let words):
      Bilingual(ja: "pandoc がWord文書を作れませんでした（\(words)）", en: "pandoc could not make the Word document (\(words))")
    case .notWritten(let reason):
      Bilingual(
        ja: "Word文書を作れませんでした（\(SystemReason.ja(reason))）", en: "the Word document could not be made (\(reason))")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .pandocMissing:
      Bilingual(
        ja: "pandoc を入れる（sudo apt-get install pandoc）か、-f html か -f xlsx を使ってください。",
        en: "Install it with: sudo apt-get install pandoc, or use -f html or -f xlsx.")
    case .pandocFailed:
      Bilingual(
        ja: "pandoc --version が2.11以上か確かめ、古ければ新しくしてください。急ぐときは -f html を使ってください。",
        en: "Check that pandoc --version says 2.11 or later; use -f html in the meantime.")
    case .notWritten:
      Bilingual(
        ja: "一時フォルダ（環境変数 TMPDIR、なければ /tmp）の空き容量と権限を確かめてください。",
        en: "Check free space and rights of the temporary folder (TMPDIR, else /tmp).")
    }
  }
}
