import Foundation
import ShihyoModel
import Testing

@testable import ShihyoEngine

/// Zero silent corruption: whatever happens to a file, it is read as its author meant it, or reported at the right line.
///
/// `make test` tries every file (`SHIHYO_POLLUTED=all`), a plain `swift test` every fifth.
struct PollutedFilesTests {
  private static let step = ProcessInfo.processInfo.environment["SHIHYO_POLLUTED"] == "all" ? 1 : 5

  @Test func `nothing is wrong in silence, whatever happens to a cell`() throws {
    try judge(CellPollution.files(), atLeast: 4_000)
  }

  @Test func `nothing is wrong in silence, whatever happens to rows and files`() throws {
    try judge(TablePollution.files(), atLeast: 400)
  }

  /// Of two columns a swallowed row looks like a remark with a comma, so no declaration helps here.
  @Test(arguments: [["12", "30", "8", "15", "21"], ["通常", "雨天", "休止", "通常", "雨天"], ["4/1", "4/2", "", "4/4", "4/5"]])
  func `two stray quotes in a table of two columns are told`(_ values: [String]) throws {
    let names = ["門司区", "小倉北区", "小倉南区", "若松区", "八幡東区"]
    let sound = [["区", "値"]] + zip(names, values).map { [$0, $1] }
    #expect(try CheckFixture(BaseTable.text(sound)).found() == [])
    for row in 1..<sound.count {
      for column in 0...1 {
        for (distance, other) in [(1, 0), (1, 1), (2, 0), (2, 1), (3, 1)] where row + distance < sound.count {
          var cells = sound
          cells[row][column] = "\"" + cells[row][column]
          cells[row + distance][other] += "\""
          let found = try CheckFixture(BaseTable.text(cells)).found()
          let isTold = found.contains { $0.hasPrefix("\(row + 1)") }
          #expect(isTold, "quotes at \(row),\(column) and \(distance) rows below, column \(other): \(found)")
        }
      }
    }
  }

  @Test func `the sound table gives no finding in any encoding that is found`() throws {
    for encoding in ["UTF-8", "CP932", "ISO-2022-JP"] {
      let bytes = try #require(encoded(BaseTable.text(BaseTable.cells), encoding))
      #expect(try PollutedFile(name: encoding, bytes: bytes).verdict() == .right)
    }
    let fixture = try CheckFixture(BaseTable.text(BaseTable.cells))
    #expect(try fixture.found() == [])
    #expect(try CheckFixture(BaseTable.text(BaseTable.cells), PollutedFile.schema).found() == [])
  }

  private func judge(_ all: [PollutedFile], atLeast: Int) throws {
    #expect(all.count >= atLeast)
    let files = stride(from: 0, to: all.count, by: Self.step).map { all[$0] }
    var (right, reported) = (0, 0)
    for file in files {
      switch try file.verdict() {
      case .right: right += 1
      case .reported: reported += 1
      case .misplaced(let found): Issue.record("reported elsewhere: \(file.name): \(found.prefix(4))")
      case .silent: Issue.record("wrong in silence: \(file.name)")
      }
    }
    print("polluted files: \(files.count), read right \(right), reported \(reported)")
    #expect(right + reported == files.count)
  }
}
