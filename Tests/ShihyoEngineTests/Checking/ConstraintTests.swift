import ShihyoEngine
import ShihyoModel
import Testing

/// Each constraint with cells that keep it and cells that break it.
struct ConstraintTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let field: Field
    let good: [String]
    let bad: [(text: String, code: String)]
    var testDescription: String { name }

    init(
      _ name: String, _ type: Field.ValueType, good: [String], bad: [(text: String, code: String)],
      _ change: (inout Field) -> Void = { _ in }
    ) {
      self.name = name
      field = .of("値", type, change)
      self.good = good
      self.bad = bad
    }
  }

  static let cases: [Case] = [
    Case("required", .string, good: ["a", "-"], bad: [("", "constraint.required"), ("　", "constraint.required")]) {
      $0.constraints.required = true
    },
    Case(
      "required, with marks", .number, good: ["1", "－", "…"],
      bad: [("", "constraint.required"), ("欠", "constraint.required")]
    ) {
      $0.constraints.required = true
      $0.missingValues = [MissingValue(""), MissingValue("欠")]
    },
    Case(
      "minimum and maximum", .number, good: ["0", "0.0", "100", "99.9", "１０", "50％", ""],
      bad: [("-0.1", "constraint.minimum"), ("△1", "constraint.minimum"), ("100.1", "constraint.maximum")]
    ) {
      $0.unit = MeasureUnit(parsing: "％")
      $0.constraints.minimum = "0"
      $0.constraints.maximum = "100"
    },
    Case(
      "exclusive bounds", .integer, good: ["1", "9"],
      bad: [("0", "constraint.exclusive-minimum"), ("10", "constraint.exclusive-maximum")]
    ) {
      $0.constraints.exclusiveMinimum = "0"
      $0.constraints.exclusiveMaximum = "10"
    },
    Case(
      "bounds of dates", .date, good: ["2024-04-01", "令和7年3月31日", "2024/12/1"],
      bad: [("2024-03-31", "constraint.minimum"), ("令和7年4月1日", "constraint.maximum")]
    ) {
      $0.constraints.minimum = "2024-04-01"
      $0.constraints.maximum = "令和7年3月31日"
    },
    Case("bounds of times of day", .time, good: ["9:00", "17:15:00"], bad: [("8:59", "constraint.minimum")]) {
      $0.constraints.minimum = "9:00"
    },
    Case(
      "length in characters", .string, good: ["あい", "門司区", "ﾊﾟﾝ屋"],
      bad: [("あ", "constraint.min-length"), ("若松区役所", "constraint.max-length")]
    ) {
      $0.constraints.minLength = 2
      $0.constraints.maxLength = 4
    },
    Case(
      "pattern, the whole value", .string, good: ["802-0001"],
      bad: [("802-00010", "constraint.pattern"), ("x802-0001", "constraint.pattern")]
    ) { $0.constraints.pattern = "[0-9]{3}-[0-9]{4}" },
    Case("enum by value", .integer, good: ["1", "02", "３"], bad: [("4", "constraint.enum")]) {
      $0.constraints.enumeration = ["1", "2", "3"]
    },
    Case("enum by text", .string, good: ["A"], bad: [("a", "constraint.enum"), ("Ａ", "constraint.enum")]) {
      $0.constraints.enumeration = ["A", "B"]
    },
    Case(
      "categories", .string, good: ["門司", "若松", ""], bad: [("門字", "category.unknown"), ("門司 ", "category.unknown")]
    ) {
      $0.categories = [Field.Category(value: "門司"), Field.Category(value: "若松")]
    },
    Case(
      "integer", .integer, good: ["1", "1,000", "2.0", "x"],
      bad: [("1.5", "cell.not-an-integer"), ("1,00", "cell.misplaced-comma")]),
    Case(
      "number", .number, good: ["1.5", "1万", "(3)"], bad: [("abc", "cell.not-a-number"), ("○", "cell.unknown-mark")]),
    Case("boolean", .boolean, good: ["true", "0", ""], bad: [("はい", "cell.not-a-boolean")]),
    Case(
      "date", .date, good: ["2025-02-28", "R7.4.1"],
      bad: [("2025-02-30", "time.impossible-date"), ("2025-04", "cell.not-a-day"), ("令和元年4月30日", "time.outside-era")]),
    Case(
      "yearmonth", .yearmonth, good: ["2025-04", "令和7年4月"],
      bad: [("2025", "cell.not-a-month"), ("2025-04-01", "cell.not-a-month")]),
    Case("year", .year, good: ["2025"], bad: [("令和", "cell.not-a-number")]),
    Case("datetime", .datetime, good: ["2025-04-01T09:00:00"], bad: [("2025-04-01T25:00:00", "time.impossible-clock")]),
    Case(
      "time of day", .time, good: ["9:05", "09:05:30", "24:00", "9時5分", "9時"],
      bad: [("25:00", "cell.not-a-clock-time"), ("9:60", "cell.not-a-clock-time"), ("朝", "cell.not-a-clock-time")]),
    Case("period", .period, good: ["令和5年度", "2024年度Q4"], bad: [("第2四半期", "time.no-year")]),
    Case(
      "age bracket", .ageBracket, good: ["0～29歳", "30～59歳", "60歳以上", "不詳"],
      bad: [("若者", "age.not-a-bracket"), ("5月9日", "age.spreadsheet-date")]),
  ]

  @Test(arguments: cases)
  func tellsGoodFromBad(_ example: Case) throws {
    let cells = example.good + example.bad.map(\.text)
    let text = "値,次\n" + cells.map { "\"\($0)\",1\n" }.joined()
    let fixture = try CheckFixture(text, Schema(fields: [example.field, .of("次", .integer)]))
    let errors = try fixture.report().findings.filter { $0.severity == .error }
    let expected = example.bad.enumerated().map { offset, bad in
      "\(example.good.count + offset + 2)A \(bad.code) «\(bad.text)»"
    }
    #expect(errors.map(\.short) == expected)
  }

  @Test func namesTheNearestCategory() throws {
    let ward = Field.of("区") { $0.categories = [Field.Category(value: "門司区"), Field.Category(value: "若松区")] }
    let finding = try #require(try CheckFixture("区\n門司\n", Schema(fields: [ward])).report().findings.first)
    #expect(finding.hint.ja.contains("門司区"))
  }

  @Test func saysOnceThatAConstraintCannotBeChecked() throws {
    let field = Field.of("区") {
      $0.constraints.minimum = "3"
      $0.constraints.pattern = "(?=a)b"
    }
    #expect(
      try CheckFixture("区\na\nb\n", Schema(fields: [field])).found()
        == ["1A constraint.unreadable", "1A constraint.unreadable"])
  }
}
