import ShihyoModel

/// One pass over the bytes of a file: line ends and digest.
struct FileScan {
  private(set) var newlines = FileProfile.Newlines()
  private(set) var sha256 = ""

  /// - Errors: as for reading the file.
  init(_ source: Dataset.Source) throws {
    var bytes = try ByteSource(source)
    var hash = SHA256()
    let size = 1 << 16
    let block = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    defer { block.deallocate() }
    var last: UInt8 = 0
    while true {
      try Task.checkCancellation()
      let count = try bytes.read(into: block, count: size)
      let piece = UnsafeBufferPointer(start: block, count: count)
      hash.update(piece)
      for byte in piece {
        add(byte, after: last)
        last = byte
      }
      if count < size { break }
    }
    newlines.endsWithNewline = last == 0x0A || last == 0x0D
    sha256 = hash.finish()
  }

  private mutating func add(_ byte: UInt8, after last: UInt8) {
    if byte == 0x0D {
      newlines.cr += 1
    } else if byte == 0x0A {
      if last == 0x0D {
        newlines.cr -= 1
        newlines.crlf += 1
      } else {
        newlines.lf += 1
      }
    }
  }
}
