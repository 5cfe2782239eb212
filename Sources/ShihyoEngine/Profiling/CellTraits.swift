import ShihyoModel

/// What one spelling could be, without knowing its column.
struct CellTraits: Sendable {
  enum Kind: Sendable {
    case empty, number, clock, time, age, text
  }

  var kind = Kind.text
  /// The reason that the text stands for where its column holds numbers, dates or ages.
  var mark: Reason?
  var number: ExactDecimal?
  var ownUnit: String?
  var hasLeadingZero = false
  /// Under each order of day, month and year that reads it; the same value under all where no order is needed.
  var times: [Field.DateOrder: TimeValue] = [:]
  var needsOrder = false
  var isAmbiguousYear = false
  /// 総数, 不詳: beside brackets, not one.
  var isAgeExtra = false
  var characters = 0
  /// Spelled as every other tool reads it: 1234.5, 2025-04-01, 2025-04, 09:05:00.
  var isPlain = false
  var total: String?

  /// - Cost: whole numbers as a program writes them, which most cells of large tables are, are told by their digits alone.
  init(_ text: String) {
    guard let number = Self.plainInteger(text) else {
      look(at: text)
      return
    }
    (kind, isPlain, characters) = (.number, true, text.utf8.count)
    self.number = ExactDecimal(coefficient: Int128(number), decimals: 0)
  }

  /// 0, 7, 1234: up to 18 digits, no zero in front.
  private static func plainInteger(_ text: String) -> Int? {
    let digits = text.utf8
    guard (1...18).contains(digits.count), digits.count == 1 || digits.first != UInt8(ascii: "0"),
      digits.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }

  /// Goes through every grammar, to compare with.
  init(reading text: String) { look(at: text) }

  private mutating func look(at text: String) {
    characters = text.count
    let folded = TextFolding.fold(text)
    if folded.isEmpty {
      kind = .empty
      return
    }
    total = TotalLabel.matches(text) ? text : nil
    defer { isPlain = Self.isPlain(text, kind) }
    // 29歳以下 is also a number with a bound and a unit; 18歳 rather is a number.
    if ["歳", "才", "代"].contains(where: folded.contains), case .bracket(let bracket)? = try? AgeGrammar().read(text),
      bracket.lower != bracket.upper
    {
      kind = .age
      return
    }
    if readNumber(text) { return }
    mark = (try? NumberGrammar().read(text))?.reason
    if case .bracket? = try? AgeGrammar().read(text) {
      kind = .age
    } else if ClockTime.seconds(text) != nil {
      kind = .clock
    } else if readTime(text) {
      kind = .time
    } else if (try? AgeGrammar().read(text)) != nil {
      isAgeExtra = true
    }
  }

  private static func isPlain(_ text: String, _ kind: Kind) -> Bool {
    switch kind {
    case .number: ExactDecimal(text) != nil
    case .time: shape(text) == "9999-99-99" || shape(text) == "9999-99"
    case .clock: shape(text) == "99:99:99"
    case .empty, .age, .text: true
    }
  }

  /// A whole number that may be a year.
  var isYear: Bool { number.map { $0.decimals == 0 && (1868...2100).contains($0.coefficient) } ?? false }

  /// The date or period, where the text alone says which.
  var plainTime: TimeValue? {
    kind == .time && !needsOrder && !isAmbiguousYear ? times[Field.DateOrder.allCases[0]] : nil
  }

  /// With 9 in place of every digit.
  private static func shape(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { ("0"..."9").contains($0) ? "9" : $0 }))
  }

  private mutating func readNumber(_ text: String) -> Bool {
    let plain = NumberGrammar()
    if let value = try? plain.read(text).value {
      number = value
    } else if let adopted = plain.adoptingUnit(of: text), let value = try? adopted.read(text).value {
      number = value
      ownUnit = adopted.unit?.symbol
    } else {
      return false
    }
    kind = .number
    let digits = text.utf8
    hasLeadingZero =
      digits.count > 1 && digits.first == UInt8(ascii: "0") && digits.allSatisfy { (0x30...0x39).contains($0) }
    return true
  }

  private mutating func readTime(_ text: String) -> Bool {
    do {
      take(try TimeGrammar().read(text).value)
    } catch .ambiguousOrder {
      needsOrder = true
      for order in Field.DateOrder.allCases {
        times[order] = try? TimeGrammar(dateOrder: order).read(text).value
      }
    } catch .ambiguousYear {
      isAmbiguousYear = true
      if let value = try? TimeGrammar(yearReading: .fiscal).read(text).value { take(value) }
    } catch {
      return false
    }
    return !times.isEmpty
  }

  private mutating func take(_ value: TimeValue) {
    for order in Field.DateOrder.allCases { times[order] = value }
  }
}
