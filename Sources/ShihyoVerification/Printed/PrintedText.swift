public import ShihyoModel

/// A text as a document prints it, read: 約35%, 2種類→7種類, 半数以上, ない, 令和7年11月28日.
///
/// - Shape: several numbers may stand in one text; `main` is the one that is meant: the first, or the one behind the last
///   arrow (2種類→7種類) or に対し (20%に対し1%). The others are `ID[1]`, `ID[2]` … in the order of the text.
/// - Words without digits: 半数以上, 過半数, 半減, 倍増, ない and their like have a value; a list (A、B、C or ・A ・B) counts its items.
///   3分の1 is a share; 3倍増 and 大半 are refused, since they say no one number.
public struct PrintedText: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case numbers([PrintedNumber], main: Int)
    case date(CalendarDate)
    /// Monday is 1.
    case weekday(Int)
    /// Minutes after midnight, in order.
    case times([Int])
    /// Compared as text, folded.
    case words(String)
  }

  public let text: String
  public let content: Content

  public var main: PrintedNumber? {
    guard case .numbers(let numbers, let main) = content, numbers.indices.contains(main) else { return nil }
    return numbers[main]
  }

  /// Number from 1.
  public func number(_ index: Int) -> PrintedNumber? {
    guard case .numbers(let numbers, _) = content, numbers.indices.contains(index - 1) else { return nil }
    return numbers[index - 1]
  }

  /// - Parameter unit: of its column: a unit, or 日付, 曜日, 時刻 or 語, which say how the text is read.
  /// - Errors: `unreadableText`, with what of it cannot be read; `ambiguousText`, `vagueText`.
  public init(_ text: String, unit: String = "") throws(KnownFigureRule) {
    self.text = text
    let folded = TextFolding.fold(text)
    switch TextFolding.fold(unit) {
    case "日付", "date":
      guard let value = try? TimeGrammar().read(text).value, value.first == value.last else {
        throw .unreadableText(text)
      }
      content = .date(value.first)
    case "曜日", "weekday":
      guard let day = Self.weekday(folded) else { throw .unreadableText(text) }
      content = .weekday(day)
    case "時刻", "time":
      let times = ClockTimes.read(folded)
      guard !times.isEmpty else { throw .unreadableText(text) }
      content = .times(times)
    case "語", "words": content = .words(folded)
    default:
      if PrintedNeighbours.isDamaged(folded) { throw .unreadableText(text) }
      if let word = try PrintedWords.number(folded) {
        content = .numbers([Self.adopting(word, unit)], main: 0)
      } else {
        var scanner = PrintedScanner(KanjiNumber.western(folded) ?? folded)
        guard let found = scanner.read() else { throw .unreadableText(text) }
        content = .numbers(found.numbers.map { Self.adopting($0, unit) }, main: found.main)
      }
    }
  }

  static let weekdays = ["月", "火", "水", "木", "金", "土", "日"]

  private static func weekday(_ folded: String) -> Int? {
    let bare = folded.filter { !"()曜日 ".contains($0) || $0 == "日" }
    for (index, name) in weekdays.enumerated() {
      if [name, name + "曜", name + "曜日", name + "日"].contains(bare) { return index + 1 }
    }
    return nil
  }

  /// A number without a unit of its own takes that of its column.
  private static func adopting(_ number: PrintedNumber, _ unit: String) -> PrintedNumber {
    var number = number
    // 3分の1 in a column of 倍 is a third, not 33.3.
    if number.digits.isEmpty, number.unit?.base == "%", MeasureUnit(parsing: unit)?.base == "倍" {
      let hundredth = Rational(1, over: 100) ?? .zero
      (number.value, number.step) = (number.value * hundredth, number.step * hundredth)
      (number.unit, number.decimals) = (MeasureUnit(parsing: unit), 2)
    }
    guard number.unit == nil else { return number }
    number.unit = MeasureUnit(parsing: unit)
    return number
  }
}

/// 午前8時30分, 22:00.
enum ClockTimes {
  static func read(_ folded: String) -> [Int] {
    var times: [Int] = []
    var scalars = Array(folded.unicodeScalars)[...]
    var isAfternoon = false
    while let first = scalars.first {
      if first == "午", scalars.count > 1 {
        isAfternoon = scalars[scalars.startIndex + 1] == "後"
        scalars = scalars.dropFirst(2)
        continue
      }
      guard let hour = digits(&scalars) else {
        scalars = scalars.dropFirst()
        continue
      }
      guard let sign = scalars.first, sign == "時" || sign == ":" else { return [] }
      scalars = scalars.dropFirst()
      let minute = digits(&scalars) ?? 0
      guard (0...24).contains(hour), (0..<60).contains(minute) else { return [] }
      times.append((isAfternoon && hour < 12 ? hour + 12 : hour) * 60 + minute)
      isAfternoon = false
    }
    return times
  }

  private static func digits(_ scalars: inout ArraySlice<Unicode.Scalar>) -> Int? {
    let run = scalars.prefix { ("0"..."9").contains($0) }
    guard (1...2).contains(run.count) else { return nil }
    scalars = scalars.dropFirst(run.count)
    return run.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
  }
}
