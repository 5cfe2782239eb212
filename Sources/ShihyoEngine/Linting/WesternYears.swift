/// A time that a cell says.
struct CellYear {
  var year: Int
  var isEra: Bool
}

/// Which columns of era years have a column beside them that says the western year of every row.
struct WesternYears {
  /// By column of eras, the columns that agreed so far.
  private var partners: [Int: Set<Int>] = [:]

  /// - Parameter years: of one row, by column.
  mutating func add(_ years: [CellYear?]) {
    for (column, found) in years.enumerated() {
      guard let found, found.isEra else { continue }
      let known = partners[column]
      if known?.isEmpty == true { continue }
      let agreeing = years.indices.filter { years[$0]?.isEra == false && years[$0]?.year == found.year }
      partners[column] = known?.intersection(agreeing) ?? Set(agreeing)
    }
  }

  func cover(_ column: Int) -> Bool { partners[column]?.isEmpty == false }
}
