import ShihyoModel

/// Looks for numbers that their own comma has cut in two: 1,200 without quotes, in a row that lacks a cell, so that the row has
/// as many cells as the others.
///
/// - Evidence: three digits behind one to three, in a column of words or blanks that has no other number.
struct SplitNumberTally: Sendable {
  /// What one spelling can be of a number that was cut.
  enum Half: Sendable {
    case none
    /// Digits that can be nothing of it.
    case number
    /// 1 to 999.
    case left(String)
    /// Three digits, which can also be a left half where the first is no 0.
    case right(String)
  }

  private var cells = 0
  private var numbers = 0
  private var splits: (count: Int, left: String, right: String, first: KeyIndex.Stand)?

  static func half(_ text: String) -> Half {
    let digits = text.utf8
    guard let first = digits.first else { return .none }
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return isNumber(text) ? .number : .none }
    if digits.count == 3 { return .right(text) }
    return digits.count < 3 && first != 0x30 ? .left(text) : .number
  }

  /// 8,017 and △1.5: the column has numbers of its own.
  private static func isNumber(_ text: String) -> Bool {
    let folded = TextFolding.fold(text)
    guard let last = folded.unicodeScalars.last, ("0"..."9").contains(last) else { return false }
    return folded.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || ",.-+△▲".unicodeScalars.contains($0) }
  }

  /// Counts a cell of the column.
  ///
  /// - Parameter left: the half that the cell to its left can be.
  mutating func add(_ half: Half, behind left: Half, at stand: KeyIndex.Stand) {
    cells += 1
    if case .none = half { return }
    numbers += 1
    guard case .right(let right) = half else { return }
    switch left {
    case .left(let text), .right(let text):
      guard !text.hasPrefix("0") else { return }
      splits = (
        (splits?.count ?? 0) + 1, splits?.left ?? text, splits?.right ?? right, splits?.first ?? stand
      )
    case .none, .number: return
    }
  }

  var finding: (rule: CheckRule, stand: KeyIndex.Stand)? {
    guard let splits, splits.count == numbers, splits.count * 3 <= cells else { return nil }
    return (.splitNumber(left: splits.left, right: splits.right, cells: splits.count), splits.first)
  }
}
