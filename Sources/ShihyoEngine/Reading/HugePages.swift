import Glibc

/// Memory for large tables that are visited in no order.
enum HugePages {
  private static let pageBytes = 1 << 21

  /// Zeros, to be given back with `free`: what is never touched of them takes no memory. In pages of 4 KiB most visits to a large
  /// table would first have to find the page, so larger ones are asked for.
  ///
  /// Memory that is not to be had ends the process, as it does for every array.
  static func zeros<Element: FixedWidthInteger>(_ count: Int, of type: Element.Type) -> UnsafeMutablePointer<Element> {
    let stride = MemoryLayout<Element>.stride
    guard let start = calloc(count, stride) else { preconditionFailure("no memory for \(count) entries") }
    advise(start, bytes: count * stride)
    return start.bindMemory(to: Element.self, capacity: count)
  }

  /// Asks the system for large pages where the memory is large enough to gain by them; it may refuse.
  static func advise(_ start: UnsafeMutableRawPointer, bytes: Int) {
    guard bytes >= 2 * pageBytes else { return }
    let first = (Int(bitPattern: start) + pageBytes - 1) & ~(pageBytes - 1)
    let last = (Int(bitPattern: start) + bytes) & ~(pageBytes - 1)
    guard last > first, let page = UnsafeMutableRawPointer(bitPattern: first) else { return }
    madvise(page, last - first, MADV_HUGEPAGE)
  }

  /// The same for an array that has just grown.
  static func advise<Element>(_ array: inout [Element]) {
    guard array.capacity * MemoryLayout<Element>.stride >= 2 * pageBytes else { return }
    let bytes = array.capacity * MemoryLayout<Element>.stride
    array.withUnsafeMutableBytes { if let start = $0.baseAddress { advise(start, bytes: bytes) } }
  }
}
