public import ShihyoDefinitions
public import ShihyoModel

extension Expressions {
  /// A measure (`sum(X)`) or a ratio (`share:sum(a)/sum(b)`), whichever the text is.
  ///
  /// - Errors: of the two readings the one that came further, so that a slip in a ratio is told as such.
  public static func column(_ text: String) throws(Findings) -> AggregateAnalysis.Column {
    let asMeasure: Findings
    do throws(Findings) { return .measure(try measure(text)) } catch { asMeasure = error }
    do throws(Findings) { return .ratio(try ratio(text)) } catch {
      throw character(of: error) > character(of: asMeasure) ? error : asMeasure
    }
  }

  private static func character(of error: Findings) -> Int {
    if case .character(let place) = error.findings.first?.place.column { place } else { 0 }
  }
}
