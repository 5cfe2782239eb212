package import ShihyoDefinitions
package import ShihyoModel

extension PeriodComparison {
  /// The words of a metric, and what it is compared with.
  func definition(_ definition: Bilingual?) -> Bilingual {
    let words = definition ?? Bilingual(ja: "", en: "")
    return switch self {
    case .previous: Bilingual(ja: words.ja + "。前期との比較", en: words.en + "; against the previous period")
    case .yearAgo: Bilingual(ja: words.ja + "。前年同期との比較", en: words.en + "; against the same period a year ago")
    }
  }

  /// What it is compared with, within a sentence.
  var base: Bilingual {
    switch self {
    case .previous: Bilingual(ja: "前期", en: "the previous period")
    case .yearAgo: Bilingual(ja: "前年同期", en: "the year before")
    }
  }

  func base(of period: Period) -> Period {
    switch self {
    case .previous: period.advanced(by: -1)
    case .yearAgo: period.yearBefore
    }
  }

  /// `change.previous`, `points.year-ago`
  func suffix(_ change: Figure) -> String { suffix(isPoints: change.kind == .points) }

  package func suffix(isPoints: Bool) -> String { (isPoints ? "points." : "change.") + rawValue }

  func label(_ change: Figure?) -> Bilingual { label(isPoints: change?.kind == .points) }

  package func label(isPoints: Bool) -> Bilingual {
    switch self {
    case .previous:
      Bilingual(ja: isPoints ? "前期差" : "前期比(増減率)", en: isPoints ? "On the previous period" : "Change, previous period")
    case .yearAgo:
      Bilingual(ja: isPoints ? "前年同期差" : "前年同期比(増減率)", en: isPoints ? "On the year" : "Change, year ago")
    }
  }
}
