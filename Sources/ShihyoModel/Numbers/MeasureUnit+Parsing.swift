extension MeasureUnit {
  /// Reads a unit as a header or descriptor writes it: 千円, （単位：百万円）, ％, 万人, 件, 円/人.
  ///
  /// - A rate per so many (人口10万人当たり, 千人あたり) is one unit of its own: its 千 is no scale of the value.
  /// - 割 is ten ％; 分 alone is a unit of its own (minutes), read as 1 ％ only in the cells of a ％ column.
  /// - Returns: nil where the text is empty, names several units or is no unit at all.
  public init?(parsing text: String) {
    var core = TextFolding.fold(text)
    if core.hasPrefix("("), core.hasSuffix(")") { core = String(core.dropFirst().dropLast()) }
    if core.hasPrefix("単位") {
      core = String(core.dropFirst(2))
      if let first = core.first, ": ".contains(first) { core.removeFirst() }
    }
    core = TextFolding.fold(core)
    let scalars = Array(core.unicodeScalars)
    guard (1...24).contains(scalars.count), !scalars.contains(where: { "、,;\n\r".unicodeScalars.contains($0) }),
      !scalars.allSatisfy({ ("0"..."9").contains($0) || "-.".unicodeScalars.contains($0) })
    else { return nil }

    let printed = Self.trimmed(text)
    let symbol = TextFolding.fold(printed) == core ? printed : core
    if Self.isRatePerMany(core) {
      self.init(symbol: symbol, base: core, exponent: 0)
      return
    }
    if core == "割" || core == "‰" {
      self.init(symbol: symbol, base: "%", exponent: core == "割" ? 1 : -1)
      return
    }
    var rest = scalars[...]
    let exponent = DecimalScale.take(from: &rest) ?? 0
    let base = Self.canonicalBase(String(String.UnicodeScalarView(rest)))
    self.init(symbol: symbol, base: base, exponent: exponent)
  }

  private static func trimmed(_ text: String) -> String {
    let isSpace: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\u{3000}" || $0 == "\u{A0}" }
    let start = text.unicodeScalars.drop(while: isSpace)
    return String(String.UnicodeScalarView(start.reversed().drop(while: isSpace).reversed()))
  }

  static func isRatePerMany(_ core: String) -> Bool {
    ["当たり", "当り", "あたり", "対", "につき"].contains { core.hasSuffix($0) } || core.first?.isASCIIDigit == true
  }

  /// One name for the spellings of a counter. What differs in meaning (％ and ポイント, 人 and 世帯) stays apart.
  static func canonicalBase(_ folded: String) -> String {
    switch folded {
    case "%", "パーセント", "百分率", "百分比": "%"
    case "ポイント", "pt", "%ポイント", "%pt", "パーセントポイント": "ポイント"
    case "¥", "円", "yen", "JPY": "円"
    case "名": "人"
    case "才": "歳"
    case "箇所", "か所", "ヶ所", "ケ所", "カ所", "ヵ所": "か所"
    case "m2", "平米", "平方メートル": "㎡"
    case "km2", "平方キロメートル": "㎢"
    case "トン": "t"
    default: folded
    }
  }

  /// The same amount in another unit, exactly: the point moves. nil where the bases differ or Int128 overflows.
  public func convert(_ value: ExactDecimal, to other: MeasureUnit) -> ExactDecimal? {
    guard base == other.base else { return nil }
    return value.scaled(byPowerOfTen: exponent - other.exponent)
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
