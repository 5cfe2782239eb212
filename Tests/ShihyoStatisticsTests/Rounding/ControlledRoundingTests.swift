import ShihyoModel
import ShihyoStatistics
import Testing

/// statistics.md, section 10.
@Suite struct ControlledRoundingTests {
  /// Whether each value went to an adjacent multiple and multiples stayed.
  static func isAdjacent(_ rounded: Int, _ value: Int, base: Int) -> Bool {
    rounded.isMultiple(of: base) && abs(rounded - value) < base
  }

  @Test func `keeps the table of twos additive`() throws {
    let twos = Array(repeating: Array(repeating: 2, count: 3), count: 3)
    let rounded = try ControlledRounding(twos, base: 5)
    #expect(rounded.rowTotals == [5, 5, 5] && rounded.columnTotals == [5, 5, 5] && rounded.total == 15)
    #expect(rounded.cells.flatMap { $0 }.sorted() == [0, 0, 0, 0, 0, 0, 5, 5, 5])
  }

  @Test(arguments: [3, 5, 10]) func `moves seeded tables to adjacent multiples`(_ base: Int) throws {
    var numbers = SeededNumbers(UInt64(base))
    for round in 0..<60 {
      let rows = 1 + numbers.next(6)
      let columns = 1 + numbers.next(6)
      let table = (0..<rows).map { _ in (0..<columns).map { _ in numbers.next(4) == 0 ? 0 : numbers.next(40) } }
      let rounded = try ControlledRounding(table, base: base)
      let cells = zip(rounded.cells, table).allSatisfy {
        zip($0, $1).allSatisfy { Self.isAdjacent($0, $1, base: base) }
      }
      let sums = zip(rounded.rowTotals, table).allSatisfy { Self.isAdjacent($0, $1.reduce(0, +), base: base) }
      let columnSums = (0..<columns).allSatisfy { column in
        Self.isAdjacent(rounded.columnTotals[column], table.reduce(0) { $0 + $1[column] }, base: base)
      }
      #expect(cells && sums && columnSums, "round \(round): \(table)")
      #expect(Self.isAdjacent(rounded.total, table.joined().reduce(0, +), base: base), "round \(round): \(table)")
    }
  }

  /// Every table that meets the rules, tried one by one.
  @Test func `moves as little as any additive table`() throws {
    var numbers = SeededNumbers(33)
    for round in 0..<40 {
      let flat = (0..<6).map { _ in numbers.next(12) }
      let moved = try ControlledRounding([Array(flat[0..<3]), Array(flat[3..<6])], base: 5).cells.joined()
      let best = (0..<64).compactMap { choice -> Int? in
        let cells = flat.enumerated().map { $1 / 5 * 5 + (choice >> $0 & 1) * 5 }
        let sums: [[Int]] =
          [[0, 1, 2], [3, 4, 5], [0, 3], [1, 4], [2, 5], [0, 1, 2, 3, 4, 5]] + (0..<6).map { [$0] }
        let fits = sums.allSatisfy { places in
          Self.isAdjacent(places.reduce(0) { $0 + cells[$1] }, places.reduce(0) { $0 + flat[$1] }, base: 5)
        }
        return fits ? zip(cells, flat).reduce(0) { $0 + abs($1.0 - $1.1) } : nil
      }.min()
      #expect(zip(moved, flat).reduce(0) { $0 + abs($1.0 - $1.1) } == best, "round \(round): \(flat)")
    }
  }

  @Test func `leaves multiples alone and refuses what it cannot round`() throws {
    #expect(try ControlledRounding([[5, 10], [0, 15]], base: 5).cells == [[5, 10], [0, 15]])
    #expect(try ControlledRounding([[7, 2]], base: 1).cells == [[7, 2]])
    #expect(try ControlledRounding([], base: 5).total == 0)
    #expect(throws: StatisticsRule.roundingBaseOutside(0)) { try ControlledRounding([[1]], base: 0) }
    #expect(throws: StatisticsRule.negativeCount) { try ControlledRounding([[-1]], base: 5) }
    #expect(throws: StatisticsRule.raggedTable(row: 2)) { try ControlledRounding([[1], [1, 2]], base: 5) }
    #expect(throws: StatisticsRule.tooManyDigits) { try ControlledRounding([[.max]], base: 5) }
  }
}
