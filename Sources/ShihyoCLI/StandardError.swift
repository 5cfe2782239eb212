import Glibc

/// Talk: everything that is not a result goes to standard error.
enum StandardError {
  static func write(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    var bytes = Array((lines.joined(separator: "\n") + "\n").utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if written <= 0 { return }  // Nobody listens; there is nowhere left to say so.
      bytes = bytes.dropFirst(written)
    }
  }
}
