import Glibc

/// Large tables that are visited in no order: in pages of 4 KiB most visits would first have to find the page.
enum HugePages {
  private static let pageBytes = 1 << 21

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
