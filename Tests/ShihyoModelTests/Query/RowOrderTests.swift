import ShihyoModel
import Testing

struct RowOrderTests {
  static func table(_ values: [KeyValue]) -> ResultTable {
    ResultTable(
      query: Query(keys: [GroupKey(column: "キー")], aggregates: [.count]),
      rows: values.enumerated().map {
        ResultTable.Row(keys: [$0.element], firstRecord: $0.offset + 1, values: [.count(1)])
      }, decimalsSeen: [0], accounting: Accounting(), overlapping: false)
  }

  static func sorted(_ values: [KeyValue], by order: RowOrder = .standard, declared: [String]? = nil) -> [KeyValue] {
    order.sorted(table(values), declared: { _ in declared }).map { $0.keys[0] }
  }

  @Test func `declared labels come first, then the others as they appear, then no value`() {
    let values: [KeyValue] = [.absent(.empty), .text("その他"), .text("乙"), .text("丙"), .text("甲")]
    #expect(
      Self.sorted(values, declared: ["甲", "乙", "丙"])
        == [.text("甲"), .text("乙"), .text("丙"), .text("その他"), .absent(.empty)])
  }

  @Test func `texts that are all numbers stand in number order`() {
    #expect(
      Self.sorted([.text("10"), .absent(.empty), .text("9"), .text("1")])
        == [.text("1"), .text("9"), .text("10"), .absent(.empty)])
  }

  @Test func `other texts keep the order of appearance`() {
    #expect(Self.sorted([.text("う"), .text("あ"), .text("2")]) == [.text("う"), .text("あ"), .text("2")])
    #expect(
      Self.sorted([.text("う"), .text("あ"), .text("2")], by: .label) == [.text("2"), .text("あ"), .text("う")])
  }

  @Test func `brackets ascend, then unknown, no answer, no value and total`() throws {
    let young = try #require(AgeBracket(lower: 0, upper: 29))
    let old = try #require(AgeBracket(lower: 60, upper: nil))
    let expected: [KeyValue] = [
      .age(.bracket(young)), .age(.bracket(old)), .age(.unknown), .age(.noAnswer), .absent(.empty), .age(.total),
    ]
    #expect(Self.sorted(expected.reversed()) == expected)
    #expect(Self.sorted(expected.reversed(), by: .appearance) == expected.reversed())
  }

  @Test func `periods stand in order of time, the longer first`() throws {
    let day = try #require(CalendarDate(year: 2025, month: 4, day: 1))
    let later = try #require(CalendarDate(year: 2025, month: 7, day: 1))
    let expected: [KeyValue] = [
      .period(Period(.fiscalYear, containing: day)), .period(Period(.quarter, containing: day)),
      .period(Period(.quarter, containing: later)),
    ]
    #expect(Self.sorted(expected.reversed()) == expected)
  }

  @Test func `the second key orders within the first`() {
    func row(_ ward: Label, _ number: Int, _ first: Int) -> ResultTable.Row {
      ResultTable.Row(keys: [.text(ward), .number(ExactDecimal(number))], firstRecord: first, values: [])
    }
    let table = ResultTable(
      query: Query(keys: [GroupKey(column: "区"), GroupKey(column: "数", form: .number)], aggregates: []),
      rows: [row("乙", 2, 1), row("甲", 9, 2), row("乙", 1, 3)], decimalsSeen: [], accounting: Accounting(),
      overlapping: false)
    #expect(RowOrder.standard.sorted(table).map(\.firstRecord) == [3, 1, 2])
  }
}
