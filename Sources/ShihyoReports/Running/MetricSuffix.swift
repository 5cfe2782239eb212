import ShihyoDefinitions
package import ShihyoModel

/// What is printed of a metric beside its value: `users.change.previous` is the 前期比(増減率) of `users`.
package enum MetricSuffix {
  /// 利用者数の前期比(増減率); nil for a suffix that nothing prints.
  ///
  /// - Parameter suffix: what the id of a figure has behind that of its metric: `.change.previous`, or nothing.
  package static func label(_ metric: Bilingual, _ suffix: some StringProtocol) -> Bilingual? {
    if suffix.isEmpty { return metric }
    guard let words = all.first(where: { suffix == "." + $0.suffix })?.words else { return nil }
    return Bilingual(ja: "\(metric.ja)の\(words.ja)", en: "\(metric.en): \(words.en)")
  }

  private static let all: [(suffix: String, words: Bilingual)] =
    PeriodComparison.allCases.flatMap { comparison in
      [false, true].map { (comparison.suffix(isPoints: $0), comparison.label(isPoints: $0)) }
        + [("difference." + comparison.rawValue, comparison.label(isPoints: true))]
    } + [
      ("lower", Bilingual(ja: "95％区間の下限", en: "lower end of the 95 % interval")),
      ("upper", Bilingual(ja: "95％区間の上限", en: "upper end of the 95 % interval")),
      ("trend", Bilingual(ja: "傾向", en: "trend")),
    ]
}
