import Glibc

/// Writes all of a text or of bytes to a file descriptor, whatever the system takes at a time.
package enum DescriptorWriter {
  /// - Throws: the system's error number.
  package static func write(_ text: String, to descriptor: Int32) throws(SystemError) {
    var text = text
    // The closure's own error type is lost in `withUTF8`, so the number is handed out.
    let number = text.withUTF8 { bytes in write(UnsafeRawBufferPointer(bytes), to: descriptor) }
    if let number { throw SystemError(number: number) }
  }

  package static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    if let number = bytes.withUnsafeBytes({ write($0, to: descriptor) }) { throw SystemError(number: number) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written >= 0 {
        rest = rest.dropFirst(written)
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&waiting, 1, -1)
      default: return errno
      }
    }
    return nil
  }
}
