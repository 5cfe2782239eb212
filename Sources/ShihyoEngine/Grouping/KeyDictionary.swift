import ShihyoModel

/// The distinct values of one key, numbered in order of first appearance.
///
/// Note to the next reader: labels, of which there can be millions, stand as UTF-8 in one piece of memory; every other value
/// (numbers, periods, brackets, reasons) in a list. `entries` tells for a code where its value is, `codesOfTexts` and `codes`
/// lead back; they must change together.
/// - Memory: in proportion to the distinct values: about 40 bytes and its UTF-8 for a label.
struct KeyDictionary: Sendable {
  /// What a text says where nothing is declared: the column is one of numbers only if every cell that is no reason is a number.
  enum NumericReading: Hashable, Sendable {
    case number(ExactDecimal)
    case absent(Reason)
    case notANumber
  }

  private var texts = ByteTable()
  private var others: [KeyValue] = []
  /// Per code: number of its text, or −1 − its place among the others.
  private var entries: [Int32] = []
  private var codesOfTexts: [UInt32] = []
  private var codes: [KeyValue: UInt32] = [:]
  /// Parallel to the codes in the form `value`, else empty.
  private(set) var numericReadings: [NumericReading] = []
  private var places = PlaceList()
  private let keepsPlaces: Bool

  init(keepsPlaces: Bool) { self.keepsPlaces = keepsPlaces }

  var count: Int { entries.count }

  func value(of code: UInt32) -> KeyValue {
    let entry = Int(entries[Int(code)])
    return entry < 0 ? others[-1 - entry] : .text(Label(texts.string(at: entry)))
  }

  /// Where the value was met first, for warnings about labels; unknown for keys that are no labels.
  func place(of code: UInt32) -> Place { keepsPlaces ? places[Int(code)] : Place() }

  /// The number of a label that is known already.
  @inline(__always)
  func knownCode(ofText bytes: UnsafeBufferPointer<UInt8>) -> UInt32? { texts.known(bytes).map { codesOfTexts[$0] } }

  /// The number of a label as it stands in the file, given out now if it is new; nil where it is no UTF-8.
  mutating func code(ofText bytes: UnsafeBufferPointer<UInt8>, place: @autoclosure () -> Place) -> UInt32? {
    let found = texts.index(of: bytes) { bytes in
      bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
    }
    guard let (number, isNew) = found else { return nil }
    if !isNew { return codesOfTexts[number] }
    let code = UInt32(entries.count)
    entries.append(Int32(number))
    codesOfTexts.append(code)
    if keepsPlaces { places.append(place()) }
    return code
  }

  /// Lowers the place of a value that is met earlier in the same file than where it was met first.
  mutating func note(_ code: UInt32, line: Int) {
    if keepsPlaces { places.lower(Int(code), to: line) }
  }

  /// Codes in the order in which their values stand in the input.
  var codesInOrder: [UInt32] {
    let codes = (0..<UInt32(count)).map { $0 }
    return keepsPlaces ? places.sorted(codes) : codes
  }

  /// Calls `body` with the UTF-8 of a label; nil where the value is none.
  func withText<Result>(of code: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    let entry = Int(entries[Int(code)])
    return entry < 0 ? nil : texts.withBytes(at: entry, body)
  }

  /// The number of `value`, given out now if it is new.
  mutating func code(of value: KeyValue, place: @autoclosure () -> Place, numeric: NumericReading? = nil) -> UInt32 {
    let code = UInt32(entries.count)
    if case .text(let label) = value {
      var text = label.text
      let (number, isNew) = text.withUTF8 { texts.index(of: $0) }
      if !isNew { return codesOfTexts[number] }
      entries.append(Int32(number))
      codesOfTexts.append(code)
    } else {
      if let known = codes[value] { return known }
      codes[value] = code
      entries.append(-1 - Int32(others.count))
      others.append(value)
    }
    if keepsPlaces { places.append(place()) }
    if let numeric { numericReadings.append(numeric) }
    return code
  }

  /// Adds the values of a later part of the input.
  ///
  /// - Returns: for each code of `other`, the code here.
  mutating func merge(_ other: KeyDictionary) -> [UInt32] {
    (0..<UInt32(other.count)).map { theirs in
      code(
        of: other.value(of: theirs), place: other.place(of: theirs),
        numeric: other.numericReadings.isEmpty ? nil : other.numericReadings[Int(theirs)])
    }
  }
}

/// Places in little memory: nearly all differ from the one before in their line only.
struct PlaceList: Sendable {
  private struct Entry: BitwiseCopyable {
    var line: Int
    let rest: Int32
  }

  private var entries: [Entry] = []
  /// Places without their lines.
  private var rests: [Place] = []

  mutating func append(_ place: Place) {
    var rest = place
    rest.line = nil
    if rests.last != rest { rests.append(rest) }
    entries.append(Entry(line: place.line ?? -1, rest: Int32(rests.count - 1)))
  }

  /// - Precondition: the line is in the file that was read last.
  mutating func lower(_ index: Int, to line: Int) {
    guard entries[index].rest == rests.count - 1, line < entries[index].line else { return }
    entries[index].line = line
  }

  /// Codes by the file and line of their places; those of one line by number.
  func sorted(_ codes: [UInt32]) -> [UInt32] {
    func precedes(_ left: UInt32, _ right: UInt32) -> Bool {
      let (one, other) = (entries[Int(left)], entries[Int(right)])
      return (one.rest, one.line, left) < (other.rest, other.line, right)
    }
    for index in codes.indices.dropFirst() where precedes(codes[index], codes[index - 1]) {
      return codes.sorted(by: precedes)
    }
    return codes
  }

  subscript(index: Int) -> Place {
    var place = rests[Int(entries[index].rest)]
    place.line = entries[index].line < 0 ? nil : entries[index].line
    return place
  }
}
