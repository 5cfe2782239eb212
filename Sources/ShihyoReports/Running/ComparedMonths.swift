import ShihyoModel

/// Whether two periods hold the same months: six months of a year are not compared with twelve of another.
struct ComparedMonths: Hashable {
  let now: Period
  let before: Period
  /// Counted from the first month of each period.
  private let nowMonths: Set<Int>
  private let beforeMonths: Set<Int>

  /// nil where the periods can be compared, or where one of them has nothing to compare.
  init?(now: MetricFigures.Entry, at period: Period, before: MetricFigures.Entry, at base: Period) {
    guard let nowMonths = now.months, let beforeMonths = before.months, !nowMonths.isEmpty, !beforeMonths.isEmpty,
      nowMonths != beforeMonths, now.figure.exactValue != nil, before.figure.exactValue != nil
    else { return nil }
    self.now = period
    self.before = base
    self.nowMonths = nowMonths
    self.beforeMonths = beforeMonths
  }

  /// A sentence for the reader.
  var note: Bilingual {
    let first = Self.words(now, nowMonths)
    let second = Self.words(before, beforeMonths)
    return Bilingual(
      ja: "\(first.ja)と\(second.ja)は月がそろわないため、増減を示していない。",
      en: "\(first.en) and \(second.en) do not hold the same months, so their change is not shown.")
  }

  private static func words(_ period: Period, _ months: Set<Int>) -> Bilingual {
    let (ja, en) = (period.label(.ja), period.label(.en))
    if months.count >= period.grain.months { return Bilingual(ja: ja, en: en) }
    return Bilingual(
      ja: "\(ja)（\(period.months(months, .ja))の値だけ）", en: "\(en) (\(period.months(months, .en)) only)")
  }
}

extension Period {
  /// `7～9月`, `4～翌3月`, in English `Jul–Sep`.
  func months(_ language: Language) -> String { months(Set(0..<max(1, grain.months)), language) }

  /// - Parameter offsets: of the months, counted from the first of the period; not empty.
  func months(_ offsets: Set<Int>, _ language: Language) -> String {
    var runs: [ClosedRange<Int>] = []
    for offset in offsets.sorted() {
      if let last = runs.last, last.upperBound + 1 == offset {
        runs[runs.count - 1] = last.lowerBound...offset
      } else {
        runs.append(offset...offset)
      }
    }
    return runs.map { run in
      let (start, end) = (month(run.lowerBound), month(run.upperBound))
      switch language {
      case .ja:
        let lead = start.year > first.year ? "翌" : ""
        let later = end.year > start.year ? "翌" : ""
        return lead + (run.count == 1 ? "\(start.number)月" : "\(start.number)～\(later)\(end.number)月")
      case .en:
        return run.count == 1 ? start.name : "\(start.name)–\(end.name)"
      }
    }.joined(separator: language == .ja ? "・" : ", ")
  }

  private func month(_ offset: Int) -> (number: Int, year: Int, name: String) {
    let month = Period(.month, containing: first).advanced(by: offset)
    return (month.first.month, month.first.year, String(month.label(.en).prefix(3)))
  }
}
