import ShihyoModel

/// Turns UTF-16, ISO-2022-JP, or CP932 with a delimiter that can be half of a character, into UTF-8 as a stream.
///
/// A byte that does not belong to the encoding becomes FF, which no UTF-8 has: so it is found by the same check and
/// reported in the same way as in a file that needs no transcoding, in its own cell; it cannot pass as a character.
/// `faults` keeps where such bytes stood in the file.
struct Transcoder {
  /// A place in the text that came out, and the byte of the file that it came from.
  struct Fault: Sendable, Hashable {
    let textOffset: Int
    let fileOffset: Int
  }

  private var units: any UnitDecoder
  private var pending: [UInt8] = []
  private var fileOffset: Int
  private var textOffset: Int
  private(set) var faults: [Fault] = []
  /// Place in the text of the first character that is not the same byte as in the file; nil where all are so far.
  private(set) var firstChange: Int?
  private static let maximumFaults = 10_000

  /// - Parameter offset: bytes of the file before the first one that will be appended.
  init?(_ encoding: TextEncoding, fileOffset: Int, textOffset: Int) {
    let found: (any UnitDecoder)? =
      switch encoding {
      case .utf8: UTF8Units()
      case .utf16LittleEndian: UTF16Units(isBigEndian: false)
      case .utf16BigEndian: UTF16Units(isBigEndian: true)
      case .cp932: CP932Units()
      case .eucJP: EUCJPUnits()
      case .iso2022JP: ISO2022JPUnits()
      }
    guard let found else { return nil }
    units = found
    self.fileOffset = fileOffset
    self.textOffset = textOffset
  }

  /// Appends the text of `input` to `output`; `endsHere` turns a character that is cut off into a fault.
  mutating func append(
    _ input: UnsafeBufferPointer<UInt8>, to output: inout GrowableBuffer<UInt8>, endsHere: Bool
  ) {
    pending.append(contentsOf: input)
    let consumed = pending.withUnsafeBufferPointer { convert($0, with: units, to: &output, endsHere: endsHere) }
    pending.removeFirst(consumed)
  }

  private mutating func convert<Units: UnitDecoder>(
    _ bytes: UnsafeBufferPointer<UInt8>, with start: Units, to output: inout GrowableBuffer<UInt8>, endsHere: Bool
  ) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var units = start
    var position = 0
    let before = output.count
    loop: while position < bytes.count {
      let unit = units.next(base + position, count: bytes.count - position)
      if firstChange == nil, !unit.isASCIIByte { firstChange = textOffset + output.count - before }
      switch unit {
      case .scalar(let scalar, let length):
        output.reserve(4)
        let room = UnsafeMutableBufferPointer(start: output.base, count: output.capacity)
        output.count += UTF8Writer.write(scalar, to: room, at: output.count)
        position += length
      case .shift(let length): position += length
      case .invalid(let length):
        note(at: position, text: output.count - before)
        output.append(0xFF)
        position += length
      case .incomplete:
        guard endsHere else { break loop }
        note(at: position, text: output.count - before)
        output.append(0xFF)
        position = bytes.count
      }
    }
    self.units = units
    fileOffset += position
    textOffset += output.count - before
    return position
  }

  private mutating func note(at position: Int, text: Int) {
    guard faults.count < Self.maximumFaults else { return }
    faults.append(Fault(textOffset: textOffset + text, fileOffset: fileOffset + position))
  }
}
