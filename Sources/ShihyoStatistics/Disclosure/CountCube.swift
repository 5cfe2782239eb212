/// Counts by any number of keys with all totals that can be published beside them: over one key, over two, over all.
///
/// - Shape: a place has one index for each key; the index behind the last category is that of the total over the key, those behind
///   it are totals over some of its categories only (the year of its quarters). With one key it is a list, with two a table.
/// - Units: counts of people or things, from 0.
/// - Missing: hidden counts stand here with their true value; what is hidden is a set of places beside the cube.
/// - Source: statistics.md, section 10.
public struct CountCube: Hashable, Sendable {
  public typealias Place = [Int]

  /// Categories of each key, without totals.
  public let sizes: [Int]
  /// Of each key, the categories that each further total holds.
  public let subtotals: [[Set<Int>]]
  /// Every place, totals included, in order; the last key runs fastest.
  public let places: [Place]
  private let counts: [Place: Int]

  /// - Parameters:
  ///   - cells: places without totals; those that are not given count 0.
  ///   - subtotals: of each key; none where it is empty.
  /// - Errors: `noValues` where a key has no category, `negativeCount`, `tooManyDigits` for counts from 10¹⁵,
  ///   `lengthsDiffer` for a place of another shape, or subtotals of other keys or categories.
  public init(sizes: [Int], cells: [Place: Int], subtotals: [[Set<Int>]] = []) throws(StatisticsRule) {
    guard sizes.allSatisfy({ $0 > 0 }) else { throw .noValues }
    let subtotals = subtotals.isEmpty ? sizes.map { _ in [] } : subtotals
    guard subtotals.count == sizes.count,
      zip(subtotals, sizes).allSatisfy({ sets, size in sets.allSatisfy { $0.allSatisfy((0..<size).contains) } })
    else { throw .lengthsDiffer(subtotals.count, sizes.count) }
    var counts: [Place: Int] = [:]
    for (place, count) in cells {
      guard place.count == sizes.count, zip(place, sizes).allSatisfy({ $0 >= 0 && $0 < $1 }) else {
        throw .lengthsDiffer(place.count, sizes.count)
      }
      guard count >= 0 else { throw .negativeCount }
      guard count < 1_000_000_000_000_000 else { throw .tooManyDigits }  // so that no sum overflows
      // The count is part of every total that leaves out some of its keys.
      var above: [Place] = [place]
      for key in sizes.indices {
        let totals =
          [sizes[key]]
          + subtotals[key].indices.filter { subtotals[key][$0].contains(place[key]) }.map { sizes[key] + 1 + $0 }
        above += totals.flatMap { index in
          above.map { place in
            var total = place
            total[key] = index
            return total
          }
        }
      }
      for place in above { counts[place, default: 0] += count }
    }
    self.sizes = sizes
    self.subtotals = subtotals
    self.counts = counts
    places = sizes.indices.reduce([[]]) { places, key in
      places.flatMap { place in (0...sizes[key] + subtotals[key].count).map { place + [$0] } }
    }
  }

  public subscript(_ place: Place) -> Int { counts[place] ?? 0 }

  public func isTotal(_ place: Place) -> Bool { zip(place, sizes).contains { $0 >= $1 } }

  /// The places that `rule` hides for their own sake.
  public func hidden(by rule: PrimaryRule) -> Set<Place> { Set(places.filter { rule.hides(count: self[$0]) }) }

  /// Each total with its parts: all equations that a reader can write down.
  var equations: [(total: Place, parts: [Place])] {
    sizes.indices.flatMap { key in
      places.filter { $0[key] >= sizes[key] }.map { total in
        let categories = total[key] == sizes[key] ? Set(0..<sizes[key]) : subtotals[key][total[key] - sizes[key] - 1]
        let parts = categories.sorted().map { index in
          var part = total
          part[key] = index
          return part
        }
        return (total, parts)
      }
    }
  }
}
