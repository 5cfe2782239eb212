/// What rows stand for that another machine has counted: how many records each, and the sums of plain numbers.
struct CountedCells: Sendable {
  /// Per row, the records that it stands for.
  var counts: [Int] = []
  /// By column of the header: per row the sum of its plain numbers; nil where the cell of the row is one text.
  var plain: [Int: [PlainSum?]] = [:]
}

/// The plain numbers of one column that a row stands for, added up exactly elsewhere.
package struct PlainSum: Hashable, Sendable {
  /// In units of 10^-9.
  package var billionths: Int128
  /// The most decimals of any of them.
  package var decimals: Int
  /// One of them that is not zero; nil where all are. An undeclared column of numbers tells its unit by it.
  package var sample: String?

  package init(billionths: Int128, decimals: Int = 0, sample: String? = nil) {
    self.billionths = billionths
    self.decimals = decimals
    self.sample = sample
  }
}

/// One row of an answer of another machine, cell by cell in the order of `CountedRun.columns`.
package struct CountedRow: Sendable {
  package enum Cell: Hashable, Sendable {
    /// The text of the cell, in UTF-8; empty for an empty one.
    case text([UInt8])
    /// Different plain numbers; only in a column whose role is `plainSum`.
    case plain(PlainSum)
  }

  /// Records that the row stands for, 1 or more.
  package var count: Int
  package var cells: [Cell]

  package init(count: Int, cells: [Cell]) {
    self.count = count
    self.cells = cells
  }

  /// Order by bytes, so that an answer is the same in whatever order its rows arrive.
  package static func precedes(_ left: CountedRow, _ right: CountedRow) -> Bool {
    for (mine, theirs) in zip(left.cells, right.cells) {
      switch (mine, theirs) {
      case (.text(let mine), .text(let theirs)):
        if mine != theirs { return mine.lexicographicallyPrecedes(theirs) }
      case (.plain, .text): return true
      case (.text, .plain): return false
      case (.plain, .plain): continue
      }
    }
    return false
  }
}
