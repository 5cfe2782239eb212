import ShihyoModel

/// The numbers, days and periods that a person typed for a column without a descriptor, to find them in other spellings.
struct OtherSpellings: Sendable {
  private struct Quantity: Hashable, Sendable {
    let number: ExactDecimal
    /// Of a unit that the text carries itself; nil for a bare number, which fits any unit.
    let unit: String?
  }

  private var quantities: [Quantity] = []
  private var times: [TimeValue] = []

  init() {}

  init(of values: [String], in column: TouchedColumn) {
    for value in values.map(TextFolding.fold) {
      if let quantity = Self.quantity(value, column) { quantities.append(quantity) }
      if let time = Self.time(value, column) { times.append(time) }
      // R6 and 2024 mean a fiscal year where that is what the cells hold.
      let fiscal = TimeGrammar(yearReading: .fiscal, dateOrder: column.times.dateOrder)
      if let time = try? fiscal.read(value).value, case .period(let period) = time, period.grain == .fiscalYear {
        times.append(time)
      }
    }
  }

  /// Whether the folded cell says one of the values in other words.
  func match(_ folded: String, in column: TouchedColumn) -> Bool {
    if !quantities.isEmpty, let cell = Self.quantity(folded, column) {
      return quantities.contains {
        $0.number == cell.number && ($0.unit == nil || cell.unit == nil || $0.unit == cell.unit)
      }
    }
    guard !times.isEmpty, let time = Self.time(folded, column) else { return false }
    return times.contains { $0.first == time.first && $0.last == time.last }
  }

  /// nil also for a code such as 01, which is not 1.
  private static func quantity(_ folded: String, _ column: TouchedColumn) -> Quantity? {
    let digits = folded.utf8.drop { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    if digits.first == UInt8(ascii: "0"), let second = digits.dropFirst().first,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(second)
    {
      return nil
    }
    let adopting = column.numbers.adoptingUnit(of: folded)
    guard let cell = try? (adopting ?? column.numbers).read(folded), let number = cell.value else { return nil }
    return Quantity(number: number, unit: adopting?.unit?.base)
  }

  /// nil for bare digits, which are numbers first.
  private static func time(_ folded: String, _ column: TouchedColumn) -> TimeValue? {
    guard ExactDecimal(folded) == nil else { return nil }
    return try? column.times.read(folded).value
  }
}
