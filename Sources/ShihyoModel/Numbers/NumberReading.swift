/// A number cell with everything that reading it showed.
public struct NumberReading: Hashable, Sendable {
  public var cell: NumberCell
  /// The unit that stood in the cell itself, without scale; nil where there was none.
  public var ownUnit: String?
  /// Doubts that do not refuse the cell; `unknownMark` among them means that the cell is the reason `unknownMark`.
  public var doubts: [NumberRule]

  public init(cell: NumberCell, ownUnit: String? = nil, doubts: [NumberRule] = []) {
    self.cell = cell
    self.ownUnit = ownUnit
    self.doubts = doubts
  }
}
