#if Spark
  /// The rows of one Arrow IPC stream whose columns are all text, as a server of Spark Connect sends them.
  ///
  /// - Shape: `columns[c][row]`; nil is NULL. A stream may hold several batches, or one without rows.
  /// - Errors: `ArrowFault` for bytes that are damaged, and for what we do not read: other types than Utf8, dictionaries, compression.
  /// - Cost: O(bytes); every length is checked before it is used.
  /// - Source: Arrow columnar format, «IPC streaming format» (format version 1.0).
  struct ArrowStream: Sendable {
    private(set) var names: [String] = []
    private(set) var batches: [ArrowBatch] = []
    var rowCount: Int { batches.reduce(0) { $0 + $1.rowCount } }

    private enum Kind {
      static let schema: UInt8 = 1
      static let recordBatch: UInt8 = 3
      static let textType: UInt8 = 5
    }

    init(_ data: [UInt8]) throws(ArrowFault) {
      let bytes = CheckedBytes(bytes: data)
      var place = 0
      var hasSchema = false
      while place < bytes.count {
        guard try bytes.unsigned32(at: place) == 0xFFFF_FFFF else { throw ArrowFault(what: "message mark") }
        let length = try bytes.signed32(at: place + 4)
        if length == 0 { break }
        let metadata = place + 8
        guard length > 0, length <= bytes.count - metadata else { throw ArrowFault(what: "metadata length") }
        let message = try FlatTable(rootOf: bytes, at: metadata)
        let bodyLength = try message.signed64(3)
        let body = metadata + length
        guard bodyLength >= 0, bodyLength <= bytes.count - body else { throw ArrowFault(what: "body length") }
        guard let header = try message.table(2) else { throw ArrowFault(what: "message without header") }
        switch try message.byte(1) {
        case Kind.schema:
          guard !hasSchema else { throw ArrowFault(what: "second schema") }
          hasSchema = true
          names = try Self.names(header)
        case Kind.recordBatch:
          guard hasSchema else { throw ArrowFault(what: "rows before the schema") }
          batches.append(
            try ArrowBatch(header, bytes, body: body..<body + bodyLength, columnCount: names.count))
        default: throw ArrowFault(what: "kind of message")
        }
        place = body + bodyLength
      }
      guard hasSchema else { throw ArrowFault(what: "no schema") }
    }

    private static func names(_ schema: FlatTable) throws(ArrowFault) -> [String] {
      var names: [String] = []
      for field in try schema.tables(1) {
        guard try field.byte(2) == Kind.textType, try field.position(4) == nil else {
          throw ArrowFault(what: "column that is not plain text")
        }
        names.append(try field.text(0))
      }
      return names
    }
  }

  /// One batch of rows of text columns.
  struct ArrowBatch: Sendable {
    let rowCount: Int
    private let bytes: CheckedBytes
    private let columns: [Column]

    private struct Column: Sendable {
      /// Place of the first byte of validity bits; nil where no row is NULL.
      let validity: Int?
      let offsets: Int
      let values: Int
    }

    /// - Parameter body: where the buffers stand.
    init(_ header: FlatTable, _ bytes: CheckedBytes, body: Range<Int>, columnCount: Int) throws(ArrowFault) {
      self.bytes = bytes
      let rows = try header.signed64(0)
      guard try header.position(3) == nil else { throw ArrowFault(what: "compressed rows") }
      let nodes = try header.vector(1, elementSize: 16) ?? (0, 0)
      let buffers = try header.vector(2, elementSize: 16) ?? (0, 0)
      // Rows without a column would cost no bytes, whatever their number.
      guard
        rows >= 0, rows <= (columnCount == 0 ? 0 : Int(Int32.max)), nodes.count == columnCount,
        buffers.count == columnCount * 3
      else {
        throw ArrowFault(what: "counts of a batch")
      }
      func buffer(_ index: Int) throws(ArrowFault) -> Range<Int> {
        let offset = try bytes.signed64(at: buffers.start + index * 16)
        let length = try bytes.signed64(at: buffers.start + index * 16 + 8)
        guard offset >= 0, length >= 0, offset <= body.count, length <= body.count - offset else {
          throw ArrowFault(what: "buffer outside its message")
        }
        return body.lowerBound + offset..<body.lowerBound + offset + length
      }
      var columns: [Column] = []
      for column in 0..<columnCount {
        let nulls = try bytes.signed64(at: nodes.start + column * 16 + 8)
        guard try bytes.signed64(at: nodes.start + column * 16) == rows, nulls >= 0, nulls <= rows else {
          throw ArrowFault(what: "rows of a column")
        }
        let (validity, offsets, values) = (
          try buffer(column * 3), try buffer(column * 3 + 1), try buffer(column * 3 + 2)
        )
        guard nulls == 0 || validity.count >= (rows + 7) / 8 else { throw ArrowFault(what: "validity") }
        guard rows == 0 || offsets.count >= (rows + 1) * 4 else { throw ArrowFault(what: "offsets") }
        var last = 0
        for row in 0..<(rows == 0 ? 0 : rows + 1) {
          let offset = try bytes.signed32(at: offsets.lowerBound + row * 4)
          guard offset >= last, offset <= values.count else { throw ArrowFault(what: "offset of a text") }
          last = offset
        }
        columns.append(
          Column(
            validity: nulls == 0 ? nil : validity.lowerBound, offsets: offsets.lowerBound, values: values.lowerBound))
      }
      rowCount = rows
      self.columns = columns
    }

    /// The UTF-8 bytes of one cell, as the server sent them; nil for NULL.
    func cell(_ row: Int, _ column: Int) throws(ArrowFault) -> ArraySlice<UInt8>? {
      guard row >= 0, row < rowCount, columns.indices.contains(column) else { throw ArrowFault(what: "no such cell") }
      let found = columns[column]
      if let validity = found.validity {
        guard try bytes.unsigned8(at: validity + row / 8) >> (row % 8) & 1 == 1 else { return nil }
      }
      let start = try bytes.signed32(at: found.offsets + row * 4)
      let end = try bytes.signed32(at: found.offsets + row * 4 + 4)
      return bytes.bytes[found.values + start..<found.values + end]
    }
  }
#endif
