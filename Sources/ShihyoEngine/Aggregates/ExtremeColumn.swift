import ShihyoModel

/// The smallest or largest value of a measure in every group: as number, as text and as date, until all cells are seen.
///
/// Without a descriptor a column is numeric only if every cell that is no reason is a number, and that is known at the end. In
/// the reading as text every cell that is not empty is a value, a mark such as x too, so both readings keep their own tally.
struct ExtremeColumn: Sendable {
  let keepsSmaller: Bool
  private var numbers: [ExactDecimal?] = []
  private var texts: [[UInt8]?] = []
  private var days: [Int32?] = []
  private(set) var tally = TallyColumn()
  private var textTally = TallyColumn()
  /// A cell held something that is no number: the whole column is read as text.
  private(set) var sawText = false
  private var mostDecimals = 0
  /// 0 for a column that is text.
  var decimalsSeen: Int { sawText ? 0 : mostDecimals }

  init(keepsSmaller: Bool) { self.keepsSmaller = keepsSmaller }

  mutating func grow(to groups: Int) {
    tally.grow(to: groups)
    textTally.grow(to: groups)
    let added = groups - numbers.count
    guard added > 0 else { return }
    numbers.append(contentsOf: repeatElement(nil, count: added))
    texts.append(contentsOf: repeatElement(nil, count: added))
    days.append(contentsOf: repeatElement(nil, count: added))
  }

  mutating func add(_ rows: GroupedRows, _ measure: MeasureBlock) {
    let wide = measure.reader.wide
    for (record, group) in zip(rows.records, rows.groups) {
      add(measure.slots[Int(record)], to: Int(group), wide: wide)
    }
    guard measure.keepsText else { return }
    for (record, group) in zip(rows.records, rows.groups) {
      measure.withText(Int(record)) { text, reason in add(text: text, reason: reason, to: Int(group)) }
    }
  }

  /// Adds rows that stand for several records each.
  mutating func add(_ rows: GroupedRows, _ measure: MeasureBlock, counts: [Int]) {
    for (record, group) in zip(rows.records, rows.groups) {
      let times = counts[Int(record)]
      add(measure.slots[Int(record)], to: Int(group), wide: measure.reader.wide, times: times)
      guard measure.keepsText else { continue }
      measure.withText(Int(record)) { text, reason in add(text: text, reason: reason, to: Int(group), times: times) }
    }
  }

  private mutating func add(_ slot: NumberSlot, to group: Int, wide: [ExactDecimal], times: Int = 1) {
    switch slot.kind {
    case .value:
      tally.addValue(group, marks: slot.marks, times: times)
      take(ExactDecimal(coefficient: Int128(slot.units), decimals: Int(slot.decimals)), in: group)
    case .wide:
      tally.addValue(group, marks: slot.marks, times: times)
      take(wide[Int(slot.units)], in: group)
    case .date:
      tally.addValue(group, marks: slot.marks, times: times)
      let day = keepsSmaller ? Int32(truncatingIfNeeded: slot.units) : slot.detail
      if let kept = days[group], keepsSmaller ? kept <= day : kept >= day { return }
      days[group] = day
    case .absent: tally.addReason(group, slot.reason, marks: slot.marks, times: times)
    case .text: sawText = true
    case .refused: break
    }
  }

  /// The same cell in the reading as text: its UTF-8 bytes, nil where it holds no value in this reading.
  private mutating func add(
    text: UnsafeBufferPointer<UInt8>?, reason: Reason, to group: Int, times: Int = 1
  ) {
    guard let text else { return textTally.addReason(group, reason, marks: 0, times: times) }
    textTally.addValue(group, marks: 0, times: times)
    take(text: text, in: group)
  }

  private mutating func take(text: UnsafeBufferPointer<UInt8>, in group: Int) {
    if let kept = texts[group], !replaces(text, kept) { return }
    texts[group] = Array(text)
  }

  /// Adds `n` cells of a block that are plain whole numbers, by the one of them that counts.
  ///
  /// - Parameter number: nil where none of them is (see `correct`).
  /// - Parameter text: the same in the reading as text, as `PlainDigits.word` has it; nil where there is no such reading.
  mutating func add(n: Int, number: Int64?, text: UInt64?, to group: Int) {
    tally.addValues(group, n: n)
    textTally.addValues(group, n: n)
    guard let number else { return }
    take(ExactDecimal(coefficient: Int128(number)), in: group)
    if let text { PlainDigits.bytes(of: text).withUnsafeBufferPointer { take(text: $0, in: group) } }
  }

  /// Puts one cell right that `add(n:number:text:to:)` has counted as a plain number.
  mutating func correct(
    _ slot: NumberSlot, _ bytes: UnsafeBufferPointer<UInt8>, _ measure: MeasureReader, in group: Int
  ) {
    tally.addValues(group, n: -1)
    textTally.addValues(group, n: -1)
    add(slot, to: group, wide: measure.wide)
    guard measure.keepsText else { return }
    measure.withText(of: slot, bytes) { text, reason in add(text: text, reason: reason, to: group) }
  }

  mutating func merge(_ other: ExtremeColumn, groups: [Int]) {
    tally.merge(other.tally, groups: groups)
    textTally.merge(other.textTally, groups: groups)
    sawText = sawText || other.sawText
    mostDecimals = max(mostDecimals, other.mostDecimals)
    for (from, to) in groups.enumerated() {
      if let number = other.numbers[from] { take(number, in: to) }
      if let day = other.days[from], days[to].map({ keepsSmaller ? day < $0 : day > $0 }) ?? true { days[to] = day }
      if let text = other.texts[from] {
        let replaces = text.withUnsafeBufferPointer { new in texts[to].map { self.replaces(new, $0) } ?? true }
        if replaces { texts[to] = text }
      }
    }
  }

  func value(_ group: Int, readings: MeasureReadings) -> ExtremeValue {
    let text = texts[group].map { Label(String(decoding: $0, as: UTF8.self)) }
    switch readings {
    case .number: return ExtremeValue(number: numbers[group], tally: tally.tally(group))
    case .date:
      return ExtremeValue(date: days[group].flatMap { CalendarDate(dayNumber: Int($0)) }, tally: tally.tally(group))
    case .numberOrText where !sawText:
      return ExtremeValue(number: numbers[group], text: text, tally: tally.tally(group))
    case .numberOrText, .text: return ExtremeValue(text: text, tally: textTally.tally(group))
    }
  }

  private mutating func take(_ number: ExactDecimal, in group: Int) {
    mostDecimals = max(mostDecimals, number.decimals)
    if let kept = numbers[group], keepsSmaller ? kept <= number : kept >= number { return }
    numbers[group] = number
  }

  private func replaces(_ new: UnsafeBufferPointer<UInt8>, _ kept: [UInt8]) -> Bool {
    keepsSmaller ? new.lexicographicallyPrecedes(kept) : kept.lexicographicallyPrecedes(new)
  }
}
