import ShihyoModel

/// What the name of a column says: which month, year, age or sex it is of, and which value it holds.
struct ColumnLabel: Hashable, Sendable {
  enum Dimension: String, Hashable, Sendable {
    case month, year, fiscalYear, period, age, sex, total

    /// The name of the key that such columns become.
    var name: String {
      switch self {
      case .month: "月"
      case .year: "年"
      case .fiscalYear: "年度"
      case .period: "期間"
      case .age: "年齢"
      case .sex: "性別"
      case .total: "計"
      }
    }
  }
  struct Part: Hashable, Sendable {
    var text: String
    /// nil: words, which are the value or stand everywhere.
    var dimension: Dimension?
    /// What stands between this part and the one before.
    var separator: String
  }

  var parts: [Part]

  /// - Parameter levels: the labels of the header rows above the column, from the top.
  init(levels: [String]) {
    parts = levels.enumerated().flatMap { index, text in
      Self.split(text).enumerated().map { place, part in
        var part = part
        if place == 0 { part.separator = index == 0 ? "" : " " }
        return part
      }
    }
  }

  private static let longest = 200

  /// 4月利用者数 is two parts, 利用者数（4月） too.
  private static func split(_ text: String) -> [Part] {
    if let dimension = dimension(of: text) { return [Part(text: text, dimension: dimension, separator: "")] }
    let characters = Array(text)
    // Each beginning is looked at, and nobody labels a column with a page of text.
    guard characters.count <= longest else { return [Part(text: text, dimension: nil, separator: "")] }
    for count in stride(from: characters.count - 1, to: 0, by: -1) {
      let head = String(characters[..<count])
      guard let dimension = dimension(of: head), dimension != .total, dimension != .sex else { continue }
      let (separator, rest) = trimmed(characters[count...])
      if rest.isEmpty || rest.first?.isNumber == true { continue }
      return [
        Part(text: head, dimension: dimension, separator: ""), Part(text: rest, dimension: nil, separator: separator),
      ]
    }
    return [Part(text: text, dimension: nil, separator: "")]
  }

  private static func trimmed(_ rest: ArraySlice<Character>) -> (String, String) {
    let separator = rest.prefix { "_-・ 　/".contains($0) }
    return (String(separator), String(rest.dropFirst(separator.count)))
  }

  static func dimension(of text: String) -> Dimension? {
    let folded = TextFolding.fold(text)
    if folded.isEmpty { return nil }
    if TotalLabel.matches(text) { return .total }
    if ["男", "女", "男性", "女性", "man", "woman", "male", "female"].contains(folded.lowercased()) { return .sex }
    if ["年齢不詳", "年齢不明", "不詳", "不明", "年齢「不詳」"].contains(folded) { return .age }
    if isMonth(folded) { return .month }
    if folded.allSatisfy(\.isNumber) {
      guard folded.count == 4, let year = Int(folded), (1868...2100).contains(year) else { return nil }
      return .year
    }
    if folded.contains("歳") || folded.contains("代") || folded.contains("-") || folded.contains("~") {
      if case .bracket? = try? AgeGrammar().read(text), folded.first?.isNumber == true || folded.contains("歳") {
        return .age
      }
    }
    do {
      guard case .period(let period) = try TimeGrammar().read(text).value else { return nil }
      switch period.grain {
      case .month: return .month
      case .fiscalYear: return .fiscalYear
      case .calendarYear: return .year
      case .day: return nil
      default: return .period
      }
    } catch .ambiguousYear {
      return .fiscalYear
    } catch {
      return nil
    }
  }

  /// 4月, 04月, 10月分
  private static func isMonth(_ folded: String) -> Bool {
    var text = Substring(folded)
    if text.hasSuffix("月分") { text = text.dropLast() }
    guard text.hasSuffix("月"), let number = Int(text.dropLast()) else { return false }
    return (1...12).contains(number)
  }
}

extension HeaderInfo {
  /// Per column, the labels above it: in upper rows a blank carries on the label to its left.
  var levels: [[String]] {
    names.indices.map { column in
      var labels: [String] = []
      for (number, row) in rows.enumerated() {
        let isLast = number == rows.count - 1
        let said = column < row.count ? row[column] : ""
        let label = isLast || !said.isEmpty ? said : row[..<min(column, row.count)].last { !$0.isEmpty } ?? ""
        if !label.isEmpty, labels.last != label { labels.append(label) }
      }
      return labels
    }
  }
}
