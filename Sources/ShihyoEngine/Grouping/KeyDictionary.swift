import ShihyoModel

/// The distinct values of one key, numbered in order of first appearance.
///
/// - Memory: in proportion to the distinct values.
struct KeyDictionary: Sendable {
  /// What a text says where nothing is declared: the column is one of numbers only if every cell that is no reason is a number.
  enum NumericReading: Hashable, Sendable {
    case number(ExactDecimal)
    case absent(Reason)
    case notANumber
  }

  private(set) var values: [KeyValue] = []
  /// Where each value was met first, for warnings about labels; empty for keys that are no labels.
  private(set) var places: [Place] = []
  /// Parallel to `values` in the form `value`, else empty.
  private(set) var numericReadings: [NumericReading] = []
  private var codes: [KeyValue: UInt32] = [:]
  private let keepsPlaces: Bool

  init(keepsPlaces: Bool) { self.keepsPlaces = keepsPlaces }

  /// The number of `value`, given out now if it is new.
  mutating func code(of value: KeyValue, place: @autoclosure () -> Place, numeric: NumericReading? = nil) -> UInt32 {
    if let code = codes[value] { return code }
    let code = UInt32(values.count)
    codes[value] = code
    values.append(value)
    if keepsPlaces { places.append(place()) }
    if let numeric { numericReadings.append(numeric) }
    return code
  }

  /// Adds the values of a later part of the input.
  ///
  /// - Returns: for each code of `other`, the code here.
  mutating func merge(_ other: KeyDictionary) -> [UInt32] {
    other.values.indices.map { index in
      let place = other.places.isEmpty ? Place() : other.places[index]
      return code(
        of: other.values[index], place: place,
        numeric: other.numericReadings.isEmpty ? nil : other.numericReadings[index])
    }
  }
}
