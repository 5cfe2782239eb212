import ShihyoModel

/// The rows of a table of groups, in order of first appearance, made when they are asked for.
struct GroupRows: ResultRows.Source {
  private let table: GroupTable
  private let readings: [MeasureReadings]
  private let resolvers: [KeyResolver]
  /// Groups in order; nil where they are numbered so.
  private let order: [UInt32]?

  init(_ table: GroupTable, readings: [MeasureReadings], resolvers: [KeyResolver]) {
    self.table = table
    self.readings = readings
    self.resolvers = resolvers
    let records = table.firstRecords
    let keys = { (group: UInt32) in
      resolvers.indices.map { resolvers[$0].value(of: table.index.code(ofKey: $0, in: Int(group))) }
    }
    // A record with several answers is the first of several groups: those stand by their keys.
    func precedes(_ left: UInt32, _ right: UInt32) -> Bool {
      let (first, second) = (records[Int(left)], records[Int(right)])
      return first != second ? first < second : keys(left).lexicographicallyPrecedes(keys(right))
    }
    let groups = 0..<UInt32(table.index.count)
    order = zip(groups, groups.dropFirst()).allSatisfy { !precedes($1, $0) } ? nil : groups.sorted(by: precedes)
  }

  private func group(_ row: Int) -> Int { order.map { Int($0[row]) } ?? row }

  var count: Int { table.index.count }

  func key(_ column: Int, of row: Int) -> KeyValue {
    resolvers[column].value(of: table.index.code(ofKey: column, in: group(row)))
  }

  func value(_ aggregate: Int, of row: Int) -> AggregateValue {
    table.primitive(aggregate, of: group(row), readings[aggregate])
  }

  func firstRecord(of row: Int) -> Int? {
    let record = table.firstRecords[group(row)]
    return record == .max ? nil : record
  }

  var arePlain: Bool { table.arePlain }
}
