extension CellNetwork {
  /// A cube of one or two keys, of which one may have totals over some of its categories that lie within each other or apart;
  /// nil for any other, which is no network.
  ///
  /// Counts run from the node of their category to the node of the smallest total that holds it, in their column, and from there
  /// through the larger totals up to the total of all. Counts of the column of totals run the other way.
  init?(_ cube: CountCube) {
    guard (1...2).contains(cube.sizes.count) else { return nil }
    let divided = cube.subtotals.indices.filter { !cube.subtotals[$0].isEmpty }
    guard divided.count <= 1 else { return nil }
    let key = divided.first ?? 0
    guard let tree = TotalTree(size: cube.sizes[key], totals: cube.subtotals[key]) else { return nil }
    let other = cube.sizes.count == 2 ? 1 - key : nil
    let columns = other.map { cube.sizes[$0] } ?? 0
    // Nodes of categories (one for all of a list) and one of the total; then those of each total in each column.
    let rows = other == nil ? 1 : tree.size + 1
    func rowNode(_ index: Int) -> Int { other == nil ? 0 : index }
    func totalNode(_ index: Int, _ column: Int) -> Int { rows + (index - tree.size) * (columns + 1) + column }
    edges = cube.places.map { place in
      let index = place[key]
      let column = other.map { place[$0] } ?? columns
      var (from, to) =
        switch tree.parent(of: index) {
        case let parent? where index < tree.size: (rowNode(index), totalNode(parent, column))
        case let parent?: (totalNode(index, column), totalNode(parent, column))
        case nil: (totalNode(index, column), rowNode(tree.size))
        }
      if other != nil, column == columns { (from, to) = (to, from) }
      return Edge(from: from, to: to, value: cube[place])
    }
    nodes = rows + (1 + cube.subtotals[key].count) * (columns + 1)
  }
}

/// Totals of one key that lie within each other or apart.
private struct TotalTree {
  /// Categories; the index behind them is the total of all.
  let size: Int
  private let parents: [Int?]

  /// nil where two totals overlap.
  init?(size: Int, totals: [Set<Int>]) {
    let ordered = totals.indices.sorted { (totals[$0].count, $0) < (totals[$1].count, $1) }
    for (place, one) in ordered.enumerated() {
      for other in ordered.dropFirst(place + 1)
      where !totals[one].isSubset(of: totals[other]) && !totals[one].isDisjoint(with: totals[other]) { return nil }
    }
    self.size = size
    var parents: [Int?] = (0..<size).map { category in
      size + (ordered.first { totals[$0].contains(category) }.map { $0 + 1 } ?? 0)
    }
    parents.append(nil)
    for total in totals.indices {
      let larger = ordered.drop { $0 != total }.dropFirst()
      parents.append(size + (larger.first { totals[total].isSubset(of: totals[$0]) }.map { $0 + 1 } ?? 0))
    }
    self.parents = parents
  }

  /// The smallest total that holds a category or another total; nil for the total of all.
  func parent(of index: Int) -> Int? { parents[index] }
}
