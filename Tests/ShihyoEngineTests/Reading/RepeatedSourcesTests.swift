import Glibc
import ShihyoModel
import Testing

@testable import ShihyoEngine

/// The same rows given twice as two files.
@Suite struct RepeatedSourcesTests {
  private static let rows = "区,件数\n門司区,1\n小倉北区,2\n"

  private static func codes(_ files: [TemporaryFile]) -> [String] {
    RepeatedSources.findings(of: files.map { .file(path: $0.path) }).map { "\($0.source) \($0.finding.code)" }
  }

  @Test func `a file given twice is refused by its second place`() async throws {
    let file = TemporaryFile(Self.rows)
    #expect(Self.codes([file, file]) == ["1 file.twice"])
    let dataset = Dataset(name: "twice", sources: [.file(path: file.path), .file(path: file.path)])
    let query = Query(keys: [GroupKey(column: "区")], aggregates: [.count])
    let refused = await #expect(throws: Findings.self) { try await LocalEngine().run([query], on: dataset) }
    #expect(refused?.findings.map(\.code) == ["file.twice"])
    let report = try Checker().run(on: dataset)
    #expect(report.errors == 1)
  }

  @Test func `another name of the file is the same file`() {
    let file = TemporaryFile(Self.rows)
    let link = file.path + ".link"
    defer { unlink(link) }
    #expect(symlink(file.path, link) == 0)
    let found = RepeatedSources.findings(of: [.file(path: file.path), .standardInput, .file(path: link)])
    #expect(found.map(\.source) == [2])
    #expect(found.first?.finding.place.file == link)
  }

  @Test func `a copy is warned of, and counted all the same`() async throws {
    let (first, copy) = (TemporaryFile(Self.rows), TemporaryFile(Self.rows))
    #expect(Self.codes([first, copy]) == ["1 file.copied"])
    let dataset = Dataset(name: "copy", sources: [.file(path: first.path), .file(path: copy.path)])
    let tables = try await LocalEngine().run([Query(aggregates: [.count])], on: dataset)
    #expect(tables[0].warnings.map(\.code) == ["file.copied"])
    #expect(tables[0].rows[0].values == [.count(4)])
  }

  /// As many bytes, one of them another one.
  @Test func `files that differ are not taken for each other`() {
    let other = TemporaryFile(Self.rows.replacing("2", with: "3"))
    #expect(Self.codes([TemporaryFile(Self.rows), other]) == [])
    #expect(Self.codes([TemporaryFile(""), TemporaryFile("")]) == [])
  }
}
