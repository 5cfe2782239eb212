@testable import ShihyoEngine
import ShihyoModel
import Testing

struct LayoutGuessTests {
  private func guess(_ text: String) throws -> LayoutGuess {
    let fixture = try CheckFixture(text)
    return try #require(try Profiler(hashesFiles: false).run(on: fixture.dataset).layout)
  }

  private func texts(_ rule: TableShape.Subtotal) -> [String] {
    let match: String =
      switch rule.match {
      case .labels(let column, let labels): column + "=" + labels.joined(separator: "|")
      case .pattern(let column, let pattern): column + "=" + pattern.spelling
      case .conditions(let all): all.map { $0.column + "=" + $0.values.joined(separator: "|") }.joined(separator: ",")
      }
    return [match, rule.by.joined(separator: ","), rule.parts.rawValue]
  }

  @Test func findsTheLayoutOfAnOfficeTable() throws {
    let found = try guess(
      """
      第1表 利用状況,,,,,,
      （単位：人、件）,,,,,,
      区,施設,4月,,5月,,計
      ,,利用者数,件数,利用者数,件数,利用者数
      甲区,A館,10,1,20,2,30
      ,B館,5,1,－,1,5
      ,小計,15,2,20,3,35
      総数,,15,2,20,3,35
      ,,,,,,
      （注）－は秘匿
      ※ 5月のB館は休館
      """)
    let unpivot = try #require(found.shape.unpivot)
    #expect(unpivot.keys.map(\.field.name) == ["月"] && unpivot.values.map(\.name) == ["利用者数", "件数"])
    #expect(unpivot.values.map { $0.unit?.symbol } == ["人", "件"] && unpivot.total?.spelling == "計 {value}")
    #expect(found.shape.blankDown == ["区"] && found.shape.skipsEmptyRows)
    #expect(found.shape.noteRows == .starting(["（注", "※"]))
    #expect(found.shape.subtotals.map(texts) == [["施設=小計", "区", "all"], ["区=総数", "", "all"]])
    #expect(found.signs == [LayoutGuess.Sign(mark: "－", reason: .suppressed, isSaid: true)])
  }

  /// Takes minutes where each beginning of a cell is tried as a label.
  @Test(.timeLimit(.minutes(1))) func aPageOfTextIsNoLabel() {
    let text = String(repeating: "9", count: 50_000)
    #expect(ColumnLabel(levels: [text]).parts.map(\.text) == [text])
    #expect(ColumnLabel(levels: ["4月利用者数"]).parts.map(\.text) == ["4月", "利用者数"])
  }

  @Test func triesOnTheNumbersWhatATotalIsTheSumOf() throws {
    let found = try guess(
      """
      町,性別,人口
      一丁目,男,10
      一丁目,女,11
      一丁目,計,21
      二丁目,男,5
      二丁目,女,6
      二丁目,計,11
      計,男,15
      計,女,17
      計,計,32
      """)
    #expect(
      found.shape.subtotals.map(texts) == [["町=計,性別=計", "", "all"], ["性別=計", "町", "all"], ["町=計", "性別", "all"]])
  }

  @Test func findsTotalsOfTheRowsAboveThem() throws {
    let found = try guess("施設,件数\nA館,1\nB館,4\n甲区計,5\nC館,1\nD館,2\n乙区計,3\nE館,1\nF館,1\n丙区計,2\n総計,10\n")
    #expect(found.shape.subtotals.map(texts) == [["施設=総計", "", "all"], ["施設=*計", "", "above"]])
    #expect(found.remarks.allSatisfy { !$0.ja.contains("合わない") })
  }

  @Test func saysWhereATotalDiffers() throws {
    let found = try guess("区,件数,人数\n甲,1,4\n乙,2,5\n計,3,10\n")
    #expect(found.shape.subtotals.map(texts) == [["区=計", "", "all"]])
    #expect(found.remarks.contains { $0.ja.contains("合わないセルが1個") && $0.ja.contains("4行目「人数」") })
  }

  @Test(arguments: [
    ("2021年度,2022年度,2023年度", "{年度}"), ("0～14歳,15～64歳,65歳以上", "{年齢}"), ("男性4月,男性5月,男性6月", nil),
    ("4月利用,5月利用,6月利用", "{月}利用"), ("件数,人数,世帯", nil),
  ])
  func takesColumnsOfOneKind(columns: String, pattern: String?) throws {
    let fixture = try CheckFixture("区,\(columns)\n甲,1,2,3\n乙,4,5,6\n")
    let shape = try Profiler(hashesFiles: false).run(on: fixture.dataset).layout?.shape
    if case .pattern(let found) = shape?.unpivot?.columns {
      #expect(found.spelling == pattern)
    } else {
      #expect(pattern == nil && shape?.unpivot == nil)
    }
  }

  @Test(arguments: [
    ("令和5年度_use.csv", "令和5年度", true, true), ("births-2021.csv", "2021", false, false),
    ("2023年実績.csv", "2023年", false, true),
    ("R5窓口.csv", "R5", true, false),
  ])
  func readsTheYearOfAFileName(name: String, year: String, isFiscal: Bool, isSure: Bool) throws {
    let found = try #require(FileNameGuess.year(name))
    #expect(found.text == year && found.isFiscal == isFiscal && found.isSure == isSure)
  }

  @Test(arguments: ["0066_201903.csv", "use.csv", "A1101.csv", "12345.csv"])
  func leavesOtherNumbersOfAFileNameAlone(name: String) { #expect(FileNameGuess.year(name) == nil) }
}

struct SecondTableSearchTests {
  @Test(arguments: [
    ("区,2022年,2023年\n甲,1,2\n乙,3,4\n,,\n区,2021,2022\n甲,5,6\n", 5), ("区,4月\n甲,1\n乙,2\n区,４月\n甲,5\n", 4),
    ("区,件数\n甲,1\n乙,2\n\n■人数,\n区,人数\n甲,5\n", 5), ("区,件数\n甲,1\n\n区,面積,人\n甲,5,6\n", 4),
    ("区,件数\n甲,1\n第2表 人数,\n区,人数\n甲,5\n", 3),
  ])
  func isFoundWithBothPlaces(text: String, line: Int) throws {
    let found = try CheckFixture(text).report().findings
    #expect(
      found.contains { $0.code == "table.second-table" && $0.place.line == line && $0.message.ja.hasPrefix("1行目") })
  }

  @Test(arguments: [
    "区,件数\n甲,1\n乙,休館\n丙,3\n", "区,件数\n甲,1\n\n（注）速報\n", "区,2022年\n甲,2021\n乙,2022\n", "年,件数\n2021,1\n2022,2\n",
    "館,備考,数\n甲,■新設,1\n乙,（1）期,2\n",
  ])
  func leavesOneTableAlone(text: String) throws {
    #expect(try CheckFixture(text).report().findings.allSatisfy { $0.code != "table.second-table" })
  }
}
