import ShihyoModel

/// Adds up what the cells of one column could be, in bounded memory.
struct ColumnTally: Sendable {
  /// Beyond this many distinct spellings only «more than» is said, and each further cell is looked at by itself.
  static let mostDistinct = 10_000

  let index: Int
  let name: String
  private var spellings = ByteTable()
  private var traits: [CellTraits] = []
  private var hasMore = false

  private(set) var cells = 0
  private(set) var empties = 0
  private(set) var counts: [CellTraits.Kind: Int] = [:]
  private(set) var marks: [Label: (reason: Reason, count: Int)] = [:]
  private(set) var ageExtras = 0
  private(set) var integers = 0
  private(set) var leadingZeros = 0
  private(set) var likeYears = 0
  private(set) var mostDecimals = 0
  private(set) var longest = 0
  private(set) var example: String?
  private var exampleIsMark = false
  private(set) var smallest: ExactDecimal?
  private(set) var largest: ExactDecimal?
  private(set) var times = TimeTally()
  private(set) var units: [Label: Int] = [:]
  private(set) var invalid = 0
  private(set) var plain: [CellTraits.Kind: Int] = [:]
  /// Per kind, the first cell that is neither of it, nor empty, nor a mark.
  private(set) var firstOther: [CellTraits.Kind: (line: Int, text: String)] = [:]
  private(set) var totals: [(text: String, line: Int, count: Int)] = []

  init(index: Int, name: String) {
    self.index = index
    self.name = name
  }

  var distinct: ColumnProfile.Distinct {
    hasMore ? .moreThan(Self.mostDistinct) : .exactly(spellings.count - emptySpellings)
  }
  private var emptySpellings: Int { traits.count { $0.kind == .empty } }

  /// - Parameter bytes: as read; other encodings than UTF-8 are decoded first, so that files of two encodings agree.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, decoder: CellDecoder, line: Int) {
    cells += 1
    if decoder.encoding == .utf8 { return add(utf8: bytes, line: line) }
    guard var text = decoder.decode(bytes) else { return invalid += 1 }
    text.withUTF8 { add(utf8: $0, line: line) }
  }

  private mutating func add(utf8 bytes: UnsafeBufferPointer<UInt8>, line: Int) {
    if let known = spellings.known(bytes) { return count(traits[known], bytes, line: line) }
    guard let text = String(validating: bytes, as: UTF8.self) else { return invalid += 1 }
    let trait = CellTraits(text)
    if traits.count < Self.mostDistinct {
      _ = spellings.index(of: bytes)
      traits.append(trait)
    } else {
      hasMore = true
    }
    longest = max(longest, trait.characters)
    // A mark is an example only where there is nothing else.
    if trait.kind != .empty, example == nil || (exampleIsMark && trait.mark == nil) {
      example = text
      exampleIsMark = trait.mark != nil
    }
    count(trait, bytes, line: line)
  }

  private mutating func count(_ trait: CellTraits, _ bytes: UnsafeBufferPointer<UInt8>, line: Int) {
    guard trait.kind != .empty else { return empties += 1 }
    counts[trait.kind, default: 0] += 1
    if trait.isPlain { plain[trait.kind, default: 0] += 1 }
    if let reason = trait.mark {
      marks[Label(String(decoding: bytes, as: UTF8.self)), default: (reason, 0)].count += 1
    } else {
      noteOther(trait, bytes, line: line)
    }
    if trait.isAgeExtra { ageExtras += 1 }
    if let number = trait.number { add(number, trait) }
    if trait.kind == .time { times.add(trait) }
    if let total = trait.total { add(total: total, line: line) }
  }

  private mutating func add(_ number: ExactDecimal, _ trait: CellTraits) {
    let reduced = number.reduced
    if reduced.decimals == 0 { integers += 1 }
    if reduced.decimals == 0, (1868...2100).contains(reduced.coefficient) { likeYears += 1 }
    mostDecimals = max(mostDecimals, number.decimals)
    if trait.hasLeadingZero { leadingZeros += 1 }
    if smallest.map({ number < $0 }) ?? true { smallest = number }
    if largest.map({ $0 < number }) ?? true { largest = number }
    if let unit = trait.ownUnit { units[Label(unit), default: 0] += 1 }
  }

  private mutating func noteOther(_ trait: CellTraits, _ bytes: UnsafeBufferPointer<UInt8>, line: Int) {
    for kind in [CellTraits.Kind.number, .time, .age, .clock] where kind != trait.kind && firstOther[kind] == nil {
      if kind == .age, trait.isAgeExtra { continue }
      firstOther[kind] = (line, String(decoding: bytes, as: UTF8.self))
    }
  }

  private mutating func add(total: String, line: Int) {
    if let place = totals.firstIndex(where: { $0.text == total }) {
      totals[place].count += 1
    } else if totals.count < 10 {
      totals.append((total, line, 1))
    }
  }
}

/// The dates and periods of a column: how fine they are, how far they reach, and which order of day and month fits them.
struct TimeTally: Sendable {
  private(set) var days = 0
  private(set) var months = 0
  private(set) var others = 0
  private(set) var needOrder = 0
  private(set) var ambiguousYears = 0
  private var fitting: [Field.DateOrder: Int] = [:]
  private var first: [Field.DateOrder: TimeValue] = [:]
  private var last: [Field.DateOrder: TimeValue] = [:]

  var count: Int { days + months + others }

  /// Orders that read every value; all three where none is needed.
  var orders: [Field.DateOrder] { Field.DateOrder.allCases.filter { fitting[$0, default: 0] == count } }
  /// The order to read by: an only one, else the one of Japan.
  var order: Field.DateOrder { orders.first ?? .yearMonthDay }
  var smallest: TimeValue? { first[order] }
  var largest: TimeValue? { last[order] }

  mutating func add(_ trait: CellTraits) {
    switch trait.times.values.first {
    case .period(let period) where period.grain == .day: days += 1
    case .period(let period) where period.grain == .month: months += 1
    default: others += 1
    }
    if trait.needsOrder { needOrder += 1 }
    if trait.isAmbiguousYear { ambiguousYears += 1 }
    for (order, value) in trait.times {
      fitting[order, default: 0] += 1
      if first[order].map({ value.first.dayNumber < $0.first.dayNumber }) ?? true { first[order] = value }
      if last[order].map({ $0.last.dayNumber < value.last.dayNumber }) ?? true { last[order] = value }
    }
  }
}
