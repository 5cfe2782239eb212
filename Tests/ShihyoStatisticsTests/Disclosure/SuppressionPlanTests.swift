import ShihyoStatistics
import Testing

@Suite struct SuppressionPlanTests {
  typealias Position = MarginTable.Position

  /// statistics.md, section 10: the two small cells and the box that protects them.
  @Test func `closes the box of the reference table`() throws {
    let table = try MarginTable(HiddenCellAuditTests.reference)
    let plan = try SuppressionPlan(table, primary: table.hidden(by: .threshold(5)), width: 5)
    #expect(plan.primary == [Position(0, 1), Position(1, 2)])
    #expect(plan.secondary == [Position(0, 2), Position(1, 1)])
  }

  @Test func `hides the smallest partner in a list`() throws {
    let list = try MarginTable(list: [3, 80, 12, 40, 0])
    let plan = try SuppressionPlan(list, primary: list.hidden(by: .threshold(5)), width: 5)
    #expect(plan.secondary == [Position(0, 2)])
  }

  @Test func `hides a total where no cell can serve`() throws {
    let list = try MarginTable(list: [3, 0, 0])
    let plan = try SuppressionPlan(list, primary: [Position(0, 0)], width: 5)
    #expect(plan.secondary == [Position(0, 3)])
    #expect(throws: StatisticsRule.cannotProtect(row: 1, column: 1)) {
      try SuppressionPlan(list, primary: [Position(0, 0)], width: 5, shown: [Position(0, 3)])
    }
  }

  @Test func `hides nothing where nothing is small`() throws {
    let table = try MarginTable([[9, 0], [30, 8]])
    #expect(try SuppressionPlan(table, primary: table.hidden(by: .threshold(5)), width: 5).hidden.isEmpty)
  }

  @Test(arguments: [3, 5, 10]) func `leaves no cell of seeded tables recoverable`(_ threshold: Int) throws {
    var numbers = SeededNumbers(UInt64(100 + threshold))
    for round in 0..<40 {
      let (rows, columns) = (1 + numbers.next(5), 1 + numbers.next(5))
      let table = try MarginTable(
        (0..<rows).map { _ in (0..<columns).map { _ in numbers.next(4) == 0 ? 0 : numbers.next(30) } })
      let primary = table.hidden(by: .threshold(threshold))
      let plan = try SuppressionPlan(table, primary: primary, width: threshold)
      let audit = HiddenCellAudit(table, hidden: plan.hidden)
      #expect(plan.primary == primary)
      #expect(audit.narrow(below: 1).isEmpty, "round \(round): \(table)")
      #expect(Set(audit.narrow(below: threshold)).isDisjoint(with: primary), "round \(round): \(table)")
      #expect(plan.secondary.allSatisfy { table[$0] > 0 }, "round \(round): \(table)")
    }
  }

  /// The same promise against the plain audit, with all totals shown.
  @Test func `stands against trying every value`() throws {
    var numbers = SeededNumbers(77)
    var tried = 0
    for round in 0..<60 {
      let table = try MarginTable((0..<3).map { _ in (0..<3).map { _ in 1 + numbers.next(9) } })
      let primary = table.hidden(by: .threshold(3))
      let totals = Set(table.positions.filter { table.isTotal($0) })
      let attempt = Result { try SuppressionPlan(table, primary: primary, width: 3, shown: totals) }
      guard let plan = try? attempt.get() else { continue }
      tried += 1
      let ranges = SlowAudit.ranges(table, hidden: plan.hidden.sorted())
      #expect(ranges.values.allSatisfy { $0.count > 1 }, "round \(round): \(table)")
      #expect(primary.allSatisfy { (ranges[$0]?.count ?? 0) > 3 }, "round \(round): \(table)")
    }
    #expect(tried >= 40)
  }
}
