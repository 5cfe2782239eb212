import Glibc

/// Bytes or plain values in one piece of memory that grows by doubling, without the checks of an array.
///
/// The hot loops of reading append to it through pointers. `reserve` may move the memory, so no pointer into it
/// outlives a call that appends.
struct GrowableBuffer<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var capacity: Int
  var count = 0

  init(capacity: Int = 64) {
    self.capacity = max(capacity, 1)
    base = UnsafeMutablePointer<Element>.allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

  mutating func reserve(_ additional: Int) {
    if count + additional > capacity { grow(to: count + additional) }
  }

  private mutating func grow(to needed: Int) {
    let larger = max(needed, capacity * 2)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    HugePages.advise(moved, bytes: larger * MemoryLayout<Element>.stride)
    moved.update(from: base, count: count)
    base.deallocate()
    base = moved
    capacity = larger
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    reserve(1)
    base[count] = element
    count += 1
  }

  @inline(__always)
  mutating func append(_ source: UnsafePointer<Element>, count added: Int) {
    reserve(added)
    memcpy(base + count, source, added * MemoryLayout<Element>.stride)
    count += added
  }

  mutating func append(_ source: UnsafeBufferPointer<Element>) {
    if let start = source.baseAddress { append(start, count: source.count) }
  }

  /// Drops the first `dropped` elements by moving the rest to the front.
  mutating func removeFirst(_ dropped: Int) {
    guard dropped > 0 else { return }
    count -= dropped
    memmove(base, base + dropped, count * MemoryLayout<Element>.stride)
  }
}
