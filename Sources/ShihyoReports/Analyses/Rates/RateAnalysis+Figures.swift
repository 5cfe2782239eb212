import ShihyoModel
import ShihyoStatistics

/// The rates of one group, and why there is none.
extension RateAnalysis {
  /// Events per `base` people, exact.
  func rate(_ group: RateJoin.Group) -> Figure {
    var figure = Figure(
      kind: .rate, value: .undefined(RateJoin.noPeople), numerator: group.events.decimalValue,
      denominator: group.people.decimalValue, n: group.events.n, digits: digits, textDigits: 2,
      marks: group.events.marks.union(group.people.marks), reasons: group.events.reasons)
    if case .absent = group.events.value { return figure.with(group.events.value) }
    guard let events = group.events.decimalValue, let people = group.people.decimalValue else {
      figure.marks = []
      return figure
    }
    do throws(StatisticsRule) {
      figure.value = .exact(try CrudeRate.of(events: events, population: people, per: base))
    } catch {
      figure.value = .undefined(Self.words(error))
    }
    return figure
  }

  /// Of the same with the categories of the standard; nil without one.
  func adjusted(_ group: RateJoin.Group) -> Figure? {
    guard standard != nil else { return nil }
    var figure = Figure(kind: .rate, value: .undefined(RateJoin.noPeople), digits: digits, textDigits: 2)
    guard let strata = group.strata else {
      return figure.with(.undefined(RateJoin.unmatched))
    }
    do throws(StatisticsRule) {
      figure.value = .exact(
        try DirectStandardisation.rate(
          events: strata.map(\.events), population: strata.map(\.people), standard: strata.map(\.standard), per: base))
    } catch {
      figure.value = .undefined(Self.words(error, strata))
    }
    return figure
  }

  /// What a pure function could not compute, in the words of populations.
  private static func words(_ rule: StatisticsRule, _ strata: [RateJoin.Stratum] = []) -> Bilingual {
    switch rule {
    case .noBase: return Bilingual(ja: "人口が0", en: "no people")
    case .negativeCount: return Bilingual(ja: "件数か人口に負の値がある", en: "a count or a number of people is negative")
    case .noWeight: return Bilingual(ja: "基準人口の合計が0", en: "the standard population adds up to 0")
    case .negativeWeight: return Bilingual(ja: "基準人口に負の値がある", en: "the standard population has a negative number")
    case .stratumEmpty(let position) where strata.indices.contains(position - 1):
      let category = ReportTable.KeyCell(strata[position - 1].category).label
      return Bilingual(ja: "「\(category.ja)」の人口が0", en: "no people of \"\(category.en)\"")
    default: return rule.message
    }
  }
}
