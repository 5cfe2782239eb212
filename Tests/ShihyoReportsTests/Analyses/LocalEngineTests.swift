import Foundation
import ShihyoEngine
import ShihyoModel
import ShihyoReports
import Testing

/// The engine that reads files and the plain one give the same documents for seeded random rows.
@Suite struct LocalEngineTests {
  static let columns = ["区", "年齢", "理由", "人数", "金額"]

  static func records(seed: UInt64) -> [[String]] {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    return (0..<200).map { _ in
      [
        ["門司", "小倉北", "戸畑", ""][next(4)], ["0-29", "30-39", "40-59"][next(3)],
        ["交流;健康", "交流", "学習", ""][next(4)], ["", "x", "…", "－"].first { _ in next(9) == 0 } ?? String(next(50)),
        next(7) == 0 ? "－" : "\(next(900)).\(next(10))\(next(10))",
      ]
    }
  }

  func run(_ queries: [Query], _ records: [[String]]) async throws -> [ResultTable] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("shihyo-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    let text = ([Self.columns] + records).map { $0.joined(separator: ",") }.joined(separator: "\r\n") + "\r\n"
    try Data(text.utf8).write(to: file)
    return try await LocalEngine().run(queries, on: Dataset(name: "a.csv", sources: [.file(path: file.path)]))
  }

  @Test(arguments: [1, 7, 20_250_930] as [UInt64])
  func `aggregates alike`(_ seed: UInt64) async throws {
    let records = Self.records(seed: seed)
    let quarter = ExactDecimal(coefficient: 25, decimals: 2)
    let analysis = try AggregateAnalysis(
      keys: [GroupKey(column: "区"), GroupKey(.split(column: "理由", separator: ";"))],
      columns: [
        .measure(.count), .measure(.primitive(.countValues("人数"))), .measure(.primitive(.sum("金額"))),
        .measure(.mean("金額")),
        .measure(.median("人数")), .measure(.quantile(probability: quarter, column: "金額")),
        .measure(.primitive(.min("金額"))), .measure(.primitive(.max("年齢"))), .measure(.distinct("人数")),
        .ratio(
          RatioExpression(
            kind: .rate(base: ExactDecimal(1000)), numerator: SignedSum(.count),
            denominator: SignedSum(.primitive(.sum("人数"))))),
      ], showsTotal: true)
    let expected = try analysis.document(PlainEngine(Self.columns, records).run(analysis.queries), input: "a.csv")
    let actual = try analysis.document(try await run(analysis.queries, records), input: "a.csv")
    #expect(actual == expected, "seed \(seed)")
    #expect(actual.tables.first?.rows.count == 17)
  }

  @Test(arguments: [1, 7, 20_250_930] as [UInt64])
  func `takes shares alike`(_ seed: UInt64) async throws {
    let records = Self.records(seed: seed)
    let brackets = [AgeBracket(lower: 0, upper: 29), AgeBracket(lower: 30, upper: 59)].compactMap(\.self)
    for over in [
      GroupKey(column: "区"), GroupKey(column: "年齢", form: .brackets(BracketScheme(brackets))),
      GroupKey(.split(column: "理由", separator: ";")),
    ] {
      let analysis = try SharesAnalysis(of: "金額", over: over, by: [GroupKey(column: "年齢")])
      let expected = try analysis.document(PlainEngine(Self.columns, records).run(analysis.queries), input: "a.csv")
      let actual = try analysis.document(try await run(analysis.queries, records), input: "a.csv")
      #expect(actual == expected, "seed \(seed), \(over)")
    }
  }
}
