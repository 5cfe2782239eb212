import ShihyoModel
import ShihyoStatistics
import Testing

@Suite struct TimeSeriesTests {
  static func points(_ times: [Int]) -> [TimeSeries.Point] {
    times.map { TimeSeries.Point(time: $0, value: ExactDecimal($0)) }
  }

  @Test func `refuses periods out of order`() {
    #expect(throws: StatisticsRule.periodsUnsorted(position: 3)) { try TimeSeries(Self.points([1, 3, 2])) }
    #expect(throws: StatisticsRule.periodRepeated(position: 2)) { try TimeSeries(Self.points([1, 1, 2])) }
  }

  @Test func `splits at breaks`() throws {
    let series = try TimeSeries(Self.points([1, 2, 4, 5, 8]))
    let parts = series.split(before: [4, 7, 8, 99]).map { $0.points.map(\.time) }
    #expect(parts == [[1, 2], [4, 5], [8]])
    #expect(series.split(before: [1]) == [series])
    #expect(TimeSeries(values: []).split(before: [1]).isEmpty)
  }

  @Test func `keeps gaps in their place`() {
    let series = TimeSeries(values: [ExactDecimal(5), nil, ExactDecimal(7)])
    #expect(series.points.count == 3)
    #expect(series.observed.map(\.time) == [0, 2])
  }
}
