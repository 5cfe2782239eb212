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
    let line: Int
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

  subscript(index: Int) -> Place {
    var place = rests[Int(entries[index].rest)]
    place.line = entries[index].line < 0 ? nil : entries[index].line
    return place
  }
}
