import Glibc
import ShihyoDefinitions
import ShihyoEngine
import ShihyoModel
import ShihyoReports
import Testing

/// Daily cases of 福岡県 (fukuoka-covid-daily.csv, CC0); the numbers are typed in from `expected.json` beside the file.
@Suite struct PublishedTrendTests {
  /// `../shared/real` of the package, or of the folder that holds a worktree of it.
  static let folder: String = {
    let root = "/" + #filePath.split(separator: "/").dropLast(5).joined(separator: "/")
    let places = ["/../shared/real/", "/../../shared/real/"].map { root + $0 }
    return places.first { access($0 + "expected.json", R_OK) == 0 } ?? places[0]
  }()
  static let isPresent = access(folder + "expected.json", R_OK) == 0

  func table(_ grain: Grain, compare: String) async throws -> ReportTable {
    let dataset = Dataset(name: "f", sources: [.file(path: Self.folder + "fukuoka-covid-daily.csv")])
    let analysis = try TrendAnalysis(
      of: .measure(.primitive(.sum("detected"))), time: "date", grain: grain, compare: try TrendComparison.list(compare)
    )
    let document = try analysis.document(try await LocalEngine().run(analysis.queries, on: dataset), input: "f")
    return try #require(document.tables.first)
  }

  @Test(.enabled(if: isPresent, "needs ../shared/real beside the checkout"))
  func `fiscal years, the partial ones with their days`() async throws {
    let table = try await table(.fiscalYear, compare: "previous")
    #expect(
      table.markedRows == [
        "FY2020 11162† missing", "FY2021 283130 2436.6†", "FY2022 1283076 353.2", "FY2023 11545† -99.1†",
      ])
    #expect(
      table.notes.map(\.en) == [
        "Periods of which the data holds only a part: FY2020 (25 Dec 2020 – 31 Mar 2021, 97 of 365 days), "
          + "FY2023 (1 Apr 2023 – 8 May 2023, 38 of 366 days)"
      ])
  }

  @Test(.enabled(if: isPresent, "needs ../shared/real beside the checkout"))
  func `fiscal quarters`() async throws {
    let table = try await table(.quarter, compare: "to-date")
    #expect(
      table.rows.prefix(7).map { "\($0.keys[0].code) \($0.figures[0].plain)" } == [
        "FY2020Q3 1111", "FY2020Q4 10051", "FY2021Q1 16511", "FY2021Q2 38386", "FY2021Q3 877", "FY2021Q4 227356",
        "FY2022Q1 146699",
      ])
    let lastOfYear = try #require(table.rows.first { $0.keys[0].code == "FY2022Q4" })
    #expect(lastOfYear.figures.map(\.plain).suffix(2) == ["1283076", "353.2"])
  }
}
