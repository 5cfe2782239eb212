public import ShihyoModel

/// An input and the notice that its figures carry; nil: none.
public struct NoticedInput: Hashable, Sendable {
  public var name: String
  public var notice: Bilingual?
  public init(name: String, notice: Bilingual?) {
    self.name = name
    self.notice = notice
  }

  var description: Bilingual {
    Bilingual(
      ja: name + (notice.map { "「\($0.ja)」" } ?? "（断り書きなし）"),
      en: name + (notice.map { " (\"\($0.en)\")" } ?? " (no notice)"))
  }
}

/// Keeps figures of different notices apart: fictional and real ones never share a table.
public enum NoticeGuard {
  /// The one notice of all inputs; nil where none has one.
  ///
  /// - Errors: `AnalysisRule.mixedNotices` (usage), naming every input.
  public static func common(_ inputs: [NoticedInput]) throws(Findings) -> Bilingual? {
    guard let first = inputs.first else { return nil }
    guard inputs.allSatisfy({ $0.notice == first.notice }) else { throw Findings([.mixedNotices(inputs)]) }
    return first.notice
  }

  public static func common(_ datasets: [Dataset]) throws(Findings) -> Bilingual? {
    try common(datasets.map { NoticedInput(name: $0.name, notice: $0.notice) })
  }
}
