/// The Japanese eras since the Gregorian calendar came into use. Our own table: calendar libraries disagree on
/// where Meiji starts and accept days that no era has.
///
/// - Source: domain.md, section 6.1.
public enum Era: Int, Hashable, Sendable, CaseIterable, Comparable {
  case meiji, taisho, showa, heisei, reiwa

  public static func < (left: Era, right: Era) -> Bool { left.rawValue < right.rawValue }

  public var name: Bilingual {
    switch self {
    case .meiji: Bilingual(ja: "明治", en: "Meiji")
    case .taisho: Bilingual(ja: "大正", en: "Taisho")
    case .showa: Bilingual(ja: "昭和", en: "Showa")
    case .heisei: Bilingual(ja: "平成", en: "Heisei")
    case .reiwa: Bilingual(ja: "令和", en: "Reiwa")
    }
  }

  /// The western year is the era year and this.
  public var offset: Int {
    switch self {
    case .meiji: 1867
    case .taisho: 1911
    case .showa: 1925
    case .heisei: 1988
    case .reiwa: 2018
    }
  }

  /// First day that carries the era's name. Meiji was proclaimed on 1868-10-23 and counted back.
  public var firstDay: CalendarDate {
    switch self {
    case .meiji: CalendarDate(knownYear: 1868, month: 1, day: 25)
    case .taisho: CalendarDate(knownYear: 1912, month: 7, day: 30)
    case .showa: CalendarDate(knownYear: 1926, month: 12, day: 25)
    case .heisei: CalendarDate(knownYear: 1989, month: 1, day: 8)
    case .reiwa: CalendarDate(knownYear: 2019, month: 5, day: 1)
    }
  }

  /// Last day that may carry the era's name; nil while it lasts. The days on which Meiji and Taisho ended belong to
  /// both eras when reading.
  public var lastDay: CalendarDate? {
    switch self {
    case .meiji: CalendarDate(knownYear: 1912, month: 7, day: 30)
    case .taisho: CalendarDate(knownYear: 1926, month: 12, day: 25)
    case .showa: CalendarDate(knownYear: 1989, month: 1, day: 7)
    case .heisei: CalendarDate(knownYear: 2019, month: 4, day: 30)
    case .reiwa: nil
    }
  }

  /// Era days are Gregorian from 明治6年1月1日; before, they follow a lunar calendar and are not converted.
  public static let gregorianSince = CalendarDate(knownYear: 1873, month: 1, day: 1)

  /// The era a day is written in, the new one on a change day; nil before 1873-01-01.
  public static func containing(_ date: CalendarDate) -> Era? {
    guard date >= gregorianSince else { return nil }
    return allCases.last { $0.firstDay <= date }
  }

  /// How the era is written before a year: name, first letter, first character, and the one-character form.
  var spellings: [String] {
    switch self {
    case .meiji: ["明治", "M", "明", "㍾"]
    case .taisho: ["大正", "T", "大", "㍽"]
    case .showa: ["昭和", "S", "昭", "㍼"]
    case .heisei: ["平成", "H", "平", "㍻"]
    case .reiwa: ["令和", "R", "令", "㋿"]
    }
  }
}

extension Era {
  /// `令和7年`, `平成元年`; the western year before 1873.
  static func yearLabel(_ date: CalendarDate) -> String { yearLabel(date.year, in: containing(date)) + "年" }

  /// `令和7年度`. A fiscal year has the era of its 1 April; the whole of fiscal 2019 is 令和元年度, as the ministries
  /// agreed on 2019-04-01.
  static func fiscalYearLabel(_ year: Int) -> String {
    let era = year == 2019 ? Era.reiwa : CalendarDate(year: year, month: 4, day: 1).flatMap(containing)
    return yearLabel(year, in: era) + "年度"
  }

  private static func yearLabel(_ year: Int, in era: Era?) -> String {
    guard let era else { return String(year) }
    let eraYear = year - era.offset
    return era.name.ja + (eraYear == 1 ? "元" : String(eraYear))
  }
}
