import ShihyoModel

/// From what the cells of a column could be to what the column probably is.
struct ColumnJudge {
  let tally: ColumnTally

  /// A kind is taken where all but one cell in twenty fit; what does not fit is pointed out.
  private static let mostOddShare = 20

  func profile() -> ColumnProfile {
    let type = type
    let marks = type.hasMarks ? tally.marks : [:]
    var reasons = ReasonCounts()
    reasons[.empty] = tally.empties
    for mark in marks.values { reasons[mark.reason] += mark.count }
    let markCount = marks.values.reduce(0) { $0 + $1.count }
    var profile = ColumnProfile(
      index: tally.index, name: tally.name, values: filled - markCount, reasons: reasons, type: type, smallest: nil,
      largest: nil, distinct: tally.distinct, longest: tally.longest, example: tally.example, unit: unit(type),
      odd: odd(type), marks: marks.keys.sorted().map(\.text), dateOrders: [], hasAmbiguousYears: false,
      isPlain: isPlain(type))
    switch type {
    case .integer, .number, .year:
      profile.smallest = tally.smallest?.description
      profile.largest = tally.largest?.description
    case .date, .yearMonth, .period:
      profile.smallest = tally.times.smallest?.spelling
      profile.largest = tally.times.largest?.spelling
      profile.dateOrders = tally.times.needOrder > 0 ? tally.times.orders : []
      profile.hasAmbiguousYears = tally.times.ambiguousYears > 0
    case .empty, .clock, .ageBracket, .code, .text: break
    }
    return profile
  }

  private var filled: Int { tally.cells - tally.empties - tally.invalid }
  private var markCount: Int { tally.marks.values.reduce(0) { $0 + $1.count } }
  private func count(_ kind: CellTraits.Kind) -> Int { tally.counts[kind, default: 0] }

  private func fits(_ count: Int) -> Bool {
    count > 0 && (filled - markCount - count) * Self.mostOddShare <= filled - markCount
  }

  private var type: LikelyType {
    if filled == 0 { return .empty }
    if fits(count(.number)) {
      // A count never has a zero in front; a code of a ward or a month that was written out may.
      if tally.leadingZeros > 0, tally.integers == count(.number) { return .code }
      if tally.mostDecimals > 0 { return .number(decimals: tally.mostDecimals) }
      return tally.likeYears == count(.number) && namesAYear ? .year : .integer
    }
    if fits(count(.age) + tally.ageExtras), count(.age) > 0 { return .ageBracket }
    if fits(count(.clock)) { return .clock }
    guard fits(count(.time)) else { return .text }
    let times = tally.times
    if times.days == times.count { return .date }
    return times.months == times.count ? .yearMonth : .period
  }

  private var namesAYear: Bool {
    let name = TextFolding.fold(tally.name).lowercased()
    return name.contains("年") || name.contains("year")
  }

  private func odd(_ type: LikelyType) -> ColumnProfile.Odd? {
    let kind: CellTraits.Kind
    var fitting = 0
    switch type {
    case .integer, .number, .year, .code: kind = .number
    case .ageBracket:
      kind = .age
      fitting = tally.ageExtras
    case .clock: kind = .clock
    case .date, .yearMonth, .period: kind = .time
    case .text where count(.number) > 0 && count(.number) * 2 >= filled - markCount:
      kind = .number  // One typing error can hide a column of numbers.
    case .empty, .text: return nil
    }
    fitting += count(kind) + (kind == .age ? 0 : markCount)
    guard filled > fitting, let first = tally.firstOther[kind] else { return nil }
    return ColumnProfile.Odd(count: filled - fitting, firstLine: first.line, firstText: first.text)
  }

  private func isPlain(_ type: LikelyType) -> Bool {
    let kind: CellTraits.Kind
    switch type {
    case .integer, .number, .year: kind = .number
    case .clock: kind = .clock
    case .date, .yearMonth: kind = .time
    case .empty, .period, .ageBracket, .code, .text: return true
    }
    return tally.plain[kind, default: 0] == count(kind)
  }

  private func unit(_ type: LikelyType) -> MeasureUnit? {
    switch type {
    case .integer, .number: break
    default: return nil
    }
    if let unit = HeaderUnit.guess(from: tally.name) { return unit }
    guard tally.units.count == 1, let only = tally.units.first, only.value == count(.number) else { return nil }
    return MeasureUnit(parsing: only.key.text)
  }
}

extension LikelyType {
  /// Whether － and x stand for a missing value here; in a column of text they may be answers.
  fileprivate var hasMarks: Bool {
    switch self {
    case .text, .code, .empty, .clock: false
    default: true
    }
  }
}

extension TimeValue {
  /// In machine spelling.
  fileprivate var spelling: String {
    switch self {
    case .period(let period): period.machineSpelling
    case .instant(let date): date.description
    case .span(let first, let last): "\(first)/\(last)"
    }
  }
}

/// The unit in the brackets of a header: 金額（千円）, 利用割合(％), 人口 [人].
enum HeaderUnit {
  static func guess(from header: String) -> MeasureUnit? {
    let folded = TextFolding.fold(header)
    guard let close = folded.last, let open = [")": "(", "]": "[", "】": "【"][String(close)],
      let start = folded.lastIndex(of: Character(open))
    else { return nil }
    return unit(String(folded[folded.index(after: start)...].dropLast()))
  }

  /// nil where the words are no unit that could stand behind a number (男, 再掲).
  static func unit(_ text: String) -> MeasureUnit? {
    guard let unit = MeasureUnit(parsing: text), known.contains(unit.base) else { return nil }
    return unit
  }

  /// 人口（男） has a word in brackets that could be a counter by its letters, so only common ones count.
  private static let known: Set<String> = [
    "円", "人", "件", "％", "%", "ポイント", "世帯", "戸", "棟", "か所", "館", "回", "日", "時間", "分", "台", "冊", "校", "園", "団体", "社", "店",
    "室", "床", "歳", "倍", "件数", "‰", "t", "kg", "g", "m", "km", "ha", "a", "㎡", "㎢", "m3", "㎥", "kWh", "℃", "本", "個", "枚",
    "組", "区画",
    "ドル", "コマ", "課題",
  ]
}
