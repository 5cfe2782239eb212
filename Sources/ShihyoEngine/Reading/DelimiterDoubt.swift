import ShihyoModel

/// What the lines below the header say of the delimiter that the header alone has chosen.
struct DelimiterDoubt {
  private static let mostLines = 20
  private static let bytes = 1 << 13
  /// What separates columns elsewhere; not tried by itself.
  private static let otherSigns: [Unicode.Scalar] = [
    "|", ":", "^", "~", "¦", "，", "、", "；", "｜", " ", "\u{3000}", "#", "&", "!", "/", "*", "\u{1}", "\u{1E}", "\u{1F}",
    "\u{A7}",
  ]

  /// The header and lines below it, of a window that begins with it.
  private let lines: [[UInt8]]
  private let encoding: TextEncoding

  init(_ window: inout TextWindow, header: HeaderAttempt.Row) throws(Findings) {
    let start = header.byteOffset
    // As much for every block size.
    while window.end - start < Self.bytes, !window.isWhole { try window.fill() }
    encoding = window.cellEncoding
    let bytes = UnsafeBufferPointer(start: window.text + start, count: min(window.end - start, Self.bytes))
    var found = bytes.split { $0 == 0x0A || $0 == 0x0D }.map(Array.init)
    // The last line may be cut.
    if found.count > 1, bytes.count == Self.bytes { found.removeLast() }
    lines = Array(found.prefix(Self.mostLines))
  }

  /// A sign that stands as often in every line as in the header, where nothing separates columns.
  var otherSign: Unicode.Scalar? {
    let decoder = CellDecoder(encoding)
    let texts = lines.compactMap { decoder.decode($0) }
    guard texts.count > 1, texts.count == lines.count else { return nil }
    return Self.otherSigns.first { sign in
      let counts = texts.map { text in text.unicodeScalars.count { $0 == sign } }
      return counts[0] > 0 && counts.allSatisfy { $0 == counts[0] }
    }
  }

  /// A delimiter that stands equally often inside every line, where each line is quoted as a whole.
  var quotedSign: Unicode.Scalar? {
    let quote = UInt8(ascii: "\"")
    guard lines.count > 1, lines.allSatisfy({ $0.count > 2 && $0.first == quote && $0.last == quote }) else {
      return nil
    }
    return [",", "\t", ";"].first { (sign: Unicode.Scalar) in
      let counts = lines.map { line in line.count { $0 == UInt8(sign.value) } }
      return counts[0] > 0 && counts.allSatisfy { $0 == counts[0] }
    }
  }

  /// How many words blanks make of every line, the same in each; nil where no line has two blanks in a row, as aligned ones have.
  var blankWords: Int? {
    let decoder = CellDecoder(encoding)
    let texts = lines.compactMap { decoder.decode($0) }
    guard texts.count > 1, texts.count == lines.count else { return nil }
    let words = texts.map { $0.split(whereSeparator: \.isWhitespace).count }
    guard words[0] > 1, words.allSatisfy({ $0 == words[0] }) else { return nil }
    let isAligned = texts.contains { $0.contains("  ") || $0.contains("\u{3000}\u{3000}") || $0.contains(" \u{3000}") }
    return isAligned ? words[0] : nil
  }

  /// Whether every line begins as mail begins what it quotes.
  var isMailQuoted: Bool { lines.count > 1 && lines.allSatisfy { $0.first == UInt8(ascii: ">") } }

  /// Whether every line has the cells that both delimiters give the header, so that either could be meant.
  func fits(_ first: HeaderAttempt, _ second: HeaderAttempt) -> Bool {
    guard lines.count > 1, first.width > 1, second.width > 1 else { return false }
    return [first, second].allSatisfy { attempt in
      lines.allSatisfy { RawRecord($0, delimiter: attempt.delimiter).fields().count == attempt.width }
    }
  }
}
