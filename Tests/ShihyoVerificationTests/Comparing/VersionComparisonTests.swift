import Foundation
import ShihyoDefinitions
import ShihyoModel
import Testing

@testable import ShihyoVerification

/// Two small files that go away with the test.
struct Versions {
  let old: Dataset
  let new: Dataset
  private let folder: TemporaryFiles

  init(_ old: String, _ new: String, oldSchema: Schema? = nil, newSchema: Schema? = nil) throws {
    folder = try TemporaryFiles(["old.csv": old, "new.csv": new])
    self.old = Dataset(name: "old", sources: [.file(path: folder.path("old.csv"))], schema: oldSchema)
    self.new = Dataset(name: "new", sources: [.file(path: folder.path("new.csv"))], schema: newSchema)
  }

  func compare(_ keys: [String]? = nil) throws(Findings) -> VersionComparison {
    try VersionComparison(old: old, new: new, keys: keys)
  }

  func findings(_ keys: [String]? = nil) -> [Finding] {
    do throws(Findings) {
      _ = try compare(keys)
      return []
    } catch { return error.findings }
  }
}

struct VersionComparisonTests {
  @Test func `a renamed column whose titles were edited keeps its differences`() throws {
    let found = try Versions(
      "番号,課題名,担当\n1,市民センターの利用促進について,甲\n2,公共施設の見直し計画の推進,乙\n",
      "番号,件名,担当\n1,市民センターの利用拡大について,甲\n2,公共施設の見直し計画の実施,乙\n"
    ).compare(["番号"])
    #expect(found.columns == [.renamed(old: "課題名", new: "件名")])
    #expect(found.cells.map(\.column) == ["件名", "件名"])
    let (old, new) = (found.cells[0].old ?? "", found.cells[0].new ?? "")
    #expect(TextDifference(old: old, new: new).marked(.removed) == "市民センターの利用[-促進-]について")
  }

  @Test func `columns of other texts, and short labels, are no rename`() throws {
    let found = try Versions(
      "番号,課題名,区\n1,市民センターの利用促進について,北\n2,公共施設の見直し計画の推進,南\n",
      "番号,進捗,局\n1,関係団体と協議を始めた,北\n2,年度内に素案を作る予定,東\n"
    ).compare(["番号"])
    #expect(
      found.columns == [.removed("課題名"), .removed("区"), .added("進捗"), .added("局")])
  }

  @Test func `rows come, go and change; what moved the sum adds up to the whole`() throws {
    let versions = try Versions(
      "番号,区,件数\n1,甲,100\n2,乙,40\n3,丙,5\n4,丁,…\n", "番号,区,件数\n1,甲,130\n2,乙,\"40\"\n4,丁,7\n5,戊,\"1,000\"\n")
    let found = try versions.compare(["番号"])
    #expect(found.rows.map { "\($0.kind) \($0.key[0]) \($0.line)" } == ["removed 3 4", "added 5 5"])
    #expect(found.cells.map { "\($0.key[0]) \($0.old ?? "") \($0.new ?? "")" } == ["1 100 130", "4 … 7"])
    #expect(found.cells[0].difference == ExactDecimal(30))
    #expect(found.matched == 3 && found.unchanged == 1)
    let movement = try #require(found.movements.first)
    #expect(movement.contributions.map { "\($0.key[0]) \($0.difference)" } == ["5 1000", "1 30", "4 7", "3 -5"])
    let sum = movement.contributions.reduce(Rational.zero) { $0 + Rational($1.difference) }
    #expect(sum == Rational(movement.difference))
    #expect(Rational(movement.newTotal) - Rational(movement.oldTotal) == sum)
    #expect(movement.oldTotal == ExactDecimal(145) && movement.newTotal == ExactDecimal(1177))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `contributions add up to the whole difference`(_ seed: UInt64) throws {
    var random = seed
    func next(_ bound: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % bound
    }
    func file() -> String {
      let rows = (0..<40).filter { _ in next(4) > 0 }.map {
        "\($0),\(next(5) == 0 ? "x" : "\(next(2000) - 900).\(next(10))")"
      }
      return "k,v\n" + rows.joined(separator: "\n") + "\n"
    }
    let found = try Versions(file(), file()).compare(["k"])
    for movement in found.movements {
      let sum = movement.contributions.reduce(Rational.zero) { $0 + Rational($1.difference) }
      #expect(sum == Rational(movement.difference), "seed \(seed)")
      #expect(Rational(movement.newTotal) - Rational(movement.oldTotal) == sum, "seed \(seed)")
    }
    #expect(!found.movements.isEmpty, "seed \(seed)")
  }

  @Test func `columns come, go, are renamed and reordered; declared types and units change`() throws {
    var (before, now) = (Field(name: "金額", type: .integer), Field(name: "金額", type: .number))
    before.unit = MeasureUnit(parsing: "円")
    now.unit = MeasureUnit(parsing: "千円")
    let versions = try Versions(
      "番号,名称,金額,旧欄\n1,甲,1000,a\n2,乙,2000,b\n3,丙,3000,c\n", "番号,金額,組織名,新欄\n1,1,甲,x\n2,2,乙,y\n3,4,丙,z\n",
      oldSchema: Schema(fields: [Field(name: "番号"), Field(name: "名称"), before, Field(name: "旧欄")]),
      newSchema: Schema(fields: [Field(name: "番号"), now, Field(name: "組織名"), Field(name: "新欄")]))
    let found = try versions.compare(["番号"])
    #expect(
      found.columns == [
        .removed("旧欄"), .added("新欄"), .renamed(old: "名称", new: "組織名"),
        .reordered(old: ["番号", "名称", "金額"], new: ["番号", "金額", "組織名"]), .type("金額", old: "integer", new: "number"),
        .unit("金額", old: "円", new: "千円"),
      ])
    // 3000円 → 4千円 is one thousand more, told in the new unit; the others only changed their spelling.
    #expect(found.movements.map(\.difference) == [ExactDecimal(1)])
    #expect(found.cells.filter { $0.kind == .changed }.map(\.key) == [["3"]])
  }

  @Test func `spellings are no change of value, 同左 is no change at all`() throws {
    let found = try Versions(
      "番号,件名,数\n1,市民センター,1200\n2,Ａ館,5\n", "番号,件名,数\n1,同左,\"1,200\"\n2,A館,5\n"
    ).compare(["番号"])
    #expect(found.cells.map(\.kind) == [.spelling, .spelling])
    #expect(found.dittos == 1)
    #expect(found.movements.isEmpty)
  }

  @Test func `keys that are not unique are told with both places, in both versions`() throws {
    let versions = try Versions("番号,件名\n1,a\n2,b\n1,c\n", "番号,件名\n3,a\n3,b\n3,c\n")
    let findings = versions.findings(["番号"])
    #expect(findings.map(\.code) == ["compare.key-not-unique", "compare.key-not-unique"])
    #expect(findings.map(\.place.line) == [4, 3])
    #expect(findings.map(\.text) == ["1", "3"])
    #expect(findings[0].message.ja.contains("2行目") && findings[1].message.ja.contains("ほかにも1行"))
  }

  @Test func `keys that differ in spelling are named, not guessed`() throws {
    let found = try Versions("番号,件名\nＡ1,a\n", "番号,件名\nA1,a\n").compare(["番号"])
    #expect(found.rows.map(\.kind) == [.removed, .added])
    #expect(found.warnings.map(\.code) == ["compare.key-spelling"])
  }

  @Test func `without a key, and with a column that is not there, the columns are named`() throws {
    let versions = try Versions("番号,件名\n1,a\n", "番号,件名\n1,a\n")
    #expect(versions.findings().map(\.code) == ["compare.key-missing"])
    let unknown = versions.findings(["番"])
    #expect(unknown.map(\.code) == ["compare.key-unknown", "compare.key-unknown"])
    #expect(unknown[0].hint.ja.contains("番号"))
  }

  @Test func `a personal field is never quoted`() throws {
    var name = Field(name: "氏名", type: .string)
    name.isPersonal = true
    let schema = Schema(fields: [Field(name: "番号", type: .string), name], primaryKey: ["番号"])
    let found = try Versions("番号,氏名\n1,山田\n2,田中\n", "番号,氏名\n1,鈴木\n3,佐藤\n", oldSchema: schema, newSchema: schema)
      .compare()
    #expect(found.cells.map(\.old) == [nil] && found.cells.map(\.new) == [nil])
    let outputs = [found.json, String(describing: found.document()), String(describing: found.table)]
    for output in outputs { for secret in ["山田", "鈴木", "田中", "佐藤"] { #expect(!output.contains(secret)) } }
  }

  @Test func `the two versions of the issue on public facilities`() throws {
    let old = try Papers.datasets.find("kitakyushu-issue-versions/r6-08").dataset
    let new = try Papers.datasets.find("kitakyushu-issue-versions/r6-11").dataset
    let found = try VersionComparison(old: old, new: new, keys: nil)
    #expect(found.keys == ["項目番号"])
    #expect(found.rows.map { "\($0.kind) \($0.key[0])" } == ["removed 欄外", "added ⑤"])
    #expect(found.cells.map(\.key) == [["課題番号"], ["②"], ["③"], ["④"]])
    #expect(found.cells[0].old == "課題B (2)" && found.cells[0].new == "課題B (4)")
    #expect(found.dittos == 1 && found.unchanged == 1)
  }
}
