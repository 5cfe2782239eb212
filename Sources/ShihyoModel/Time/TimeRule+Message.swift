extension TimeRule {
  public var message: Bilingual {
    switch self {
    case .notATime:
      Bilingual(ja: "日付・期間として読めません。", en: "This is not a date or period.")
    case .impossibleDate(let year, let month, let day):
      Self.impossibleDate(year, month, day)
    case .impossibleMonth(let month):
      Bilingual(ja: "\(month)月という月はありません。", en: "There is no month \(month).")
    case .impossibleQuarter(let quarter):
      Bilingual(ja: "第\(quarter)四半期はありません（第1～第4）。", en: "There is no quarter \(quarter) (1 to 4).")
    case .impossibleClock:
      Bilingual(ja: "時刻の部分が正しくありません。", en: "The time of day is not possible.")
    case .foreignClock:
      Bilingual(
        ja: "日本時間でない時刻です。日本での日付が変わるおそれがあります。",
        en: "The time is not in Japan time; the day in Japan may be another one.")
    case .outsideEra(let era, let period):
      Bilingual(
        ja: "\(era.name.ja)は\(era.firstDay)からです。この日付（\(period.machineSpelling)）はその前です。",
        en: "\(era.name.en) begins on \(era.firstDay); this (\(period.machineSpelling)) is before it.")
    case .eraOverrun(let era, let period):
      Bilingual(
        ja: "\(era.name.ja)は\(Self.end(of: era))までです。\(period.machineSpelling)（\(period.label(.ja))）として読みました。",
        en: "\(era.name.en) ended on \(Self.end(of: era)); read as \(period.machineSpelling).")
    case .beforeGregorian:
      Bilingual(
        ja: "明治6年1月1日より前の和暦の月日は旧暦なので、西暦に直せません。",
        en: "Japanese days and months before 1873-01-01 are of the lunar calendar and cannot be converted.")
    case .ambiguousYear(let year):
      Bilingual(
        ja: "年度か年（暦年）か分かりません（\(Era.fiscalYearLabel(year))＝\(year)年4月～、または\(year)年1月～12月）。",
        en: "Fiscal or calendar year? (April \(year) to March \(year + 1), or January to December \(year))")
    case .ambiguousHalf(let year):
      Bilingual(
        ja: "年の半期は、4月からか1月からか分かりません（\(year)年4月～、または\(year)年1月～）。",
        en: "A half of \(year) may count from April or from January.")
    case .ambiguousOrder(let dates):
      Self.ambiguousOrder(dates)
    case .twoDigitYear:
      Bilingual(ja: "年が2桁以下で、西暦か和暦か分かりません。", en: "A year of one or two digits names no certain year.")
    case .noYear:
      Bilingual(ja: "年（年度）が書かれていません。", en: "The year is missing.")
    case .contradictingYears(let left, let right):
      Bilingual(ja: "併記された年が違います（\(left)年と\(right)年）。", en: "The two years disagree (\(left) and \(right)).")
    case .wrongWeekday(let date):
      Bilingual(
        ja: "\(date)は\(Self.weekday(date).ja)曜日です。日付の方を読みました。",
        en: "\(date) is a \(Self.weekday(date).en); the date was read, not the weekday.")
    case .reversedRange:
      Bilingual(ja: "期間の終わりが始まりより前です。", en: "The range ends before it begins.")
    case .undeclaredCode(let format, let reading):
      Bilingual(
        ja: "\(format) の形式の番号に見えます（\(reading.first)～\(reading.last)）が、宣言がありません。",
        en:
          "This looks like a number of the format \(format) (\(reading.first) to \(reading.last)), which is not declared."
      )
    case .badCode(let format):
      Bilingual(ja: "宣言された形式 \(format) では読めません。", en: "This does not fit the declared format \(format).")
    case .instantWithoutDay(let period):
      Bilingual(
        ja: "何日時点か書かれていないので、\(period.label(.ja))全体として読みました。",
        en: "The day of this as-of date is not said; read as all of \(period.machineSpelling).")
    case .straddles(let grain, let value):
      Bilingual(
        ja: "\(value.first)～\(value.last)は1つの\(grain.label.ja)に収まりません。",
        en: "\(value.first) to \(value.last) does not lie within one \(grain.label.en).")
    }
  }

  private static func impossibleDate(_ year: Int, _ month: Int, _ day: Int) -> Bilingual {
    let length = CalendarDate.daysInMonth(month, of: year)
    return Bilingual(
      ja: "\(year)年\(month)月\(day)日はありません。\(year)年\(month)月は\(length)日までです。",
      en: "There is no day \(day) in month \(month) of \(year), which has \(length) days.")
  }

  private static func ambiguousOrder(_ dates: [CalendarDate]) -> Bilingual {
    let readings = dates.map(\.description)
    return Bilingual(
      ja: "年月日の順が決まっていません（\(readings.joined(separator: " または "))）。",
      en: "The order of day and month is not declared (\(readings.joined(separator: " or "))).")
  }

  private static func end(of era: Era) -> String { era.lastDay.map(\.description) ?? "" }

  private static func weekday(_ date: CalendarDate) -> Bilingual {
    let names = [
      ("月", "Monday"), ("火", "Tuesday"), ("水", "Wednesday"), ("木", "Thursday"), ("金", "Friday"), ("土", "Saturday"),
      ("日", "Sunday"),
    ]
    let name = names[date.weekday - 1]
    return Bilingual(ja: name.0, en: name.1)
  }
}
