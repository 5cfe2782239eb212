import ShihyoModel
import Testing

@testable import ShihyoEngine

struct TableGridTests {
  private func grid(_ text: String, encoding: String = "UTF-8") throws -> TableGrid {
    let fixture = try CheckFixture(text, encoding: encoding)
    return try #require(try TableGrid(fixture.dataset.sources[0], ReadingOptions(), limit: 1 << 16))
  }

  @Test(arguments: ["UTF-8", "CP932"]) func `a spelling that comes again is looked at once`(encoding: String) throws {
    let grid = try grid("区,数\n門司区,12\n小倉,-\n門司区,12\n", encoding: encoding)
    #expect(grid.rows.map(\.cells) == [["門司区", "12"], ["小倉", "-"], ["門司区", "12"]])
    #expect(grid.spellings.texts == ["門司区", "12", "小倉", "-"] && grid.spellings.traits.count == 4)
    #expect(grid.traits(2, 1).kind == .number && grid.traits(0, 1).number == grid.traits(2, 1).number)
    #expect(grid.traits(1, 1).mark == .nilCase)
  }

  @Test func `rows of another width stand where they stand`() throws {
    let grid = try grid("区,数\n注\n甲,1\n乙,2,3\n\n丙,　\n,\nおわり\n")
    #expect(grid.rows.map(\.number) == Array(1...6) && grid.rows.map(\.line) == [2, 3, 4, 6, 7, 8])
    #expect(grid.rows.map(\.isWhole) == [false, true, false, true, true, false])
    #expect(grid.rows.map(\.filled) == [[0], [0, 1], [0, 1, 2], [0], [], [0]])
    #expect(grid.rows.map(\.isAfterGap) == [false, false, false, true, false, false])
  }

  @Test func `columns are judged by all their rows, however often a spelling comes`() throws {
    let rows = GridRows(try grid("区,年,数,符号\n甲,2024,5,01\n甲,2024,5,01\n甲,2024,語,01\n乙,2025,5,02\n乙,2025,5,02\n"))
    #expect(rows.measures == [2] && rows.labels == [0, 1, 3])
    #expect(rows.numeric == [1, 2, 3] && rows.mostlyNumeric == [1, 2, 3])
  }

  @Test(arguments: [
    ("区,数\n甲,1\n区,数\n乙,2\n", 3), (",区,数\na,甲,1\n,区,数\nb,乙,2\n", 3), ("区,数\n甲,1\n\n町,人\n乙,2\n", 4),
    ("区,2023,2024\n甲,1,2\n区,2024,2025\n乙,2,3\n", 3), ("区,数\n甲,1\n第2表 人\n乙,2\n", 3),
  ])
  func `a second table is found where its header stands`(text: String, line: Int) throws {
    let finding = try #require(SecondTableSearch.finding(GridRows(try grid(text))))
    #expect(finding.place.line == line)
  }

  @Test(arguments: ["区,数\n甲,1\n区,2\n乙,2\n", "区,名\n甲,区\n乙,名\n", "区,数\n甲,1\n乙,-\n丙,…\n丁,2\n", ",区,数\na,甲,1\n,甲,2\n"])
  func `data that look like a header in one cell are data`(text: String) throws {
    #expect(SecondTableSearch.finding(GridRows(try grid(text))) == nil)
  }
}
