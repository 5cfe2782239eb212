/// A date pattern of Table Schema, `%Y/%m/%d`: the directives Y m d H M S and `%%`, all else literal. Numbers may lack
/// their leading zeros, as Python's strptime allows.
struct DatePattern {
  let pattern: String
  init(_ pattern: String) { self.pattern = pattern }

  /// A day, or a month or year where the pattern has no more.
  func read(_ text: String) throws(TimeRule) -> TimeValue {
    var values: [Unicode.Scalar: Int] = [:]
    var rest = TextFolding.fold(text).unicodeScalars[...]
    var directives = pattern.unicodeScalars[...]
    while let scalar = directives.popFirst() {
      guard scalar == "%", let directive = directives.popFirst(), directive != "%" else {
        guard rest.popFirst() == scalar else { throw .badCode(format: pattern) }
        continue
      }
      guard let value = Self.number(directive, from: &rest) else { throw .badCode(format: pattern) }
      values[directive] = value
    }
    guard rest.isEmpty, let year = values["Y"] else { throw .badCode(format: pattern) }
    guard let month = values["m"] else {
      guard let period = Period.year(year, isFiscal: false) else { throw .badCode(format: pattern) }
      return .period(period)
    }
    guard let first = CalendarDate(year: year, month: month, day: 1) else { throw .impossibleMonth(month) }
    guard let day = values["d"] else { return .period(Period(.month, containing: first)) }
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      throw .impossibleDate(year: year, month: month, day: day)
    }
    return .period(Period(.day, containing: date))
  }

  private static func number(_ directive: Unicode.Scalar, from rest: inout Substring.UnicodeScalarView) -> Int? {
    let width: Int
    let limit: Int
    switch directive {
    case "Y": (width, limit) = (4, 9999)
    case "m", "d": (width, limit) = (2, 99)
    case "H": (width, limit) = (2, 23)
    case "M", "S": (width, limit) = (2, 59)
    default: return nil
    }
    var value = 0
    var count = 0
    while count < width, let digit = rest.first, ("0"..."9").contains(digit) {
      value = value * 10 + Int(digit.value) - 0x30
      rest.removeFirst()
      count += 1
    }
    guard count > 0, directive != "Y" || count == 4, value <= limit else { return nil }
    return value
  }
}
