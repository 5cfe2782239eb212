import ShihyoModel

/// Finds the column that a name means: the exact header first, then the one that is equal after folding.
struct ColumnResolver: Sendable {
  let header: [String]
  private let exact: [Label: [Int]]
  private let folded: [Label: [Int]]

  init(header: [String]) {
    self.header = header
    exact = Dictionary(grouping: header.indices) { Label(header[$0]) }
    folded = Dictionary(grouping: header.indices) { Label(TextFolding.fold(header[$0])) }
  }

  /// The column's index from 0.
  ///
  /// - Errors: no such column (with the nearest name), or several that the name could mean.
  func index(of name: String) -> Result<Int, Finding> {
    let matches = exact[Label(name)] ?? folded[Label(TextFolding.fold(name))] ?? []
    switch matches.count {
    case 1: return .success(matches[0])
    case 0:
      let rule = QueryRule.unknownColumn(name: name, nearest: NearestName.find(name, in: header), columns: header)
      return .failure(Finding(rule, text: name))
    default:
      return .failure(Finding(QueryRule.ambiguousColumn(name: name, matches: matches.map { header[$0] }), text: name))
    }
  }
}
