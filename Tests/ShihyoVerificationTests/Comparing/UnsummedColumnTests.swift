import ShihyoModel
import Testing

@testable import ShihyoReports
@testable import ShihyoVerification

/// What is no amount is never added up, and what moved is told alike in every format.
struct UnsummedColumnTests {
  @Test(arguments: ["稼働率", "利用割合", "平均年齢", "値(％)", "占有率", "Occupancy rate", "構成比", "一人当たり額", "伸び", "率", "割合"])
  func `a column named like a rate is compared row by row and not summed`(_ name: String) throws {
    let versions = try Versions("区,\(name),件数\n甲,22.8,10\n乙,15.9,20\n", "区,\(name),件数\n甲,23.8,13\n乙,15.9,20\n")
    let found = try versions.compare(["区"])
    #expect(found.movements.map(\.column) == ["件数"])
    #expect(found.unsummed == [UnsummedColumn(column: name, reason: .namedLikeRate)])
    // The row's own difference is still told.
    #expect(found.cells.first { $0.column == name }?.difference == ExactDecimal("1.0"))
    let note = try #require(found.document().notes.first { $0.ja.contains(name) })
    #expect(note.ja.contains("計を出していない") && note.en.contains("not summed"))
    #expect(found.json.contains("\"named-like-rate\""))
    #expect(CSVRenderer(.machine).render(found.table).contains("unsummed,,\(name),,named-like-rate"))
  }

  @Test func `percentages in the cells, codes and years are not summed; their unit of difference is the point`() throws
  {
    let found = try Versions("区,値,年度,番号\n甲,22.8%,2023,11\n", "区,値,年度,番号\n甲,23.0%,2024,12\n").compare(["区"])
    #expect(found.movements.isEmpty)
    #expect(found.unsummed.map(\.reason) == [.rate, .code, .code])
    #expect(found.cells.first?.unit == "ポイント")
    #expect(String(describing: found.document()).contains("差 +0.2ポイント"))
  }

  @Test func `a declared additivity is believed`() throws {
    var flow = Field(name: "能率手当", type: .integer)
    flow.additivity = .flow
    var rate = Field(name: "値", type: .number)
    rate.additivity = .rate
    let schema = Schema(fields: [Field(name: "区"), flow, rate])
    let found = try Versions("区,能率手当,値\n甲,1,5\n", "区,能率手当,値\n甲,3,6\n", oldSchema: schema, newSchema: schema)
      .compare(["区"])
    #expect(found.movements.map(\.column) == ["能率手当"])
    #expect(found.unsummed == [UnsummedColumn(column: "値", reason: .rate)])
  }

  @Test func `text, CSV and JSON carry rank, contribution and the whole difference`() throws {
    let found = try Versions("区,件数\n甲,10\n乙,20\n丙,5\n丁,7\n", "区,件数\n甲,16\n乙,23\n丙,2\n丁,7\n").compare(["区"])
    let movement = try #require(found.movements.first)
    #expect(movement.ranks == [1, 2, 2])
    let table = try #require(found.document().tables.first { $0.name == "movement-1" })
    #expect(table.rows.map { $0.keys[0].code } == ["1", "2", "2", "total"])
    #expect(table.rows.map { $0.figures[3].printed } == ["100.0", "50.0", "-50.0", "100.0"])
    #expect(table.valueColumns[3].label.ja == "寄与率")
    let csv = CSVRenderer(.machine).render(found.table)
    #expect(csv.contains("contribution,甲,件数,10,16,6,,1,100,,"))
    #expect(csv.contains("contribution,丙,件数,5,2,-3,,2,-50,,"))
    #expect(csv.contains("total,,件数,42,48,6,,,100,,"))
    #expect(found.json.contains("\"contributionShare\": \"-50\""))
    #expect(found.json.contains("\"rank\": 2"))
    #expect(found.json.contains("\"difference\": \"6\""))
  }
}
