import ShihyoModel
import Testing

struct TableShapeTests {
  private func shape(_ pattern: String) throws -> TableShape {
    var shape = TableShape()
    let sexes = [("man", "男"), ("woman", "女")].map { TableShape.Unpivot.Category(header: $0.0, key: $0.1) }
    shape.unpivot = TableShape.Unpivot(
      columns: .pattern(try #require(LabelTemplate(pattern))),
      keys: [
        TableShape.Unpivot.Key(field: Field(name: "性別", type: .string), labels: sexes),
        TableShape.Unpivot.Key(field: Field(name: "年齢")),
      ], values: [Field(name: "人口", type: .integer)], total: LabelTemplate("{性別}計"))
    return shape
  }

  @Test func `a column becomes the values of its keys`() throws {
    let unpivot = try #require(try shape("{性別}{年齢}").unpivot)
    #expect(unpivot.use(of: "woman3", role: nil) == .value(keys: ["女", "3"], value: 0))
    #expect(unpivot.use(of: "man計", role: nil) == .total(keys: ["男", nil], value: 0))
    #expect(unpivot.use(of: "man", role: nil) == .kept)
    #expect(unpivot.use(of: "manager", role: .key) == .kept)
    #expect(unpivot.use(of: "human", role: nil) == .kept)
  }

  @Test func `a key of the rows becomes one of the records`() throws {
    var town = Field(name: "町", type: .string)
    town.constraints.unique = true
    let schema = Schema(
      fields: [town, Field(name: "man1"), Field(name: "woman1"), Field(name: "man計")], primaryKey: ["町"])
    let records = try shape("{性別}{年齢}").recordSchema(schema)
    #expect(records.fields.map(\.name) == ["町", "性別", "年齢", "人口"])
    #expect(records.primaryKey == ["町", "性別", "年齢"])
    #expect(records.uniqueKeys == [["町", "性別", "年齢"]])
    #expect(records.fields[0].constraints.unique == false)
  }
}
