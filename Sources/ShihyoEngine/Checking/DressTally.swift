import ShihyoModel

/// Counts the cells of a column that wear something: quotes that CSV does not know, spaces outside.
struct DressTally: Sendable {
  private var quotes: (sign: String, cells: Int, first: KeyIndex.Stand)?
  private var spaces: (cells: Int, first: KeyIndex.Stand)?

  static func hasOuterSpace(_ text: String) -> Bool {
    text.first?.isWhitespace ?? false || text.last?.isWhitespace ?? false
  }

  mutating func add(_ sign: String?, _ hasOuterSpace: Bool, at stand: KeyIndex.Stand) {
    if let sign { quotes = (quotes?.sign ?? sign, (quotes?.cells ?? 0) + 1, quotes?.first ?? stand) }
    if hasOuterSpace { spaces = ((spaces?.cells ?? 0) + 1, spaces?.first ?? stand) }
  }

  var findings: [(rule: CheckRule, stand: KeyIndex.Stand)] {
    var found: [(rule: CheckRule, stand: KeyIndex.Stand)] = []
    if let quotes { found.append((.otherQuotes(sign: quotes.sign, cells: quotes.cells), quotes.first)) }
    if let spaces { found.append((.outerSpaces(cells: spaces.cells), spaces.first)) }
    return found
  }
}
