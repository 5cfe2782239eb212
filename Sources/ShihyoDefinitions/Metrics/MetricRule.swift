public import ShihyoModel

/// What can be wrong with the name of a metric, where it is declared and where it is used.
public enum MetricRule: FindingRule {
  case badID
  case badProbability
  case unknown(String, nearest: String?, datasets: [String])
  case ambiguous(String, datasets: [String])
  /// Another unit than that of its column; nil: than that of its kind.
  case unitDiffers(String, declared: String, column: String?)
  /// A column that holds no numbers.
  case notNumbers(String, type: String)
  /// Two conditions that no row meets together.
  case contradiction(String, String)

  public var code: String {
    switch self {
    case .badID: "metric.bad-id"
    case .badProbability: "metric.bad-probability"
    case .unknown: "metric.unknown"
    case .ambiguous: "metric.ambiguous"
    case .unitDiffers: "metric.unit-differs"
    case .notNumbers: "metric.not-numbers"
    case .contradiction: "metric.contradiction"
    }
  }

  public var message: Bilingual {
    switch self {
    case .badID: Bilingual(ja: "指標の名前に使えない文字があります", en: "this cannot be the id of a metric")
    case .badProbability: Bilingual(ja: "分位点の位置が0から1までの数ではありません", en: "this is no number from 0 to 1")
    case .unknown(let name, _, _): Bilingual(ja: "指標「\(name)」はありません", en: "there is no metric \"\(name)\"")
    case .unitDiffers(let written, let declared, let column?):
      Bilingual(
        ja: "単位「\(written)」は列「\(column)」の単位（\(declared)）と違います",
        en: "the unit \"\(written)\" is not that of its column \"\(column)\" (\(declared))")
    case .unitDiffers(let written, let declared, nil):
      Bilingual(
        ja: "単位「\(written)」は、この種類の指標の単位（\(declared)）と違います",
        en: "the unit \"\(written)\" is not that of this kind of metric (\(declared))")
    case .notNumbers(let column, let type):
      Bilingual(
        ja: "列「\(column)」は \(type) 型で、数値ではありません", en: "the column \"\(column)\" holds no numbers: its type is \(type)")
    case .contradiction(let first, let second):
      Bilingual(
        ja: "「\(first)」と「\(second)」の両方に当たる行はありません", en: "no row meets both \"\(first)\" and \"\(second)\"")
    case .ambiguous(let name, let datasets):
      Bilingual(
        ja: "指標「\(name)」は複数のデータセットにあります（\(datasets.joined(separator: "、"))）",
        en: "the metric \"\(name)\" is in several datasets (\(datasets.joined(separator: ", ")))")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .badID:
      Bilingual(ja: "centre.rate.all のように、半角小文字・数字・「.」「-」「+」で書いてください", en: "use lower case letters, digits, . - and +")
    case .badProbability:
      Bilingual(ja: "例：上位1割の境は 0.9、下から4分の1は 0.25", en: "for example 0.9 for the top tenth, 0.25 for the lower quarter")
    case .unknown(_, let nearest?, _):
      Bilingual(ja: "「\(nearest)」ではありませんか", en: "did you mean \"\(nearest)\"?")
    case .unknown(_, nil, let datasets):
      Bilingual(
        ja: "metrics.yaml に定義するか、datasets に加えてください。見たもの：\(datasets.joined(separator: "、"))",
        en: "define it in metrics.yaml, or add its dataset; looked in: \(datasets.joined(separator: ", "))")
    case .unitDiffers(_, let declared, .some):
      Bilingual(
        ja: "数値は列の単位のまま出ます。unit を消すか「\(declared)」と書いてください。列の単位が誤りなら datapackage.json を直してください",
        en: "figures keep the unit of their column: leave unit out or write \(declared); "
          + "if the column is wrong, correct datapackage.json")
    case .unitDiffers(_, let declared, nil):
      Bilingual(
        ja: "unit を消すか「\(declared)」と書いてください。一人当たりなどの率なら kind: rate です",
        en: "leave unit out or write \(declared); so much of one per one of the other is kind: rate")
    case .notNumbers:
      Bilingual(
        ja: "数値の列を書くか、kind: count（件数）か distinct（異なる値の数）にしてください。列の型が誤りなら datapackage.json を直してください",
        en: "name a column of numbers, or use kind: count or distinct; if the type is wrong, correct datapackage.json")
    case .contradiction:
      Bilingual(
        ja: "where の条件はすべて（かつ）に当たる行を選びます。どれかに当たる行なら「列=値1|値2」と書いてください",
        en: "conditions of where must all hold; for rows of either value write COLUMN=ONE|OTHER")
    case .ambiguous(let name, let datasets):
      Bilingual(
        ja: "\(datasets.first ?? "dataset").\(name) のようにデータセット名を付けてください",
        en: "write the dataset before it: \(datasets.first ?? "dataset").\(name)")
    }
  }

  public static var examples: [MetricRule] {
    [
      .badID, .badProbability, .unknown("centre.rat", nearest: "centre.rate", datasets: ["use"]),
      .ambiguous("rate", datasets: ["use", "rooms"]), .unitDiffers("千人", declared: "人", column: "利用者数"),
      .unitDiffers("人", declared: "％", column: nil), .contradiction("区=甲区", "区=乙区"),
      .notNumbers("区", type: "string"),
    ]
  }
}

/// Ids of metrics, sections and parameters: what a placeholder and the id of a figure can hold without quoting.
enum MetricID {
  static func isSound(_ id: String) -> Bool {
    !id.isEmpty
      && id.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
          UInt8(ascii: "-"), UInt8(ascii: "+"):
          true
        default: false
        }
      }
  }
}
