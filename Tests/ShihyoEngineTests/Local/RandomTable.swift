import SeededRandom
import ShihyoModel

/// A seeded table of two text keys, an amount and a label, as text and as plain values side by side.
struct RandomTable {
  struct Row {
    var ward: String
    var kind: String
    /// nil: the cell is a mark.
    var amount: ExactDecimal?
    var reason: Reason?
    var label: String
  }

  private(set) var rows: [Row] = []
  private(set) var csv = "区,種別,金額,備考\n"

  init(seed: UInt64, count: Int) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<count {
      let (spelled, amount, reason) = Self.cell(&random)
      let row = Row(
        ward: ["門司区", "小倉北区", "戸畑区", "八幡東区", " 門司区", "①区", ""].randomElement(using: &random) ?? "",
        kind: ["団体", "個人, 法人", "\"他\"", "改\n行"].randomElement(using: &random) ?? "", amount: amount, reason: reason,
        label: String("あ髙aー〜".randomElement(using: &random) ?? "あ") + String(Int.random(in: 0...30, using: &random)))
      rows.append(row)
      csv += [row.ward, row.kind, spelled, row.label].map(Self.quoted).joined(separator: ",") + "\n"
    }
    // The wave dash has two Unicode values in CP932; keep the one that the table gives back.
    csv = csv.replacing("〜", "～")
    for index in rows.indices { rows[index].label = rows[index].label.replacing("〜", "～") }
  }

  /// An amount in one of the spellings of an office, or a mark.
  private static func cell(_ random: inout SeededGenerator) -> (String, ExactDecimal?, Reason?) {
    let marks: [(String, Reason)] = [("", .empty), ("x", .suppressed), ("…", .missing), ("－", .nilCase)]
    if Int.random(in: 0..<8, using: &random) == 0, let mark = marks.randomElement(using: &random) {
      return (mark.0, nil, mark.1)
    }
    let digits = Int.random(in: 1...18, using: &random)
    let decimals = Int.random(in: 0...9, using: &random)
    var whole = ""
    for place in 0..<digits {
      whole += String(Int.random(in: place == 0 && digits > 1 ? 1...9 : 0...9, using: &random))
    }
    var fraction = ""
    for _ in 0..<decimals { fraction += String(Int.random(in: 0...9, using: &random)) }
    let isZero = (whole + fraction).allSatisfy { $0 == "0" }
    let isNegative = !isZero && Bool.random(using: &random)
    let plain = (isNegative ? "-" : "") + whole + (decimals > 0 ? "." + fraction : "")
    var spelled = plain
    switch Int.random(in: 0..<4, using: &random) {
    case 0: spelled = (isNegative ? "△" : "") + commas(whole) + (decimals > 0 ? "." + fraction : "")
    case 1: spelled = fullWidth(plain)
    default: break
    }
    return (spelled, ExactDecimal(plain), nil)
  }

  private static func commas(_ whole: String) -> String {
    var result = ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return result
  }

  private static func fullWidth(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(scalar == "-" ? "－" : Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar)
    }
    return String(scalars)
  }

  private static func quoted(_ text: String) -> String {
    text.contains { ",\"\n".contains($0) } ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}

extension String {
  fileprivate func replacing(_ mark: Character, _ other: Character) -> String {
    String(map { $0 == mark ? other : $0 })
  }
  fileprivate func replacing(_ mark: Character, with other: String) -> String {
    map { $0 == mark ? other : String($0) }.joined()
  }
}
