/// 七万人, 百二十件: numbers in Chinese characters that stand before a counter, written with digits.
enum KanjiNumber {
  private static let digits = Array("一二三四五六七八九".unicodeScalars)
  private static let tens: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1000]
  private static let counters = [
    "人", "名", "件", "団体", "社", "館", "円", "回", "区", "課題", "施設", "か所", "箇所", "ヵ所", "カ所", "世帯", "歳", "年", "倍", "%",
    "ポイント", "種類", "項目", "校", "台", "戸", "棟", "億", "兆",
  ]

  /// The text with its leading number in digits; nil where it does not begin with one that a counter follows (一部, 一方).
  static func western(_ folded: String) -> String? {
    for lead in ["約", "およそ", "おおむね", "ほぼ", ""] where folded.hasPrefix(lead) {
      let rest = folded.dropFirst(lead.count)
      let run = rest.unicodeScalars.prefix { digits.contains($0) || tens[$0] != nil }
      guard !run.isEmpty, let number = value(Array(run)) else { continue }
      let scale = rest.unicodeScalars.dropFirst(run.count).prefix { $0 == "万" || $0 == "億" }
      let after = String(String.UnicodeScalarView(rest.unicodeScalars.dropFirst(run.count + scale.count)))
      // 五人に一人 is no 5.
      guard scale.count < 2, counters.contains(where: after.hasPrefix), !after.contains("に一") else { continue }
      return "\(lead)\(number)\(String(String.UnicodeScalarView(scale)))\(after)"
    }
    return nil
  }

  /// Below 10,000; nil where the characters stand in no order.
  private static func value(_ run: [Unicode.Scalar]) -> Int? {
    var (total, one, last) = (0, 0, 10_000)
    for scalar in run {
      if let place = tens[scalar] {
        guard place < last else { return nil }
        total += max(one, 1) * place
        (one, last) = (0, place)
      } else if let digit = digits.firstIndex(of: scalar), one == 0 {
        one = digit + 1
      } else {
        return nil
      }
    }
    return total + one
  }
}
