public import ShihyoModel

/// What can end a run whose question and files are fine.
public enum RunRule: FindingRule {
  /// Bytes.
  case memoryShort(used: Int, limit: Int)

  public static let examples: [RunRule] = [.memoryShort(used: 5_300_000_000, limit: 5_200_000_000)]

  public var code: String {
    switch self {
    case .memoryShort: "run.memory-short"
    }
  }

  public var message: Bilingual {
    switch self {
    case .memoryShort(let used, let limit):
      Bilingual(
        ja: "組の数が多く、メモリが足りません（使用 \(used / 1_000_000) MB、上限 \(limit / 1_000_000) MB）",
        en: "there are too many groups for the memory (\(used / 1_000_000) MB used, at most \(limit / 1_000_000) MB)")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .memoryShort:
      Bilingual(
        ja: "--by の列を減らすか --where で絞ってください。中央値・分位数・異なり数は、値の種類の数だけメモリを使います。--engine sc://HOST:PORT ならSparkで集計できます",
        en:
          "name fewer columns in --by, or narrow it with --where; medians, quantiles and distinct counts need memory for every different value. Spark has more: --engine sc://HOST:PORT"
      )
    }
  }
}
