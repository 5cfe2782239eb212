import ShihyoModel
import ShihyoReports
import Testing

/// Seeded random months against sums and quotients written out the slow way, in whole numbers.
@Suite struct TrendPropertyTests {
  /// Months from April 2020; nil: no record.
  static func months(seed: UInt64) -> [[Int]] {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    return (0..<40).map { _ in next(6) == 0 ? [] : (0...next(3)).map { _ in next(500) } }
  }

  static func label(_ month: Int) -> String {
    let (year, number) = (2020 + (month + 3) / 12, (month + 3) % 12 + 1)
    return "\(year)-\(number < 10 ? "0" : "")\(number)"
  }

  /// (now − before) / before in tenths of a per cent, half away from zero.
  static func permille(_ now: Int, _ before: Int) -> String {
    let twice = 2 * 1000 * (now - before)
    let rounded = (abs(twice) + before) / (2 * before)
    let sign = twice < 0 && rounded > 0 ? "-" : ""
    return "\(sign)\(rounded / 10).\(rounded % 10)"
  }

  @Test(arguments: [3, 77, 20_251_121] as [UInt64])
  func `months and quarters`(_ seed: UInt64) async throws {
    let months = Self.months(seed: seed)
    let fixture = TrendFixture(
      "年月,数", months.enumerated().flatMap { place, values in values.map { "\(Self.label(place)),\($0)" } })
    let held = months.indices.filter { !months[$0].isEmpty }
    let (first, last) = (try #require(held.first), try #require(held.last))

    let monthly = try await fixture.table("sum(数)", "年月", .month, compare: "year-ago,to-date")
    let sums = months.map { $0.isEmpty ? nil : $0.reduce(0, +) }
    #expect(monthly.rows.count == last - first + 1, "seed \(seed)")
    for (row, place) in zip(monthly.rows, first...last) {
      #expect(row.keys[0].code == Self.label(place))
      let shown = sums[place].map { String($0) } ?? "missing"
      #expect(row.figures[0].plain == shown)
      if let now = sums[place], place >= 12, let before = sums[place - 12], now > 0, before > 0 {
        #expect(row.figures[1].plain == Self.permille(now, before), "seed \(seed), \(Self.label(place))")
      }
      let year = months[(place / 12 * 12)...place]
      if sums[place] != nil { #expect(row.figures[2].plain == String(year.joined().reduce(0, +)), "seed \(seed)") }
      #expect(row.figures[2].marks.contains(.partial) == (sums[place] != nil && year.contains { $0.isEmpty }))
    }

    let quarterly = try await fixture.table("sum(数)", "年月", .quarter, compare: "previous")
    for (row, quarter) in zip(quarterly.rows, (first / 3)...(last / 3)) {
      let parts = months[(quarter * 3)..<min(quarter * 3 + 3, months.count)]
      let isMissing = parts.allSatisfy(\.isEmpty)
      #expect(row.figures[0].plain == (isMissing ? "missing" : String(parts.joined().reduce(0, +))), "seed \(seed)")
      let isWhole = parts.count == 3 && parts.allSatisfy { !$0.isEmpty }
      #expect(row.figures[0].marks.contains(.partial) == (!isMissing && !isWhole), "seed \(seed)")
    }
  }
}
