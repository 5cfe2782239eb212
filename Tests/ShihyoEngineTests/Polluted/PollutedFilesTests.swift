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
