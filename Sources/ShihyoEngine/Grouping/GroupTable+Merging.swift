import ShihyoModel

extension GroupTable {
  /// Adds the groups of a later part of the input.
  ///
  /// - Parameter codes: for each key of the query, the code here of every code there.
  mutating func merge(_ other: GroupTable, codes: [[UInt32]]) {
    settle()
    var other = other
    other.settle()
    var groups: [Int] = []
    groups.reserveCapacity(other.index.count)
    for group in 0..<other.index.count {
      let theirs = other.index.codes(of: group)
      groups.append(Int(self.group(record: other.firstRecords[group]) { codes[$0][Int(theirs[$0])] }))
    }
    for (from, to) in groups.enumerated() { counts[to] += other.counts[from] }
    addColumns(of: other, groups: groups)
    accounting.merge(other.accounting)
  }

  /// Adds what the columns of another table hold.
  ///
  /// - Parameter groups: for each group of `other`, its number here.
  mutating func addColumns(of other: GroupTable, groups: [Int]) {
    for place in values.indices {
      values[place].grow(to: index.count)
      var theirs = other.values[place]
      theirs.grow(to: groups.count)
      values[place].merge(theirs, groups: groups)
    }
    for place in sums.indices {
      sums[place].grow(to: index.count)
      var theirs = other.sums[place]
      theirs.grow(to: groups.count)
      sums[place].merge(theirs, groups: groups)
    }
    for place in extremes.indices {
      extremes[place].grow(to: index.count)
      var theirs = other.extremes[place]
      theirs.grow(to: groups.count)
      extremes[place].merge(theirs, groups: groups)
    }
  }
}
