import ShihyoModel

extension ContingencyTable {
  /// (O − E) / √(E (1 − row/n) (1 − column/n)): which cells differ from independence, beyond about ±2.
  ///
  /// - Shape: as `cells`. No row or column holds all answers, so every residual exists.
  /// - Units: standard deviations; doubles.
  /// - Source: statistics.md, section 5 (Agresti 2007).
  public var standardisedResiduals: [[Double]] {
    zip(cells, zip(rowTotals, expected)).map { row, margins in
      let (rowTotal, expectedRow) = margins
      return zip(row, zip(expectedRow, columnTotals)).map { observed, pair in
        let (e, columnTotal) = pair
        // E (1 − row/n)(1 − column/n), times n² to divide by a double once.
        let variance = e * (total - rowTotal) * (total - columnTotal)
        return (observed - e).nearestDouble * total.nearestDouble / variance.squareRoot
      }
    }
  }
}
