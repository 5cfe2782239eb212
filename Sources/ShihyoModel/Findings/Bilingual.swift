/// The two languages of every message, heading and help text.
public enum Language: String, Hashable, Sendable, CaseIterable { case ja, en }

/// One text in Japanese and English. Both are required, so a missing translation does not compile.
public struct Bilingual: Hashable, Sendable {
  public let ja: String
  public let en: String

  public init(ja: String, en: String) {
    self.ja = ja
    self.en = en
  }

  public subscript(language: Language) -> String {
    switch language {
    case .ja: ja
    case .en: en
    }
  }
}
