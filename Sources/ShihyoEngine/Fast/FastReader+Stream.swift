import CFieldIndex
import ShihyoModel

/// Standard input, cut into blocks of whole records by one thread at a time; how many read at once is limited by who writes.
///
/// Note to the next reader: a block begins at the beginning of a record, so the quotes in it tell which line feeds end
/// records; what follows the last of them waits in `rest` for the next block. Text that is irregular may be cut in the wrong
/// place: then its block is refused, and everything from it on is given back to the plain path as it was read.
struct StreamFeed: Sendable {
  private let descriptor: Int32
  /// Read before, or left by the block before; used up to `restStart`.
  private var rest: [UInt8]
  private var restStart = 0
  private var isAtEnd: Bool
  private var bytesRead: Int
  private var number = 0
  private var isClosed = false
  /// Blocks that were read and not merged.
  private var kept: [Int: [UInt8]] = [:]

  init(_ start: Resumption, _ pending: [UInt8]) {
    if case .stream(let descriptor, _, let isAtEnd) = start.source {
      (self.descriptor, self.isAtEnd) = (descriptor, isAtEnd)
    } else {
      (descriptor, isAtEnd) = (-1, true)
    }
    rest = pending
    bytesRead = start.bytesRead
  }

  mutating func next(_ memory: inout BlockMemory, blockBytes: Int) -> FastReader.Piece? {
    guard !isClosed else { return nil }
    let before = restStart
    // What is left of the block before, and as much again as a block holds.
    let wanted = min(rest.count - restStart, BlockMemory.tailRoom) + blockBytes
    let hasEnded = memory.read(isAtEnd ? -1 : descriptor, after: rest, from: &restStart, count: wanted)
    isAtEnd = isAtEnd || hasEnded
    bytesRead += memory.count - (restStart - before)
    guard memory.count > 0 else { return nil }
    defer { number += 1 }
    if isAtEnd, restStart == rest.count {
      return FastReader.Piece(number: number, text: 0..<memory.endingLine(at: memory.count), bytes: memory.count)
    }
    guard let end = Self.lastRecordEnd(memory) else {
      isClosed = true
      return FastReader.Piece(number: number, text: nil, bytes: memory.count)
    }
    rest = Array(UnsafeBufferPointer(start: memory.base + end, count: memory.count - end)) + rest[restStart...]
    restStart = 0
    return FastReader.Piece(number: number, text: 0..<end, bytes: end)
  }

  /// Behind the last line feed outside quotes; nil where there is none.
  private static func lastRecordEnd(_ memory: borrowing BlockMemory) -> Int? {
    let quotes = field_index_count(field_index_best_path(), memory.base, memory.count, 0x22)
    var isInside = quotes & 1 == 1
    var place = memory.count
    while place > 0 {
      let byte = memory.base[place - 1]
      if byte == 0x0A, !isInside { return place }
      if byte == 0x22 { isInside.toggle() }
      place -= 1
    }
    return nil
  }

  /// Keeps the bytes of a block that is not merged.
  mutating func keep(_ piece: FastReader.Piece, _ memory: borrowing BlockMemory) {
    isClosed = true
    kept[piece.number] = Array(UnsafeBufferPointer(start: memory.base, count: piece.bytes))
  }

  /// Tells who reads on what was read beyond the last record that was merged.
  func giveBack(to merged: inout FastReader.Merged) {
    merged.pending = kept.keys.sorted().flatMap { kept[$0] ?? [] } + rest[restStart...]
    merged.point.source = .stream(descriptor: descriptor, pending: merged.pending.count, isAtEnd: isAtEnd)
    merged.point.bytesRead = bytesRead
  }
}
