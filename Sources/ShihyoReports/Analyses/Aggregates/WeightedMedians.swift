import ShihyoModel
import ShihyoStatistics

/// Medians of a column in which each record counts by its weight.
///
/// - Units: those of the column, exact; the mean of both middle values where exactly half of the weight lies on either side.
/// - Missing: records without a value or without a weight take no part.
/// - Errors: `negativeWeight`.
/// - Source: statistics.md, section 2.
struct WeightedMedians: Hashable {
  let weight: String
  let columns: [String]
  let keys: [GroupKey]
  let filter: [Condition]

  var queries: [Query] {
    columns.map { column in
      let folds = [column, weight].map { GroupKey(column: $0, form: .number) }
      return Query(keys: keys + folds, filter: filter, aggregates: [.count])
    }
  }

  /// The value of each group, by column.
  ///
  /// - Parameter tables: the answers to `queries`.
  func values(
    _ tables: some Collection<ResultTable>
  ) throws(Findings) -> [String: [[KeyValue]: Figure.Value]] {
    var values: [String: [[KeyValue]: Figure.Value]] = [:]
    for (column, table) in zip(columns, tables) {
      var groups: [[KeyValue]: [(value: ExactDecimal, weight: Rational)]] = [:]
      for row in table.rows {
        let folds = Array(row.keys.suffix(2))
        guard case .number(let value) = folds[0], case .number(let weight) = folds[1],
          case .count(let count)? = row.values.first
        else { continue }
        if weight.isNegative {
          throw Findings([Finding(SurveyRule.negativeWeight(column: self.weight), text: weight.description)])
        }
        groups[Array(row.keys.dropLast(2)), default: []].append((value, Rational(weight) * Rational(count)))
      }
      values[column] = groups.mapValues { entries in
        do throws(StatisticsRule) {
          return .exact(try WeightedMedian(entries).middle)
        } catch {
          return .undefined(error.message)
        }
      }
    }
    return values
  }
}

extension MeasuredGroup {
  /// Its medians replaced by weighted ones; a group without a weighted value says so.
  mutating func weigh(_ medians: [String: [[KeyValue]: Figure.Value]]?) {
    for (column, values) in medians ?? [:] {
      guard var figure = figures[.median(column)] else { continue }
      if case .exact = figure.value {
        figure.value = values[keys] ?? .undefined(Bilingual(ja: "重みのある値がない", en: "no value has a weight"))
      }
      figures.replace(.median(column), with: figure)
    }
  }
}
