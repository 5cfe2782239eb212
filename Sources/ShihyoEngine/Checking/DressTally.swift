import ShihyoModel

/// Counts the cells of a column that wear something: quotes that CSV does not know, spaces outside, delimiters of other files.
struct DressTally: Sendable {
  private var quotes: (sign: String, cells: Int, first: KeyIndex.Stand)?
  private var spaces: (cells: Int, first: KeyIndex.Stand)?
  private var delimiters: (sign: String, cells: Int, first: KeyIndex.Stand)?
  /// A longer value is prose.
  private static let longestLabel = 30

  static func hasOuterSpace(_ text: String) -> Bool {
    text.first?.isWhitespace ?? false || text.last?.isWhitespace ?? false
  }

  static func otherDelimiter(in text: String) -> String? {
    guard text.utf8.contains(where: { $0 == 0x3B || $0 == 0x7C || $0 == 0x09 }), text.count <= longestLabel else {
      return nil
    }
    return text.contains("\t") ? "TAB" : text.contains(";") ? ";" : "|"
  }

  mutating func add(_ sign: String?, _ hasOuterSpace: Bool, delimiter: String?, at stand: KeyIndex.Stand) {
    if let delimiter {
      delimiters = (delimiters?.sign ?? delimiter, (delimiters?.cells ?? 0) + 1, delimiters?.first ?? stand)
    }
    if let sign { quotes = (quotes?.sign ?? sign, (quotes?.cells ?? 0) + 1, quotes?.first ?? stand) }
    if hasOuterSpace { spaces = ((spaces?.cells ?? 0) + 1, spaces?.first ?? stand) }
  }

  /// Words that recur are categories; several answers to a question have the sign in many cells.
  ///
  /// - Parameters:
  ///   - values: cells with a value.
  ///   - labels: how many of them differ.
  func otherDelimiter(values: Int, labels: Int) -> (rule: CheckRule, stand: KeyIndex.Stand)? {
    guard let delimiters, labels * 2 <= values, delimiters.cells == 1 || delimiters.cells * 50 <= values else {
      return nil
    }
    return (.otherDelimiter(sign: delimiters.sign, cells: delimiters.cells), delimiters.first)
  }

  var findings: [(rule: CheckRule, stand: KeyIndex.Stand)] {
    var found: [(rule: CheckRule, stand: KeyIndex.Stand)] = []
    if let quotes { found.append((.otherQuotes(sign: quotes.sign, cells: quotes.cells), quotes.first)) }
    if let spaces { found.append((.outerSpaces(cells: spaces.cells), spaces.first)) }
    return found
  }
}
