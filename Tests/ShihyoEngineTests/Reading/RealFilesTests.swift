import Glibc
import ShihyoModel
import Testing

@testable import ShihyoEngine

/// Files that cities published; they lie beside the checkout, and their facts are typed in from `expected.json`.
struct RealFilesTests {
  /// `../shared/real` of the package, or of the folder that holds a worktree of it.
  static let folder: String = {
    let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let places = ["/../shared/real/", "/../../shared/real/"].map { root + $0 }
    return places.first { access($0 + "expected.json", R_OK) == 0 } ?? places[0]
  }()
  static let isPresent = access(folder + "expected.json", R_OK) == 0

  struct Known: Sendable {
    var file: String
    var encoding: TextEncoding
    var hasMark = false
    var records: Int
    var physicalLines: Int
    var fields: Int
  }

  static let known = [
    Known(
      file: "takamatsu-population-201903", encoding: .utf8, hasMark: true, records: 244, physicalLines: 244, fields: 49),
    Known(
      file: "takamatsu-population-202304-cp932", encoding: .cp932, records: 236, physicalLines: 236, fields: 49),
    Known(file: "takamatsu-city-tax-r2", encoding: .utf8, hasMark: true, records: 30, physicalLines: 30, fields: 11),
    Known(file: "takamatsu-childcare", encoding: .utf8, hasMark: true, records: 38, physicalLines: 41, fields: 14),
    Known(
      file: "takamatsu-births-deaths-2020", encoding: .utf8, hasMark: true, records: 21, physicalLines: 21, fields: 8),
    Known(file: "fukuoka-covid-daily", encoding: .utf8, records: 866, physicalLines: 866, fields: 17),
    Known(
      file: "yaizu-traffic-accident-2021", encoding: .utf8, hasMark: true, records: 730, physicalLines: 730, fields: 27),
    Known(file: "ssdse-a-2022", encoding: .cp932, records: 1744, physicalLines: 1744, fields: 127),
    Known(file: "asahikawa-budget-2013", encoding: .utf8, records: 40, physicalLines: 40, fields: 6),
    Known(file: "asahikawa-budget-2014", encoding: .utf8, records: 40, physicalLines: 40, fields: 6),
  ]

  @Test(.enabled(if: isPresent, "needs ../shared/real beside the checkout"), arguments: known.indices, [33, 1 << 20])
  func `physical facts of published files`(_ index: Int, _ blockBytes: Int) throws {
    let known = Self.known[index]
    var options = ReadingOptions()
    options.hasHeader = false
    let source = Dataset.Source.file(path: Self.folder + known.file + ".csv")
    let read = try FlatReading(source, options, blockBytes: blockBytes)
    #expect(read.counts.accepted == known.records)
    #expect(read.counts.lines == known.physicalLines)
    #expect(read.counts.rejected == 0)
    #expect(read.counts.blankLines == 0)
    #expect(read.encoding.encoding == known.encoding || read.encoding.evidence == .asciiSoFar)
    #expect(read.records.allSatisfy { $0.cells.count == known.fields && !$0.cells.contains(nil) })
    #expect(try RecordReader(source: source, options: options).header.hasMark == known.hasMark)
  }

  @Test(.enabled(if: isPresent, "needs ../shared/real beside the checkout"))
  func `headers below metadata, and of three rows`() throws {
    var options = ReadingOptions()
    options.headerRows = 7...7
    options.skipAfterHeader = 2
    let towns = try FlatReading(.file(path: Self.folder + "takamatsu-population-201903.csv"), options)
    #expect(towns.records.count == 235)
    #expect(towns.names.contains("totalPopulation"))
    options = ReadingOptions()
    options.headerRows = 3...3
    let cities = try FlatReading(.file(path: Self.folder + "ssdse-a-2022.csv"), options)
    #expect(cities.records.count == 1741)
    #expect(cities.findings.isEmpty)
  }
}
