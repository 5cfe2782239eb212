import CFieldIndex
import ShihyoModel

/// The records of one block for a query of many groups: their keys, by hash, and their numbers, until the block is known
/// to be fine and `RunGroups` takes them over.
///
/// Note to the next reader: `append` and `add` gather chunk by chunk; `sort` puts the rows of each part of `RunGroups`
/// together, in file order; `RunPart.find` then fills `ids`, and `RunPart.add` reads the numbers.
final class BlockRows {
  /// A cell that the plain numbers cannot hold; see `LocalTable.OddCell`, whose group is a row of the block here.
  typealias OddCell = LocalTable.OddCell

  private let plan: FastPlan.QueryPlan
  private let path: field_index_path
  private(set) var keys = GrowableBuffer<field_keys_row>()
  /// Where each record begins in the block.
  private(set) var offsets = GrowableBuffer<UInt32>()
  /// Per record its number in its part, from `RunPart.find` on.
  private(set) var ids = GrowableBuffer<UInt32>()
  /// 0 where a record does not pass; empty where all do.
  private(set) var passes = GrowableBuffer<UInt8>()
  /// Per record a value for each use, and whether it is odd; words of digits where a use keeps the text.
  private(set) var values = GrowableBuffer<Int64>()
  private(set) var odd = GrowableBuffer<UInt8>()
  private(set) var texts = GrowableBuffer<UInt64>()
  private(set) var oddCells: [OddCell] = []
  /// Keys of columns that are no neighbours, put together; else they stand in the block itself.
  private var joined = GrowableBuffer<UInt8>()
  private var text: UnsafePointer<UInt8>?
  private var order = GrowableBuffer<UInt32>()
  private var bounds = [Int](repeating: 0, count: RunGroups.partCount + 1)

  init(_ plan: FastPlan.QueryPlan, path: field_index_path) {
    self.plan = plan
    self.path = path
  }

  var useCount: Int { plan.uses.count }
  private var keepsText: Bool { plan.uses.contains(where: \.keepsText) }

  func beginBlock() {
    for count in [keys.count, offsets.count] where count > 0 {
      (keys.count, offsets.count, passes.count, values.count, odd.count, texts.count) = (0, 0, 0, 0, 0, 0)
      joined.count = 0
    }
    oddCells.removeAll(keepingCapacity: true)
  }

  /// Notes the keys of a chunk.
  func append(_ chunk: FieldChunk) {
    text = chunk.text
    keys.reserve(chunk.rows)
    offsets.reserve(chunk.rows)
    // Places in memory, so that no record pays for the checks of a class.
    let (newKeys, newOffsets) = (keys.base + keys.count, offsets.base + offsets.count)
    for row in 0..<chunk.rows { newOffsets[row] = UInt32(truncatingIfNeeded: chunk.bounds(row, 0, 0).start) }
    if plan.spans.count == 1 {
      let span = plan.spans[0]
      for row in 0..<chunk.rows { newKeys[row] = key(chunk, row, span) }
    } else {
      for row in 0..<chunk.rows { newKeys[row] = joinedKey(chunk, row) }
    }
    keys.count += chunk.rows
    offsets.count += chunk.rows
  }

  @inline(__always)
  private func key(_ chunk: FieldChunk, _ row: Int, _ span: FastPlan.Span) -> field_keys_row {
    let field = chunk.bounds(row, span.first, span.last)
    return field_keys_row(
      start: UInt32(truncatingIfNeeded: field.start), count: UInt32(truncatingIfNeeded: field.count),
      hash: field_keys_hash(path, chunk.text + field.start, field.count))
  }

  private func joinedKey(_ chunk: FieldChunk, _ row: Int) -> field_keys_row {
    let start = joined.count
    for (place, span) in plan.spans.enumerated() {
      if place > 0 { joined.append(0x0A) }
      let field = chunk.bounds(row, span.first, span.last)
      joined.append(chunk.text + field.start, count: field.count)
    }
    joined.reserve(LocalGroups.slack)
    return field_keys_row(
      start: UInt32(truncatingIfNeeded: start), count: UInt32(truncatingIfNeeded: joined.count - start),
      hash: field_keys_hash(path, joined.base + start, joined.count - start))
  }

  /// Notes the numbers of a chunk whose keys were noted.
  func add(_ chunk: FieldChunk, passes: UnsafeMutablePointer<UInt8>?, columns: WorkerColumns) {
    if let passes { self.passes.append(passes, count: chunk.rows) }
    guard useCount > 0 else { return }
    let (added, useCount) = (chunk.rows * useCount, useCount)
    values.reserve(added)
    odd.reserve(added)
    if keepsText { texts.reserve(added) }
    for (place, use) in plan.uses.enumerated() {
      let (cells, oddCells) = (columns.values[use.measure], columns.odd[use.measure])
      let (newValues, newOdd) = (values.base + values.count + place, odd.base + odd.count + place)
      for row in 0..<chunk.rows {
        newValues[row &* useCount] = cells[row]
        newOdd[row &* useCount] = oddCells[row]
      }
      guard keepsText else { continue }
      let (words, newTexts) = (columns.texts[use.measure], texts.base + texts.count + place)
      for row in 0..<chunk.rows { newTexts[row &* useCount] = use.keepsText ? words[row] : 0 }
    }
    values.count += added
    odd.count += added
    if keepsText { texts.count += added }
  }

  func addOdd(_ cell: OddCell) { oddCells.append(cell) }

  /// Where the keys stand.
  var keyText: UnsafePointer<UInt8>? { plan.spans.count == 1 ? text : UnsafePointer(joined.base) }

  /// Once all chunks are there: puts the rows of each part together.
  func sort() {
    var next = [Int](repeating: 0, count: RunGroups.partCount + 1)
    for key in keys.elements { next[RunGroups.part(of: key.hash) + 1] += 1 }
    for part in 1...RunGroups.partCount { next[part] += next[part - 1] }
    bounds = next
    (order.count, ids.count) = (0, 0)
    order.reserve(keys.count)
    ids.reserve(keys.count)
    for (row, key) in keys.elements.enumerated() {
      let part = RunGroups.part(of: key.hash)
      order.base[next[part]] = UInt32(truncatingIfNeeded: row)
      next[part] += 1
    }
    (order.count, ids.count) = (keys.count, keys.count)
  }

  /// The rows of one part, in file order.
  func rows(ofPart part: Int) -> UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(rebasing: order.elements[bounds[part]..<bounds[part + 1]])
  }
}
