import ShihyoStatistics
import Testing

/// statistics.md, section 10: [[20,4,16],[15,12,3],[25,14,11]] with totals, k = 5.
@Suite struct HiddenCellAuditTests {
  typealias Position = MarginTable.Position

  static let reference = [[20, 4, 16], [15, 12, 3], [25, 14, 11]]

  @Test func `recovers cells that stand alone`() throws {
    let audit = HiddenCellAudit(try MarginTable(Self.reference), hidden: [Position(0, 1), Position(1, 2)])
    #expect(audit.ranges[Position(0, 1)] == HiddenCellAudit.Range(lower: 4, upper: 4))
    #expect(audit.ranges[Position(1, 2)] == HiddenCellAudit.Range(lower: 3, upper: 3))
    #expect(audit.narrow(below: 1) == [Position(0, 1), Position(1, 2)])
  }

  @Test func `finds the published ranges of the box`() throws {
    let box: Set = [Position(0, 1), Position(0, 2), Position(1, 1), Position(1, 2)]
    let audit = HiddenCellAudit(try MarginTable(Self.reference), hidden: box)
    #expect(audit.ranges[Position(0, 1)] == HiddenCellAudit.Range(lower: 1, upper: 16))
    #expect(audit.ranges[Position(0, 2)] == HiddenCellAudit.Range(lower: 4, upper: 19))
    #expect(audit.ranges[Position(1, 1)] == HiddenCellAudit.Range(lower: 0, upper: 15))
    #expect(audit.ranges[Position(1, 2)] == HiddenCellAudit.Range(lower: 0, upper: 15))
    #expect(audit.narrow(below: 15).isEmpty && audit.narrow(below: 16).count == 4)
  }

  @Test func `has no upper end where the total is hidden too`() throws {
    let list = try MarginTable(list: [3, 8, 5])
    let audit = HiddenCellAudit(list, hidden: [Position(0, 0), Position(0, 3)])
    #expect(audit.ranges[Position(0, 0)] == HiddenCellAudit.Range(lower: 0, upper: nil))
    #expect(audit.ranges[Position(0, 3)] == HiddenCellAudit.Range(lower: 13, upper: nil))
    #expect(HiddenCellAudit(list, hidden: [Position(0, 0)]).ranges[Position(0, 0)]?.isExposed == true)
    #expect(HiddenCellAudit(list, hidden: [Position(7, 7)]).ranges.isEmpty)
  }

  @Test func `agrees with trying every value`() throws {
    var numbers = SeededNumbers(1010)
    for round in 0..<80 {
      let table = try MarginTable((0..<3).map { _ in (0..<3).map { _ in numbers.next(3) == 0 ? 0 : numbers.next(9) } })
      let cells = table.positions.filter { !table.isTotal($0) && numbers.next(3) > 0 }
      let expected = SlowAudit.ranges(table, hidden: cells)
      let audit = HiddenCellAudit(table, hidden: Set(cells))
      for cell in cells {
        let range = audit.ranges[cell]
        #expect(range?.lower == expected[cell]?.lowerBound, "round \(round) \(cell)")
        #expect(range?.upper == expected[cell]?.upperBound, "round \(round) \(cell)")
      }
    }
  }
}
