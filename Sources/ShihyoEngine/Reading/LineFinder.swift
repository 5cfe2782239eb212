import Glibc

/// Finds the ends of physical lines: CR, LF and CR LF each end one line.
///
/// Positions count from the start of the text. The next place of each byte is remembered, so that a text with one kind
/// of line end is searched once for the other kind, not once per line.
struct LineFinder {
  struct Line {
    let start: Int
    /// Behind the last byte of its content.
    let contentEnd: Int
    /// Behind its line end; equal to `contentEnd` for a last line without one.
    let next: Int
  }

  private var lineFeed = ByteFinder(0x0A)
  private var carriageReturn = ByteFinder(0x0D)

  /// The line at `start`; nil where its end is not among the bytes, up to `end`, that are there so far.
  ///
  /// - Parameter text: points at position 0 (may lie before the memory that is held).
  @inline(__always)
  mutating func line(at start: Int, in text: UnsafePointer<UInt8>, end: Int, isWhole: Bool) -> Line? {
    let feed = lineFeed.position(from: start, in: text, end: end)
    let cr = carriageReturn.position(from: start, in: text, end: end)
    if cr < feed {
      // A CR at the very end may be half of CR LF.
      if cr + 1 == end && !isWhole { return nil }
      return Line(start: start, contentEnd: cr, next: cr + 1 < end && text[cr + 1] == 0x0A ? cr + 2 : cr + 1)
    }
    if feed < end { return Line(start: start, contentEnd: feed, next: feed + 1) }
    return isWhole && start < end ? Line(start: start, contentEnd: end, next: end) : nil
  }
}

/// Remembers where a byte comes next, also when the search goes back.
struct ByteFinder {
  private let byte: Int32
  /// No such byte stands in `from..<known`; one stands at `known` if `isHit`.
  private var from = 0
  private var known = 0
  private var isHit = false

  init(_ byte: UInt8) { self.byte = Int32(byte) }

  /// Position of the byte at or after `start`, `end` or more where there is none before `end`.
  @inline(__always)
  mutating func position(from start: Int, in text: UnsafePointer<UInt8>, end: Int) -> Int {
    if start >= from && start <= known && (isHit || known >= end) { return known }
    return search(from: start, in: text, end: end)
  }

  private mutating func search(from start: Int, in text: UnsafePointer<UInt8>, end: Int) -> Int {
    if start < from {
      if let hit = find(in: text, start, min(from, end)) { return remember(start, hit, isHit: true) }
      if from < end { from = start } else { return remember(start, end, isHit: false) }
      if isHit || known >= end { return known }
    } else if start > known || isHit {
      from = start
      known = start
      isHit = false
    }
    let hit = find(in: text, known, end)
    return remember(from, hit ?? end, isHit: hit != nil)
  }

  private mutating func remember(_ from: Int, _ known: Int, isHit: Bool) -> Int {
    self.from = from
    self.known = known
    self.isHit = isHit
    return known
  }

  private func find(in text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard start < end, let hit = memchr(text + start, byte, end - start) else { return nil }
    return UnsafeRawPointer(hit) - UnsafeRawPointer(text)
  }
}
