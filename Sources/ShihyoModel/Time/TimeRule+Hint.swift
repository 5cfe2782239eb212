extension TimeRule {
  public var hint: Bilingual {
    switch self {
    case .notATime:
      Bilingual(
        ja: "2025-09-30、令和7年9月30日、R7.9、令和7年度、2025年度第2四半期 のように書いてください。",
        en: "Write it like 2025-09-30, 2025-09, 令和7年9月30日, FY2025 or FY2025Q2.")
    case .impossibleDate, .impossibleMonth, .impossibleQuarter, .impossibleClock:
      Bilingual(ja: "元の資料を確かめて直してください。", en: "Check the source and correct it.")
    case .foreignClock:
      Bilingual(ja: "日本時間の日付に直すか、時刻を除いてください。", en: "Convert it to Japan time, or leave the time out.")
    case .outsideEra(_, let period):
      Bilingual(
        ja: "\(period.label(.ja))の誤りではありませんか。元号か日付を直してください。",
        en: "Correct the era or the date; \(period.machineSpelling) is \(period.label(.ja)).")
    case .eraOverrun(_, let period):
      Bilingual(
        ja: "このままで構いません。書き直すなら \(period.label(.ja)) です。",
        en: "Nothing needs to be done; in the era's own words it is \(period.label(.ja)).")
    case .beforeGregorian:
      Bilingual(ja: "西暦の日付で書いてください。年だけなら読めます。", en: "Write a western date; a year alone can be read.")
    case .ambiguousYear(let year):
      Bilingual(
        ja: "「年度」か「年」を付けるか、定義ファイルのその列に \"shihyo\": {\"year\": \"fiscal\"}（暦年なら \"calendar\"）と書いてください。",
        en: "Write FY\(year), 年度 or 年, or declare \"shihyo\": {\"year\": \"fiscal\"} (or \"calendar\") for the column.")
    case .ambiguousHalf(let year):
      Bilingual(
        ja: "4月からなら「\(Era.fiscalYearLabel(year))上半期」、1月からなら「\(year)年1月～6月」のように書いてください。",
        en: "Write FY\(year)H1 for a half of the fiscal year, or the months, as in \(year)年1月～6月.")
    case .ambiguousOrder:
      Bilingual(
        ja: "--date-order mdy（日が先なら dmy）を付けるか、定義ファイルのその列に \"shihyo\": {\"date-order\": \"mdy\"} と書いてください。",
        en: "Add --date-order mdy (or dmy), or declare \"shihyo\": {\"date-order\": \"mdy\"} for the column.")
    case .twoDigitYear:
      Bilingual(
        ja: "西暦なら4桁（2025/9/3）、和暦なら元号（R7.9.3）を付けてください。",
        en: "Write four digits (2025/9/3), or the era's letter (R7.9.3).")
    case .noYear:
      Bilingual(
        ja: "年を付けてください。年が別の列やファイル名にあるなら、定義ファイルで補ってください。",
        en: "Add the year; where it stands in another column or in the file name, add it in the descriptor.")
    case .contradictingYears:
      Bilingual(ja: "どちらが正しいか確かめ、一方を直してください。", en: "Find out which is right and correct the other.")
    case .wrongWeekday:
      Bilingual(ja: "日付と曜日のどちらが正しいか確かめてください。", en: "Check which of the two is right.")
    case .reversedRange:
      Bilingual(
        ja: "年をまたぐなら、終わりにも年を書いてください（2025年10月～2026年3月）。",
        en: "Where the range crosses into another year, write that year too (2025年10月～2026年3月).")
    case .undeclaredCode(let format, _):
      Bilingual(
        ja: "その形式なら、定義ファイルのその列に \"format\": \"\(format)\" と書いてください。",
        en: "If it is one, declare \"format\": \"\(format)\" for the column.")
    case .badCode(let format):
      Bilingual(
        ja: "値を直すか、その列の format（\(format)）の宣言を直してください。",
        en: "Correct the value, or the declared format (\(format)) of the column.")
    case .instantWithoutDay:
      Bilingual(ja: "日が分かるなら書いてください（10月31日時点、10月末時点）。", en: "Write the day if it is known (10月31日時点, 10月末時点).")
    case .straddles(let grain, _):
      Bilingual(
        ja: "\(grain.label.ja)より長い単位でまとめるか、\(grain.label.ja)に収まる期間に分けたデータを使ってください。",
        en: "Group by a longer period than the \(grain.label.en), or use data that is split at its bounds.")
    }
  }
}
