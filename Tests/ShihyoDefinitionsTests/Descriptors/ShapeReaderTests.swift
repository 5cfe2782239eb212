import ShihyoDefinitions
import ShihyoModel
import Testing

/// The keys that make records of rows: what they are read into, and what is wrong at its place.
struct ShapeReaderTests {
  private static func resource(_ shihyo: String) -> String {
    package(
      resource: "\"path\": \"a.csv\", \"schema\": {\"fields\": [{\"name\": \"区\"}]}, \"shihyo\": {\n\(shihyo)\n}")
  }
  private static let keys = "\"keys\": [{\"name\": \"月\"}], \"values\": [{\"name\": \"値\", \"type\": \"integer\"}]"

  private func shape(_ shihyo: String) throws -> TableShape {
    try #require(try load(Self.resource(shihyo)).resources.first?.reading.shape)
  }

  @Test func `without such a key rows are records`() throws {
    #expect(try load(Self.resource("\"skip-lines\": 0")).resources.first?.reading.shape == nil)
  }

  @Test func `rows that are no records`() throws {
    let read = try shape("\"note-rows\": 3, \"empty-rows\": \"skip\", \"blank-down\": \"区\"")
    #expect(read.noteRows == .count(3))
    #expect(read.skipsEmptyRows)
    #expect(read.blankDown == ["区"])
    #expect(try shape("\"note-rows\": [\"※\"]").noteRows == .starting(["※"]))
  }

  @Test func `columns by list, by map and by pattern`() throws {
    func columns(_ text: String, _ keys: String = Self.keys) throws -> TableShape.Unpivot.Columns? {
      try shape("\"unpivot\": {\"columns\": \(text), \(keys)}").unpivot?.columns
    }
    #expect(
      try columns("[\"4月\", \"5月\"]")
        == .listed([.init(name: "4月", keys: ["4月"]), .init(name: "5月", keys: ["5月"])]))
    #expect(try columns("{\"m4\": [\"4月\"]}") == .listed([.init(name: "m4", keys: ["4月"])]))
    #expect(try columns("\"{月}\"") == LabelTemplate("{月}").map { .pattern($0) })
    let labelled = "\"keys\": [{\"name\": \"月\", \"labels\": {\"m4\": \"4月\"}}], \"values\": [{\"name\": \"値\"}]"
    #expect(try columns("[\"m4\"]", labelled) == .listed([.init(name: "m4", keys: ["4月"])]))
  }

  @Test func `what a column of the records is declared to be`() throws {
    let package = try load(
      Self.resource(
        "\"unpivot\": {\"columns\": [\"4月\"], \"keys\": [{\"name\": \"月\", \"categories\": [\"4月\"]}], "
          + "\"values\": [{\"name\": \"値\", \"type\": \"integer\", \"unit\": \"千円\", \"additivity\": \"flow\"}]}, "
          + "\"constants\": [{\"name\": \"年\", \"type\": \"period\", \"value\": \"令和5年度\"}]"))
    let fields = try #require(package.resources.first?.schema?.fields)
    #expect(fields.map(\.name) == ["区", "月", "値", "年"])
    #expect(fields.map(\.type) == [.any, .any, .integer, .period])
    #expect(fields[1].categories?.map(\.value) == ["4月"])
    #expect(fields[2].unit == MeasureUnit(parsing: "千円") && fields[2].additivity == .flow)
  }

  @Test func `totals, constants, months and periods`() throws {
    let read = try shape(
      "\"subtotals\": [{\"where\": [\"区=計|合計\"], \"by\": \"市\", \"parts\": \"above\", \"tolerance\": 0.5}], "
        + "\"constants\": [{\"name\": \"年\", \"values\": {\"a.csv\": 2020}}, {\"name\": \"市\", \"path\": \"{市}.csv\"}], "
        + "\"year-month\": {\"name\": \"年月\", \"year-from\": \"年\", \"month-from\": \"月\"}, "
        + "\"periods\": {\"column\": \"年月\"}")
    #expect(
      read.subtotals == [
        TableShape.Subtotal(
          match: .conditions([Condition(column: "区", comparison: .equal, values: ["計", "合計"])]), by: ["市"],
          parts: .above, tolerance: try #require(ExactDecimal("0.5")))
      ])
    #expect(read.constants.map(\.source).first == .files([.init(path: "a.csv", value: "2020")]))
    #expect(read.yearMonth?.field.type == .yearmonth)
    #expect(read.periods == TableShape.Periods(column: "年月", by: nil))
  }

  @Test(arguments: [
    ("\"note-rows\": -1", "descriptor.wrong-type 3:14"), ("\"note-rows\": []", "descriptor.empty-value 3:14"),
    ("\"empty-rows\": \"drop\"", "descriptor.unknown-value 3:15"),
    ("\"blank-down\": []", "descriptor.empty-value 3:15"), ("\"blank-down\": 1", "descriptor.wrong-type 3:15"),
    ("\"unpivot\": []", "descriptor.wrong-type 3:12"),
    ("\"unpivot\": {\"columns\": \"{月\", \(keys)}", "descriptor.unsupported-value 3:24"),
    ("\"unpivot\": {\"columns\": \"{年}\", \(keys)}", "descriptor.unknown-field 3:24, descriptor.missing-key 3:24"),
    ("\"unpivot\": {\"columns\": {\"m\": [\"a\", \"b\"]}, \(keys)}", "descriptor.wrong-length 3:30"),
    ("\"unpivot\": {\"column\": \"{月}\", \(keys)}", "descriptor.unknown-key 3:13, descriptor.missing-key 3:12"),
    (
      "\"unpivot\": {\"columns\": \"{月}\", \"keys\": [{\"name\": \"月\"}], \"values\": [{\"name\": \"a\"}, {\"name\": \"b\"}]}",
      "descriptor.missing-key 3:24"
    ),
    ("\"subtotals\": []", "descriptor.empty-value 3:14"),
    ("\"subtotals\": [{\"column\": \"区\"}]", "descriptor.one-of 3:15"),
    ("\"subtotals\": [{\"labels\": [\"計\"]}]", "descriptor.missing-key 3:15"),
    ("\"subtotals\": [{\"where\": [\"区\"]}]", "expression.expected 3:26"),
    ("\"subtotals\": [{\"column\": \"区\", \"labels\": [\"計\"], \"parts\": \"up\"}]", "descriptor.unknown-value 3:57"),
    ("\"constants\": [{\"name\": \"年\"}]", "descriptor.one-of 3:15"),
    ("\"constants\": [{\"value\": \"1\"}]", "descriptor.missing-key 3:15"),
    ("\"constants\": [{\"name\": \"年\", \"path\": \"{月}.csv\"}]", "descriptor.unsupported-value 3:37"),
    ("\"constants\": [{\"name\": \"区\", \"value\": \"1\"}]", "descriptor.duplicate-name 2:67"),
    ("\"year-month\": {\"name\": \"年月\", \"year-from\": \"年\"}", "descriptor.missing-key 3:15"),
    ("\"periods\": {\"by\": [\"区\"]}", "descriptor.missing-key 3:12"),
  ])
  func `what is wrong is named at its place`(_ shihyo: String, _ expected: String) {
    #expect(findings(Self.resource(shihyo)).joined(separator: ", ") == expected)
  }
}
