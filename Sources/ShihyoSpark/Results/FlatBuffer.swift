#if Spark
  /// Bytes of a server that cannot be what they should be. Carries where, for the message.
  struct ArrowFault: Error, Hashable {
    let what: String
  }

  /// Reads whole numbers out of bytes that nobody has checked: every access is inside, or throws.
  ///
  /// - Little-endian, any alignment.
  struct CheckedBytes: Sendable {
    let bytes: [UInt8]

    var count: Int { bytes.count }

    func unsigned8(at place: Int) throws(ArrowFault) -> UInt8 {
      guard place >= 0, place < bytes.count else { throw ArrowFault(what: "byte \(place) of \(bytes.count)") }
      return bytes[place]
    }

    func unsigned16(at place: Int) throws(ArrowFault) -> Int { Int(truncatingIfNeeded: try word(at: place, size: 2)) }

    /// As large as a place can be; a larger number is no place.
    func unsigned32(at place: Int) throws(ArrowFault) -> Int { Int(truncatingIfNeeded: try word(at: place, size: 4)) }

    func signed32(at place: Int) throws(ArrowFault) -> Int {
      Int(Int32(bitPattern: UInt32(truncatingIfNeeded: try word(at: place, size: 4))))
    }

    func signed64(at place: Int) throws(ArrowFault) -> Int {
      Int(truncatingIfNeeded: Int64(bitPattern: try word(at: place, size: 8)))
    }

    private func word(at place: Int, size: Int) throws(ArrowFault) -> UInt64 {
      guard place >= 0, place <= bytes.count - size else { throw ArrowFault(what: "byte \(place) of \(bytes.count)") }
      var word: UInt64 = 0
      for offset in (0..<size).reversed() { word = word << 8 | UInt64(bytes[place + offset]) }
      return word
    }
  }

  /// A table of a FlatBuffer: slots that may be absent, found through a vtable.
  ///
  /// - Source: the FlatBuffers internals page; all numbers come from outside and are checked.
  struct FlatTable: Sendable {
    private let bytes: CheckedBytes
    private let place: Int
    private let vtable: Int
    private let vtableSize: Int

    /// The root table of a buffer that begins at `start`.
    init(rootOf bytes: CheckedBytes, at start: Int) throws(ArrowFault) {
      try self.init(bytes, at: try Self.sum(start, try bytes.unsigned32(at: start)))
    }

    init(_ bytes: CheckedBytes, at place: Int) throws(ArrowFault) {
      self.bytes = bytes
      self.place = place
      vtable = try Self.sum(place, -(try bytes.signed32(at: place)))
      vtableSize = try bytes.unsigned16(at: vtable)
      guard vtableSize >= 4, vtable <= bytes.count - vtableSize else { throw ArrowFault(what: "vtable") }
    }

    /// Where the content of a slot stands; nil where it is absent.
    func position(_ slot: Int) throws(ArrowFault) -> Int? {
      let entry = 4 + slot * 2
      guard entry + 2 <= vtableSize else { return nil }
      let offset = try bytes.unsigned16(at: vtable + entry)
      return offset == 0 ? nil : try Self.sum(place, offset)
    }

    func byte(_ slot: Int) throws(ArrowFault) -> UInt8 {
      guard let position = try position(slot) else { return 0 }
      return try bytes.unsigned8(at: position)
    }

    func signed64(_ slot: Int) throws(ArrowFault) -> Int {
      guard let position = try position(slot) else { return 0 }
      return try bytes.signed64(at: position)
    }

    func table(_ slot: Int) throws(ArrowFault) -> FlatTable? {
      guard let position = try position(slot) else { return nil }
      return try FlatTable(bytes, at: try Self.sum(position, try bytes.unsigned32(at: position)))
    }

    /// Where the elements of a vector begin, and how many there are of `size` bytes each; all lie inside.
    func vector(_ slot: Int, elementSize size: Int) throws(ArrowFault) -> (start: Int, count: Int)? {
      guard let position = try position(slot) else { return nil }
      let start = try Self.sum(position, try bytes.unsigned32(at: position))
      let count = try bytes.unsigned32(at: start)
      guard count <= (bytes.count - start - 4) / size else { throw ArrowFault(what: "vector") }
      return (start + 4, count)
    }

    /// The tables of a vector of tables.
    func tables(_ slot: Int) throws(ArrowFault) -> [FlatTable] {
      guard let (start, count) = try vector(slot, elementSize: 4) else { return [] }
      var tables: [FlatTable] = []
      for index in 0..<count {
        let element = start + index * 4
        tables.append(try FlatTable(bytes, at: try Self.sum(element, try bytes.unsigned32(at: element))))
      }
      return tables
    }

    func text(_ slot: Int) throws(ArrowFault) -> String {
      guard let (start, count) = try vector(slot, elementSize: 1) else { return "" }
      return String(decoding: bytes.bytes[start..<start + count], as: UTF8.self)
    }

    private static func sum(_ left: Int, _ right: Int) throws(ArrowFault) -> Int {
      let (sum, overflow) = left.addingReportingOverflow(right)
      guard !overflow, sum >= 0 else { throw ArrowFault(what: "position") }
      return sum
    }
  }
#endif
