import ShihyoModel
import Testing

@testable import ShihyoEngine

/// Tables that read without an error and would give a figure that nobody meant: each is told of.
struct DoubtfulTableTests {
  private static let wards = "門司区,2025-04,1\n小倉北区,2025-04,2\n若松区,2025-04,3\n"
  private static let head = "区,月,人数\n"

  @Test(arguments: [
    // Computed rows among the records.
    (head + wards + "平均,,2\n", ["5 table.derived-rows «平均»"]),
    (head + wards + "前年同月,,4\n対前年比,,102.3\n", ["5 table.derived-rows «前年同月»"]),
    ("区,人数\n門司区,10\nうち男,4\n（再掲）女,6\n若松区,20\n", ["3 table.derived-rows «うち男»"]),
    ("科目,額\n市税,10\n前年度繰越金,4\n", []),
    // What merged cells and 〃 leave.
    ("年度,区,人数\n令和5年度,甲,1\n,乙,2\n,丙,3\n令和6年度,甲,4\n", ["3 table.continued-labels «»"]),
    ("年度,区,人数\n令和5年度,甲,1\n〃,乙,2\n令和6年度,甲,4\n", ["3 table.continued-labels «〃»"]),
    ("区,人数\n甲,1\n同上,2\n", ["3 table.continued-labels «同上»"]),
    ("年度,区,人数\n令和5年度,甲,1\n令和5年度,乙,2\n,丙,3\n,丁,4\n", []),
    ("区,人数\n甲,1\n,2\n,3\n", []),
    ("区,人数\n門司,10\n（内訳）男,4\n（内訳）女,6\n小倉,5\n", ["3 table.derived-rows «（内訳）男»"]),
    // A sum under another name; small numbers add up by chance, and a running month is none.
    ("区,人数\n門司,10\n小倉,20\n戸畑,35\n,65\n", ["5 table.disguised-total «»"]),
    ("区,人数\n門司,10\n小倉,20\n北九州市,30\n", ["4 table.disguised-total «北九州市»"]),
    ("区,人数\n門司,10\n小倉,20\n戸畑,35\n全部,65\n", ["5 table.disguised-total «全部»"]),
    ("区,男,女\n門司,1,2\n小倉,3,4\n全部,4,6\n", ["4 table.disguised-total «全部»"]),
    ("区,人数\n門司,10\n小倉,20\n戸畑,35\nｹｲ,65\n", ["5 table.total-rows «ｹｲ»"]),
    ("区,人数\n門司,10\n小倉,20\n戸畑,35\n市全体,65\n", ["5 table.total-rows «市全体»"]),
    ("区,人数\n門司,10\nうち男,4\n小倉,20\n北九州市,30\n", ["3 table.derived-rows «うち男»", "5 table.disguised-total «北九州市»"]),
    ("区,人数\n門司,1\n小倉,2\n戸畑,3\n若松,6\n", []), ("区,人数\n門司,10\n小倉,20\n戸畑,30\n", []),
    ("区,人数\n門司,0\n小倉,0\n,0\n", []), ("区,人数\n門司,10\n小倉,20\n戸畑,35\n若松,66\n", []),
    ("月,人数\n2025-04,10\n2025-05,20\n2025-06,30\n2025-07,60\n", []),
    ("市,人数\n北九州市,10\n福岡市,20\n下関市,30\n", []),
    // Headings of the rows below, and a record without its number.
    (
      "区,人数\n令和5年度,\n門司,1\n小倉,2\n令和6年度,\n門司,10\n小倉,20\n",
      ["2 table.heading-rows «令和5年度»"]
    ),
    ("区,人数\n男,\n門司,1\n小倉,2\n女,\n門司,10\n小倉,20\n", ["2 table.heading-rows «男»"]),
    ("区,人数\n門司,1\n小倉,\n戸畑,3\n", []), ("年度,人数\n令和5年度,\n令和6年度,2\n令和7年度,4\n", []),
    ("区,人数\n門司,\n小倉,1\n戸畑,\n若松,2\n", []),
    // The numbers of the columns.
    ("区,男,女\n1,2,3\n門司,10,20\n小倉,5,7\n戸畑,8,9\n若松,1,1\n", ["2 table.column-numbers «1»"]),
    ("区,男,女\n(1),(2),(3)\n門司,10,20\n小倉,5,7\n戸畑,8,9\n若松,1,1\n", ["2 table.column-numbers «(1)»"]),
    ("a,b,c\n1,2,3\n4,5,6\n", []),
    // October without its zero, and months that are what they are.
    (
      "年月,人数\n2024.4,1\n2024.8,5\n2024.9,6\n2024.1,7\n2024.11,8\n2025.1,1\n",
      ["5A query.lost-zero «2024.1»"]
    ),
    ("年月,人数\n2024.1,1\n2024.2,5\n2024.3,6\n2024.9,1\n", []), ("年月,人数\n2024.1,1\n2024.9,5\n2024.10,6\n2024.11,6\n", []),
    ("経度,人数\n2024.1,1\n2024.9,5\n2024.93,6\n", []),
    // Ages of nobody, and years of nothing.
    ("年齢,人数\n20,1\n999,2\n120,1\n", ["3A age.implausible «999»"]), ("平均年齢合計,人数\n20,1\n999,2\n", []),
    (
      "日,人数\n2024-04-01,1\n0024-04-01,4\n2204-06-01,9\n令和99年1月1日,1\n1868-10-23,1\n",
      ["3A cell.unlikely-year «0024-04-01»", "4A cell.unlikely-year «2204-06-01»", "5A cell.unlikely-year «令和99年1月1日»"]
    ),
    // A file that was joined to itself.
    (head + wards + wards, ["5 table.repeated-rows «門司区»"]),
    ("区,数\n甲,1\n甲,1\n", []), ("区,数\n甲,1\n乙,1\n甲,1\n乙,1\n", []),
    // Pages of the web, and rows that were quoted as a whole.
    ("\"区,数\"\n\"甲,1\"\n\"乙,2\"\n", ["1 delimiter.rows-quoted"]),
    ("\"区\"\n\"甲,1\"\n\"乙,2\"\n", []),
    // What mail and printers make of a table.
    ("> 区,数\n> 甲,1\n> 乙,2\n", ["1 file.mail-quoted"]), (">区,数\n>甲,1\n", ["1 file.mail-quoted"]),
    (">60,数\n甲,1\n", []),
    ("区    数   人\n甲区  10   20\n乙区 120  220\n", ["1 delimiter.blanks"]), ("氏名\n山田 太郎\n佐藤 花子\n", []),
    // 1,200 without quotes, in a row that lacks its last cell.
    ("区,数,備考\n甲,900,済\n乙,1,200\n丙,80,\n", ["3C cell.split-number"]),
    ("区,数,備考\n甲,900,済\n乙,1,200\n丙,80,15\n", []), ("区,数,備考\n甲,900,済\n乙,x,200\n丙,80,\n", []),
    // A small number in a column of larger ones that have their commas.
    ("区,日数,人数\n甲,24,\"8,017\"\n乙,24,\"9,135\"\n丙,24,938\n", []),
    ("区,日数,増減\n甲,24,△8017\n乙,24,１０２０\n丙,24,938\n", []),
    ("区;数;備考\n甲;900;済\n乙;1;200\n丙;80;\n", []),
    // One month in three spellings.
    (
      "月,数\n2025-04,1\n令和7年4月,2\nR7.4,3\n2025-05,3\n",
      ["3A query.periods-alike «令和7年4月»", "4A query.periods-alike «R7.4»"]
    ),
    // A shifted row, a slip, and 外字.
    ("月,数\n2025-04,1\n2025-05,2\n2025-06,3\n2025-07,4\n2025-08,5\n304,\n", ["7A column.other-form"]),
    ("区,数\n甲,1\n乙,2\n丙,3\n丁,4\n戊,5\n己,3O4\n", ["7B column.other-form"]),
    ("区,数\n甲,1\n乙,2\n丙,3\n丁,4\n戊,－\n己,…\n", []),
    ("部屋番号,数\n101,1\n102,2\n103,3\n104,4\n105,5\nA1,6\n", []),
    ("区,氏名\n甲,\u{E000}田\n乙,高田\n", ["2B cell.private-character «\u{E000}田»"]),
  ])
  func `is told of`(_ text: String, _ expected: [String]) throws {
    #expect(try CheckFixture(text).found() == expected)
  }

  @Test(arguments: ["<html>\n<table>\n", "<!DOCTYPE html>\n", " <TABLE border=1><tr>\n", "<?xml version='1.0'?>\n"])
  func `a page is no table`(_ start: String) throws {
    let file = TemporaryFile(Array((start + "<tr><td>1</td></tr>\n").utf8))
    do {
      _ = try Checker().run(on: Dataset(name: "t", sources: [file.source]))
      Issue.record("it was read")
    } catch let found as Findings {
      #expect(found.findings.map(\.code) == ["file.markup"])
    }
  }

  /// A word that is wrong, in the first rows of a column of numbers, makes no header of its row.
  @Test(arguments: ["3O4", "1　200", "5-6", "#REF!", "なし"], [2, 3, 5])
  func `a broken number is no header`(_ word: String, _ place: Int) throws {
    var rows = (1...14).map { "区\($0),\($0)" }
    rows[place] = "甲,\(word)"
    let found = try CheckFixture("区,数\n" + rows.joined(separator: "\n") + "\n").found()
    #expect(!found.contains { $0.hasSuffix("header.probably-below") })
    #expect(found.contains { $0.contains("column.other-form") })
  }

  @Test(arguments: [
    ("門司区", "門司區"), ("00123", "123"), ("小倉 北区", "小倉北区"), ("Moji", "moji"), ("門司区", "\u{1A}門司区"), ("4月", "04月"),
    ("門司区", "門司\u{301}区"),
  ])
  func `groups that look like one are told of`(_ first: String, _ second: String) async throws {
    let text = "キー,数\n\(first),1\n\(second),2\n"
    let table = try await EngineFixture(text).run(Query(by: [GroupKey(column: "キー")], .sum("数")))
    #expect(table.spelled == ["\(first):1", "\(second):2"])
    #expect(table.warnings.map(\.code) == ["query.labels-alike"])
  }
}
