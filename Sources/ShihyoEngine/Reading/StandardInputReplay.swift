import Glibc
public import ShihyoModel

/// Lets standard input be read twice: a pipe is kept in a file without a name first, a file is gone back in.
///
/// - Errors: what cannot be read, or kept, is thrown as a finding.
/// - Cost: for a pipe its bytes on disk (in `TMPDIR`, or /tmp), until the process ends.
public struct StandardInputReplay {
  private let start: off_t

  public init() throws(Findings) {
    let place = lseek(STDIN_FILENO, 0, SEEK_CUR)
    if place >= 0 {
      start = place
      return
    }
    try Self.keep()
    start = 0
  }

  /// The next byte read is the first one again.
  public func rewind() throws(Findings) {
    guard lseek(STDIN_FILENO, start, SEEK_SET) == start else { throw Self.failure() }
  }

  /// Puts a file that holds all that comes in place of the pipe.
  private static func keep() throws(Findings) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((folder + "/shihyo-XXXXXX").utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { throw failure() }
    unlink(template)
    defer { close(file) }
    var source = try ByteSource(.standardInput)
    let size = 1 << 16
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    defer { buffer.deallocate() }
    while true {
      let count = try source.read(into: buffer, count: size)
      if count == 0 { break }
      var written = 0
      while written < count {
        let done = write(file, buffer + written, count - written)
        if done < 0, errno == EINTR { continue }
        guard done > 0 else { throw failure() }
        written += done
      }
    }
    guard lseek(file, 0, SEEK_SET) == 0, dup2(file, STDIN_FILENO) >= 0 else { throw failure() }
  }

  private static func failure() -> Findings {
    Findings(
      [Finding(ReadingRule.readFailed(reason: String(cString: strerror(errno))), at: Place())], kind: .inputOutput)
  }
}
