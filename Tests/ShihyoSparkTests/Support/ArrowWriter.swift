#if Spark
  /// Writes Arrow IPC streams of text columns for the tests, as plainly as the format allows.
  struct ArrowWriter {
    private var bytes: [UInt8] = []

    /// One stream: a schema, and one batch of rows.
    static func stream(_ names: [String], _ rows: [[String?]]) -> [UInt8] {
      schema(names) + batch(rows, columnCount: names.count) + end
    }

    static let end: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0]

    static func schema(_ names: [String], type: UInt8 = 5) -> [UInt8] {
      var writer = ArrowWriter()
      let header = writer.message(kind: 1, bodyLength: 0)
      let fields = writer.table(at: header, slots: [.absent, .reference])[1]
      let places = writer.vector(at: fields, count: names.count)
      for (name, place) in zip(names, places) {
        let slots = writer.table(at: place, slots: [.reference, .absent, .byte(type), .reference])
        writer.text(name, at: slots[0])
        _ = writer.table(at: slots[3], slots: [])
      }
      return framed(writer.bytes, body: [])
    }

    static func batch(_ rows: [[String?]], columnCount: Int) -> [UInt8] {
      var body: [UInt8] = []
      var buffers: [(Int, Int)] = []
      var nodes: [(Int, Int)] = []
      func add(_ content: [UInt8]) {
        buffers.append((body.count, content.count))
        body += content + [UInt8](repeating: 0, count: (8 - content.count % 8) % 8)
      }
      for column in 0..<columnCount {
        var validity = [UInt8](repeating: 0, count: (rows.count + 7) / 8)
        var offsets = word(0, 4)
        var values: [UInt8] = []
        for (row, cells) in rows.enumerated() {
          if let text = cells[column] {
            validity[row / 8] |= 1 << (row % 8)
            values += Array(text.utf8)
          }
          offsets += word(values.count, 4)
        }
        nodes.append((rows.count, rows.count { $0[column] == nil }))
        add(validity)
        add(offsets)
        add(values)
      }
      var writer = ArrowWriter()
      let header = writer.message(kind: 3, bodyLength: body.count)
      let slots = writer.table(at: header, slots: [.long(rows.count), .reference, .reference])
      writer.pairs(nodes, at: slots[1])
      writer.pairs(buffers, at: slots[2])
      return framed(writer.bytes, body: body)
    }

    private enum Slot {
      case absent, reference
      case byte(UInt8)
      case long(Int)
    }

    private static func framed(_ metadata: [UInt8], body: [UInt8]) -> [UInt8] {
      [0xFF, 0xFF, 0xFF, 0xFF] + word(metadata.count, 4) + metadata + body
    }

    private static func word(_ value: Int, _ size: Int) -> [UInt8] {
      (0..<size).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    private mutating func message(kind: UInt8, bodyLength: Int) -> Int {
      bytes = [0, 0, 0, 0]
      return table(at: 0, slots: [.absent, .byte(kind), .reference, .long(bodyLength)])[2]
    }

    /// A table that the reference at `place` leads to.
    ///
    /// - Returns: per slot the place of its reference.
    private mutating func table(at place: Int, slots: [Slot]) -> [Int] {
      var offsets: [Int] = []
      var content: [UInt8] = []
      for slot in slots {
        if case .absent = slot { offsets.append(0) } else { offsets.append(4 + content.count) }
        switch slot {
        case .absent: break
        case .reference: content += [0, 0, 0, 0]
        case .byte(let value): content.append(value)
        case .long(let value): content += Self.word(value, 8)
        }
      }
      let vtable = bytes.count
      bytes += Self.word(4 + slots.count * 2, 2) + Self.word(4 + content.count, 2)
      for offset in offsets { bytes += Self.word(offset, 2) }
      let start = bytes.count
      refer(place, to: start)
      bytes += Self.word(start - vtable, 4) + content
      return offsets.map { start + $0 }
    }

    private mutating func vector(at place: Int, count: Int) -> [Int] {
      refer(place, to: bytes.count)
      bytes += Self.word(count, 4)
      let start = bytes.count
      bytes += [UInt8](repeating: 0, count: count * 4)
      return (0..<count).map { start + $0 * 4 }
    }

    private mutating func text(_ text: String, at place: Int) {
      refer(place, to: bytes.count)
      bytes += Self.word(text.utf8.count, 4) + Array(text.utf8)
    }

    private mutating func pairs(_ pairs: [(Int, Int)], at place: Int) {
      refer(place, to: bytes.count)
      bytes += Self.word(pairs.count, 4)
      for (first, second) in pairs { bytes += Self.word(first, 8) + Self.word(second, 8) }
    }

    private mutating func refer(_ place: Int, to target: Int) {
      for (offset, byte) in Self.word(target - place, 4).enumerated() { bytes[place + offset] = byte }
    }
  }
#endif
