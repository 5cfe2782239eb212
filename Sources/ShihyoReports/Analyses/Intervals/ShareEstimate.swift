import ShihyoModel
import ShihyoStatistics

/// A share as an estimate: what its interval needs, or why it has none.
enum ShareEstimate: Hashable {
  case proportion(Proportion)
  case none(Bilingual)

  /// - Parameter effective: how many equally weighted answers say as much as these; nil: as many as the base.
  init(part: Rational?, of base: Rational?, effective: Rational? = nil) {
    guard let part, let base else {
      self = .none(Self.noNumber)
      return
    }
    guard effective != nil || (part.isWhole && base.isWhole) else {
      self = .none(Self.noCount)
      return
    }
    do throws(StatisticsRule) {
      guard let share = part / base else { throw StatisticsRule.noBase }
      self = .proportion(try Proportion(share: share, effectiveBase: effective ?? base))
    } catch {
      self = .none(error.message)
    }
  }

  var proportion: Proportion? { if case .proportion(let proportion) = self { proportion } else { nil } }

  static let hidden = ShareEstimate.none(Bilingual(ja: "秘匿", en: "not shown"))

  private static let noNumber = Bilingual(ja: "値がないため区間なし", en: "no value, so no interval")
  static let noCount = Bilingual(
    ja: "件数（整数）の割合ではないため区間なし", en: "not a share of counts (whole numbers), so no interval")
}

extension Rational {
  var isWhole: Bool { denominator == "1" }
}

extension IntervalRequest {
  /// The lower and upper end in per cent; without an interval both say why.
  ///
  /// - Parameter isBlank: in the row of the base itself, which is no estimate.
  func figures(_ estimate: ShareEstimate, share: Figure, isBlank: Bool = false) -> [Figure] {
    var figure = Figure(
      kind: .share, value: .undefined(FigureText.nothing), unit: "％", digits: share.digits, textDigits: 1)
    figure.n = share.n
    if isBlank { return [figure, figure] }
    if case .absent = share.value { return [figure, figure].map { $0.with(share.value) } }
    if case .undefined = share.value { return [figure, figure].map { $0.with(share.value) } }
    figure.marks = share.marks
    switch estimate {
    case .none(let words): return [figure, figure].map { $0.with(.undefined(words)) }
    case .proportion(let proportion):
      do throws(StatisticsRule) {
        let ends = try interval(of: proportion)
        return [figure.with(.approximate(100 * ends.lower)), figure.with(.approximate(100 * ends.upper))]
      } catch {
        return [figure, figure].map { $0.with(.undefined(error.message)) }
      }
    }
  }

  private func interval(of proportion: Proportion) throws(StatisticsRule) -> ConfidenceInterval {
    let ends = try proportion.interval(.sample(population: population), confidence, method: method)
    // Agresti and Coull's may leave 0…1; what is printed is cut there.
    return ConfidenceInterval(lower: max(0, ends.lower), upper: min(1, ends.upper))
  }

  var columns: [ReportTable.ValueColumn] {
    [
      ReportTable.ValueColumn(
        name: "lower", label: Bilingual(ja: "\(percent)％区間 下限", en: "\(percent) % interval, lower"), unit: "％"),
      ReportTable.ValueColumn(name: "upper", label: Bilingual(ja: "上限", en: "Upper"), unit: "％"),
    ]
  }
}

extension Figure {
  func with(_ value: Value) -> Figure {
    var figure = self
    figure.value = value
    return figure
  }
}
