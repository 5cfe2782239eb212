extension Period {
  /// For people: 令和7年度第2四半期, 令和7年9月; in English `FY2025 Q2 (Jul–Sep 2025)`, `Sep 2025`.
  ///
  /// Calendar years are 令和7年, calendar quarters 令和7年7～9月期: in the city's own words neither can be taken for a fiscal one. The
  /// year in which an era changes has two names, and keeps the western one: 2019年.
  public func label(_ language: Language) -> String {
    switch language {
    case .ja: japaneseLabel
    case .en: [englishName, gloss.map { "(\($0))" }].compactMap { $0 }.joined(separator: " ")
    }
  }

  private var japaneseLabel: String {
    switch grain {
    case .day: first.label(.ja)
    case .month: "\(Era.yearLabel(first.lastOfMonth))\(first.month)月"
    case .quarter: "\(Era.fiscalYearLabel(fiscalYear))第\(number)四半期"
    case .half: Era.fiscalYearLabel(fiscalYear) + (number == 1 ? "上半期" : "下半期")
    case .fiscalYear: Era.fiscalYearLabel(fiscalYear)
    case .calendarQuarter: "\(calendarYearLabel)\(first.month)～\(last.month)月期"
    case .calendarYear: calendarYearLabel
    }
  }

  private var calendarYearLabel: String {
    let year = Era.yearLabel(last)
    return year == Era.yearLabel(first) ? year : "\(first.year)年"
  }

  private var englishName: String {
    switch grain {
    case .day: first.label(.en)
    case .month: "\(EnglishMonth.short(first.month)) \(first.year)"
    case .quarter: "FY\(fiscalYear) Q\(number)"
    case .half: "FY\(fiscalYear) H\(number)"
    case .fiscalYear: "FY\(fiscalYear)"
    case .calendarQuarter: "\(first.year) Q\(number)"
    case .calendarYear: String(first.year)
    }
  }

  /// The months in English, for readers who do not know that Japan's fiscal year starts in April.
  var gloss: String? {
    switch grain {
    case .day, .month, .fiscalYear, .calendarYear: nil
    case .quarter, .calendarQuarter, .half:
      if first.year == last.year {
        "\(EnglishMonth.short(first.month))–\(EnglishMonth.short(last.month)) \(last.year)"
      } else {
        "\(EnglishMonth.short(first.month)) \(first.year)–\(EnglishMonth.short(last.month)) \(last.year)"
      }
    }
  }
}

extension CalendarDate {
  /// 令和7年9月30日 (a change day in the new era, the western year before 1873); in English `30 Sep 2025`.
  public func label(_ language: Language) -> String {
    switch language {
    case .ja: "\(Era.yearLabel(self))\(month)月\(day)日"
    case .en: "\(day) \(EnglishMonth.short(month)) \(year)"
    }
  }
}

/// Month names, as printed (three letters) and as read (three letters or the whole name).
enum EnglishMonth {
  static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  static let capitals = names.map {
    (short: String($0.uppercased().prefix(3)), rest: String($0.uppercased().dropFirst(3)))
  }
  static func short(_ month: Int) -> String { String(names[month - 1].prefix(3)) }
}

extension Grain {
  /// The word for one period of this grain.
  public var label: Bilingual {
    switch self {
    case .day: Bilingual(ja: "日", en: "day")
    case .month: Bilingual(ja: "月", en: "month")
    case .quarter: Bilingual(ja: "四半期", en: "fiscal quarter")
    case .half: Bilingual(ja: "半期", en: "fiscal half")
    case .fiscalYear: Bilingual(ja: "年度", en: "fiscal year")
    case .calendarQuarter: Bilingual(ja: "四半期(暦年)", en: "calendar quarter")
    case .calendarYear: Bilingual(ja: "暦年", en: "calendar year")
    }
  }
}
