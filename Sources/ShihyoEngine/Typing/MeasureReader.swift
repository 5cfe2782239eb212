import ShihyoModel

/// The readings that a measure is kept in.
enum MeasureReadings: Hashable, Sendable {
  /// A cell that is neither number nor reason is refused.
  case number
  /// Undeclared: number and text until all cells are seen.
  case numberOrText
  case text
  case date
}

/// Turns the bytes of a measure's cell into a slot: plain digits at once, every other spelling by the full grammar and, since most
/// repeat, out of a bounded cache.
struct MeasureReader: Sendable {
  let column: TouchedColumn
  let readings: MeasureReadings
  /// Numbers beyond Int64, referred to by slots of the current block.
  private(set) var wide: [ExactDecimal] = []
  private(set) var refusals: [Refusal] = []
  /// What the cells carry where nothing is declared.
  private(set) var units = OwnUnits()
  /// What the cells are that are no numbers, where nothing is declared.
  private(set) var textOrder = TextOrder()
  let readsPlainDigits: Bool
  private var decoder = CellDecoder(.utf8)
  private var spellings = ByteTable()
  private var slots: [NumberSlot] = []
  /// The decoded text of each spelling, in UTF-8; nil where it holds no value in the reading as text.
  private var texts: [[UInt8]?] = []
  private var textReasons: [Reason] = []

  init(_ column: TouchedColumn, readings: MeasureReadings) {
    self.column = column
    self.readings = readings
    readsPlainDigits = (readings == .number || readings == .numberOrText) && column.plainDigitsAreNumbers
  }

  /// The reading as text is needed as well.
  var keepsText: Bool { readings == .numberOrText || readings == .text }

  /// Forgets spellings where there are too many, or where the next block is of another encoding.
  mutating func prepareForBlock(_ decoder: CellDecoder) {
    let isChanged = decoder.encoding != self.decoder.encoding
    self.decoder = decoder
    guard isChanged || spellings.count > 1 << 15 else { return }
    spellings.removeAll()
    slots.removeAll()
    texts.removeAll()
    textReasons.removeAll()
    wide.removeAll()
    refusals.removeAll()
  }

  @inline(__always)
  mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: @autoclosure () -> Place, warnings: inout [Finding]
  ) -> NumberSlot {
    if readsPlainDigits, let number = PlainNumber.read(bytes) {
      if number.decimals == 0 || column.kind != .number(integers: true) {
        if number.units != 0, column.field == nil, !units.hasBare {
          units.note("", text: String(decoding: bytes, as: UTF8.self), at: place())
        }
        return NumberSlot(units: number.units, decimals: number.decimals, kind: .value)
      }
    }
    return readFully(bytes, at: place(), warnings: &warnings)
  }

  /// The cell in the reading as text: its UTF-8 bytes, or nil and why it holds no value.
  func withText(
    of slot: NumberSlot, _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>?, Reason) -> Void
  ) {
    guard slot.detail > 0 else { return body(bytes, .empty) }
    let entry = Int(slot.detail) - 1
    guard let text = texts[entry] else { return body(nil, textReasons[entry]) }
    text.withUnsafeBufferPointer { body($0, .empty) }
  }

  /// Once all cells are seen: numbers of different units cannot be compared, so an undeclared column of them is text.
  var finalReadings: MeasureReadings { readings == .numberOrText && units.isMixed ? .text : readings }

  /// Adds that a number without a unit stands at `place`.
  mutating func noteBare(_ text: String, at place: @autoclosure () -> Place) {
    units.note("", text: text, at: place())
  }

  /// Adds what a later part of the input carries.
  mutating func merge(_ other: MeasureReader) {
    units.merge(other.units)
    textOrder.merge(other.textOrder)
  }

  /// Adds the texts that a worker has met in a later block, the first of them at `place`.
  mutating func noteTexts(_ other: TextOrder, at place: @autoclosure () -> Place) {
    textOrder.merge(other, at: place())
  }

  /// For a worker, which hands over what it has noted block by block.
  mutating func forgetTexts() { textOrder = TextOrder() }

  private mutating func readFully(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: @autoclosure () -> Place, warnings: inout [Finding]
  ) -> NumberSlot {
    let (spelling, isNew) = spellings.index(of: bytes)
    if !isNew { return slots[spelling] }
    var text: [UInt8]?
    var reason = Reason.empty
    var slot: NumberSlot
    if let decoded = decoder.decode(bytes) {
      slot = read(decoded, at: place(), warnings: &warnings)
      if readings == .text || readings == .numberOrText {
        if let absent = column.reason(of: decoded) { reason = absent } else { text = Array(decoded.utf8) }
        if readings == .text, text == nil { slot = .absent(reason) }
      }
    } else {
      slot = refuse(.invalidBytes(column))
    }
    if slot.kind != .date { slot.detail = Int32(spelling + 1) }
    slots.append(slot)
    texts.append(text)
    textReasons.append(reason)
    return slot
  }

  private mutating func read(
    _ text: String, at place: @autoclosure () -> Place, warnings: inout [Finding]
  ) -> NumberSlot {
    switch readings {
    case .text:
      if case .refused(let finding) = column.text(text, warnings: &warnings) { return refuse(.finding(finding)) }
      return NumberSlot(units: 0, kind: .text)
    case .date:
      switch column.time(text, warnings: &warnings) {
      case .absent(let reason): return .absent(reason)
      case .refused(let finding): return refuse(.finding(finding))
      case .value(let value):
        return NumberSlot(
          units: Int64(value.first.dayNumber), kind: .date, detail: Int32(truncatingIfNeeded: value.last.dayNumber))
      }
    case .number, .numberOrText:
      switch column.measure(text, units: &units, at: place(), warnings: &warnings) {
      case .absent(let reason): return .absent(reason)
      case .refused(let finding):
        if readings == .number { return refuse(.finding(finding)) }
        textOrder.note(text, at: place())
        return NumberSlot(units: 0, kind: .text)
      case .value(let cell): return slot(cell)
      }
    }
  }

  private mutating func slot(_ cell: NumberCell) -> NumberSlot {
    switch cell.content {
    case .absent(let reason):
      var slot = NumberSlot.absent(reason)
      slot.marks = cell.marks.rawValue
      return slot
    case .value(let number):
      if let units = Int64(exactly: number.coefficient), number.decimals <= Billionths.decimals {
        return NumberSlot(units: units, marks: cell.marks.rawValue, decimals: UInt8(number.decimals), kind: .value)
      }
      wide.append(number)
      return NumberSlot(units: Int64(wide.count - 1), marks: cell.marks.rawValue, kind: .wide)
    }
  }

  private mutating func refuse(_ refusal: Refusal) -> NumberSlot {
    refusals.append(refusal)
    return NumberSlot(units: Int64(refusals.count - 1), kind: .refused)
  }
}
