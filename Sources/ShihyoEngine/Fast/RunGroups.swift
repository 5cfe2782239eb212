import CFieldIndex
import ShihyoModel

/// The groups of one query over a whole run, shared by all workers: what takes over where there are so many groups that
/// every worker would hold most of them, and a table merged block by block would be all that they wait for.
///
/// Note to the next reader. By the hash of its spelling a group belongs to one of `partCount` parts, each behind a lock of
/// its own. Before its turn comes a worker looks up the keys of its block, part by part (`find`): a spelling that is new is
/// read once, to see that it is fine, so that a block can still be refused. After its turn, when the block is fine, it
/// adds the numbers (`add`), in no order among the blocks: sums are exact, of records the first counts. When all blocks
/// are read, PartialResult+RunGroups reads the spellings in order of first appearance, as the plain path would have.
/// What must change together: `BlockRows`, the cells of `RunPart`, and who takes them over.
final class RunGroups: Sendable {
  static let partCount = 32

  /// The lower half of the hash, since tables go by the upper.
  @inline(__always)
  static func part(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash & UInt64(partCount - 1)) }

  let parts: [RunPart]

  init(_ plan: FastPlan.QueryPlan) {
    parts = (0..<Self.partCount).map { _ in RunPart(plan) }
  }

  /// Looks up all keys of a block; false where one of them is refused.
  ///
  /// - Parameter start: the part to begin with, so that workers do not follow each other.
  /// - Parameter isFine: whether the cells of a new spelling can be read without a finding.
  func find(_ rows: BlockRows, from start: Int, isFine: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    rows.sort()
    for place in 0..<Self.partCount {
      let part = (place + start) % Self.partCount
      guard parts[part].find(rows, rows.rows(ofPart: part), isFine: isFine) else { return false }
    }
    return true
  }

  /// Adds a block whose keys were found.
  func add(_ rows: BlockRows, from start: Int, _ place: RunPart.BlockStart) {
    for order in 0..<Self.partCount {
      let part = (order + start) % Self.partCount
      parts[part].add(rows, rows.rows(ofPart: part), place)
    }
  }

  /// Puts cells right that were added as 0.
  func correct(_ rows: BlockRows, measures: [MeasureReader], text: UnsafePointer<UInt8>, as table: GroupTable) {
    for cell in rows.oddCells {
      let part = parts[Self.part(of: rows.keys.base[cell.group].hash)]
      part.correct(cell, group: Int(rows.ids.base[cell.group]), measures: measures, text: text, as: table)
    }
  }

  /// A spelling: the record that it was first seen in, its part and its number there.
  struct Entry {
    let firstSeen: Int64
    let part: UInt32
    let number: UInt32
  }

  /// All spellings, in order of first appearance.
  func inOrder(threads: Int) -> [Entry] {
    WorkerThreads.run(threads) { [parts] thread in
      for part in stride(from: thread, to: Self.partCount, by: threads) { parts[part].sort() }
    }
    var entries: [Entry] = []
    entries.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for (place, part) in parts.enumerated() {
      for number in part.order {
        entries.append(
          Entry(firstSeen: part.cells(of: Int(number))[RunPart.Cell.firstSeen], part: UInt32(place), number: number))
      }
    }
    // Runs that are in order already are merged, not sorted again.
    entries.sort { $0.firstSeen < $1.firstSeen }
    return entries
  }
}
