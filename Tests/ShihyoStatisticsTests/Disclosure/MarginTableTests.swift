import ShihyoStatistics
import Testing

@Suite struct MarginTableTests {
  typealias Position = MarginTable.Position

  @Test func `adds its totals`() throws {
    let table = try MarginTable([[20, 4, 16], [15, 12, 3]])
    #expect(table.positions.count == 12)
    #expect(table[Position(0, 3)] == 40 && table[Position(2, 1)] == 16 && table[Position(2, 3)] == 70)
    #expect(table.isTotal(Position(0, 3)) && table.isTotal(Position(2, 0)) && !table.isTotal(Position(1, 2)))
    #expect(table.hidden(by: .threshold(5)) == [Position(0, 1), Position(1, 2)])
  }

  @Test func `holds a list with one total`() throws {
    let list = try MarginTable(list: [3, 1])
    #expect(list.positions.map { list[$0] } == [3, 1, 4])
    #expect(list.hidden(by: .threshold(5)) == [Position(0, 0), Position(0, 1), Position(0, 2)])
    #expect(!list.contains(Position(1, 0)))
  }

  @Test func `refuses what is no table of counts`() {
    #expect(throws: StatisticsRule.noValues) { try MarginTable([]) }
    #expect(throws: StatisticsRule.noValues) { try MarginTable([[], []]) }
    #expect(throws: StatisticsRule.raggedTable(row: 2)) { try MarginTable([[1], [1, 2]]) }
    #expect(throws: StatisticsRule.negativeCount) { try MarginTable(list: [1, -1]) }
    #expect(throws: StatisticsRule.tooManyDigits) { try MarginTable(list: [.max]) }
  }
}
