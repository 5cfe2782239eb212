import CFieldIndex
import ShihyoModel
import Synchronization

extension FastReader {
  /// How far beyond a cut is read at first for the end of the record that is cut.
  private static let firstTail = 1 << 11

  /// Reads a block and finds its records; they cannot be told where the file does not give the bytes or a record is too long.
  func cut(_ block: Int, isLast: Bool, _ memory: inout BlockMemory, _ shared: Shared) -> Piece {
    guard case .file(let descriptor, let size) = shared.start.source else { return Piece(number: block) }
    let start = Start(position: shared.start.position, descriptor: descriptor, size: size)
    let text = records(of: block, isLast: isLast, &memory, start, shared)
    return Piece(number: block, text: text, bytes: text?.count ?? 0)
  }

  private struct Start {
    let position: Int
    let descriptor: Int32
    let size: Int
  }

  private func records(
    of block: Int, isLast: Bool, _ memory: inout BlockMemory, _ start: Start, _ shared: Shared
  ) -> Range<Int>? {
    // The byte before a cut tells whether a record begins at the cut.
    let first = block == 0 ? start.position : start.position + block * blockBytes - 1
    let next = isLast ? start.size : start.position + (block + 1) * blockBytes - 1
    let wanted = min(next + (isLast ? 0 : Self.firstTail), start.size) - first
    let isThere = memory.read(start.descriptor, from: first, count: wanted)
    let owned = min(memory.count, next - first)
    let quotes = field_index_count(field_index_best_path(), memory.base, owned, 0x22)
    guard shared.cuts.wait(for: block) else { return nil }
    let isInside = shared.isInsideQuotes.load(ordering: .relaxed)
    let endsInside = isInside != (quotes & 1 == 1)
    shared.isInsideQuotes.store(endsInside, ordering: .relaxed)
    shared.cuts.pass(block)
    guard isThere else { return nil }
    var lower = 0
    if block > 0 {
      guard let end = recordEnd(from: 0, isInside: isInside, &memory, first, start) else { return nil }
      lower = end
    }
    var upper = memory.count
    if !isLast {
      guard let end = recordEnd(from: owned, isInside: endsInside, &memory, first, start) else { return nil }
      upper = end
    }
    if upper > lower { upper = memory.endingLine(at: upper) }
    return lower..<max(lower, upper)
  }

  /// Behind the first line feed outside quotes at or after `offset`; reads on where it is not among the bytes held.
  private func recordEnd(
    from offset: Int, isInside: Bool, _ memory: inout BlockMemory, _ first: Int, _ start: Start
  ) -> Int? {
    var isInside = isInside
    var place = offset
    while true {
      while place < memory.count {
        let byte = memory.base[place]
        if byte == 0x22 { isInside.toggle() }
        place += 1
        if byte == 0x0A, !isInside { return place }
      }
      let left = start.size - first - memory.count
      if left == 0 { return memory.count }
      guard memory.more(start.descriptor, from: first, count: min(left, 1 << 13)) else { return nil }
    }
  }

  /// Adds a block whose turn it is; returns the number of its first record, from 1, and the line of that.
  func merge(
    _ piece: Piece, _ text: Range<Int>, _ memory: borrowing BlockMemory, _ worker: borrowing BlockWorker,
    _ shared: Shared
  ) -> (record: Int, line: Int)? {
    let bytes = UnsafeBufferPointer(start: memory.base + text.lowerBound, count: text.count)
    return shared.merged.withLock { merged in
      var place = BlockPlace(
        header: header, encoding: merged.point.encoding, records: recordOffset + merged.point.records, text: bytes,
        line: merged.point.line, hasPlainLines: worker.lines == worker.records)
      guard merged.total.absorb(worker, &place) else { return nil }
      let start = (record: place.records + 1, line: merged.point.line)
      merged.point.records += worker.records
      merged.point.line += worker.lines
      merged.point.position += piece.bytes
      // A line feed that the index wanted behind the last record is not of the file.
      if case .file(_, let size) = merged.point.source { merged.point.position = min(merged.point.position, size) }
      progress.reach(byteOffset + merged.point.position)
      return start
    }
  }
}
