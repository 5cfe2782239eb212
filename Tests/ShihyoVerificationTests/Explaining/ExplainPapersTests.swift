import ShihyoModel
import Testing

@testable import ShihyoReports
@testable import ShihyoVerification

/// Every figure of every packaged paper is made of rows, and these rows are the figure: numerators, denominators and the value
/// before rounding, to the digit.
struct ExplainPapersTests {
  @Test(
    arguments: [
      ("quarterly", [:]), ("meeting", [:]), ("quarterly-mihon", [:]), ("quarterly-mihon", ["ward": "甲区"]),
    ] as [(String, [String: String])])
  func `the rows of every figure add up to it`(_ name: String, _ settings: [String: String]) async throws {
    let result = try await Papers.run(name, settings: settings)
    let figures = result.ledger.filter { $0.id != nil }
    try #require(figures.count > 20)
    let parts = figures.map { $0.id.flatMap { result.origins[$0]?.parts } ?? [] }
    // One pass for all: the rows of each part, added up here, not by the code under test.
    var sums: [Int: Rational] = [:]
    let totals = try ContributionReader(parts.flatMap { $0 }).run { part, contribution in
      guard let amount = contribution.amount else { return }
      sums[part] = (sums[part] ?? .zero) + Rational(amount)
    }
    var first = 0
    for (figure, parts) in zip(figures, parts) {
      let id = figure.id?.spelling ?? ""
      defer { first += parts.count }
      let origin = try #require(figure.id.flatMap { result.origins[$0] }, "\(id) keeps no rows")
      let own = Array(totals[first..<(first + parts.count)])
      for place in own.indices { #expect(own[place].exactSum == sums[first + place] ?? .zero, "\(id)") }
      guard let exact = figure.exactValue else { continue }
      // A number of different values is taken from rows that do not add up to it.
      if case .selection = origin {} else { #expect(origin.value(of: own) == exact, "\(id)") }
      if figure.kind == .points {
        // Percentages, to more digits than are printed: one less the other.
        let (now, before) = (try #require(figure.numerator, "\(id)"), try #require(figure.denominator, "\(id)"))
        let decimals = ExactDecimal(figure.printed)?.decimals ?? 0
        let difference = Rational(now) - Rational(before)
        #expect(difference.rounded(to: decimals, .halfUp)?.description == figure.printed, "\(id)")
      } else {
        if let numerator = figure.numerator { #expect(own[0].exactSum == Rational(numerator), "\(id)") }
        if let denominator = figure.denominator { #expect(own[1].exactSum == Rational(denominator), "\(id)") }
      }
      #expect(own.allSatisfy { $0.rows > 0 } || exact.isZero, "\(id)")
    }
  }
}
