import CFieldIndex
import SeededRandom
import Testing

@testable import ShihyoEngine

@Suite struct LocalGroupsTests {
  static let paths: [field_index_path] =
    field_index_best_path() == FIELD_INDEX_AVX2 ? [FIELD_INDEX_PORTABLE, FIELD_INDEX_AVX2] : [FIELD_INDEX_PORTABLE]

  /// A key with other text behind it, as it stands in a block.
  private static func index(of key: [UInt8], in groups: inout LocalGroups, behind: UInt8 = 0x2D) -> Int? {
    let bytes = key + [UInt8](repeating: behind, count: LocalGroups.slack)
    return bytes.withUnsafeBufferPointer { text in
      text.baseAddress.map { groups.index(of: $0, count: key.count) }
    }
  }

  @Test(arguments: paths)
  func `keys are numbered in order of first appearance, whatever their length`(_ path: field_index_path) {
    var random = SeededGenerator(seed: 3)
    var groups = LocalGroups(path: path)
    var known: [[UInt8]: Int] = [:]
    for _ in 0..<20_000 {
      // Few letters, so that many keys are the beginning of others.
      let key = (0..<Int.random(in: 0...90, using: &random)).map { place in
        place < 30 ? UInt8(0x61) : UInt8.random(in: 0x61...0x63, using: &random)
      }
      let expected = known[key] ?? known.count
      known[key] = expected
      #expect(Self.index(of: key, in: &groups, behind: UInt8.random(in: 0x61...0x63, using: &random)) == expected)
      #expect(Array(groups.key(expected)) == key)
    }
    #expect(groups.count == known.count)
  }

  @Test(arguments: paths)
  func `a hundred thousand keys keep their numbers while the table grows`(_ path: field_index_path) {
    var groups = LocalGroups(path: path)
    for round in 0..<2 {
      for number in 0..<100_000 {
        #expect(Self.index(of: Array("U\(number)".utf8), in: &groups) == number, "round \(round)")
      }
    }
  }

  /// In small tables and in those that are looked up some records at a time.
  @Test(arguments: paths, [300, 60_000])
  func `all records of a chunk find their groups`(_ path: field_index_path, _ variety: Int) {
    var random = SeededGenerator(seed: UInt64(variety))
    var groups = LocalGroups(path: path)
    var known: [[UInt8]: Int] = [:]
    for hasReturns in [false, true] {
      for _ in 0..<60 {
        var text: [UInt8] = []
        var ends: [UInt32] = [.max]
        var keys: [[UInt8]] = []
        for row in 0..<2_000 {
          let number = Int.random(in: 0..<variety, using: &random)
          let cells = ["\(row)", "区\(number % 7)", "施設\(number)" + String(repeating: "x", count: number % 50)]
          keys.append(Array((cells[1] + "," + cells[2]).utf8))
          for (place, cell) in cells.enumerated() {
            text += Array(cell.utf8) + (place == 2 && hasReturns && row % 2 == 0 ? [0x0D] : [])
            ends.append(UInt32(text.count))
            text.append(place == 2 ? 0x0A : 0x2C)
          }
        }
        var ids = [UInt32](repeating: 0, count: keys.count)
        text += [UInt8](repeating: 0x61, count: LocalGroups.slack)
        text.withUnsafeBufferPointer { text in
          ends.withUnsafeBufferPointer { ends in
            ids.withUnsafeMutableBufferPointer { ids in
              guard let text = text.baseAddress, let ends = ends.baseAddress, let ids = ids.baseAddress else { return }
              let chunk = FieldChunk(
                text: text, ends: ends + 1, fieldCount: 3, rows: keys.count, firstRow: 0, hasReturns: hasReturns)
              groups.findAll(chunk, FastPlan.Span(first: 1, last: 2), into: ids)
            }
          }
        }
        let expected = keys.map { key in
          let number = known[key] ?? known.count
          known[key] = number
          return UInt32(number)
        }
        #expect(ids == expected)
      }
    }
  }
}
