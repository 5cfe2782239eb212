/// What was read in one cell: a value or a reason, its marks, and the original text.
public struct Cell<Value: Hashable & Sendable>: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case value(Value)
    case absent(Reason)
  }

  public let content: Content
  public let marks: Marks
  /// As read, decoded but not folded.
  public let text: String

  public init(_ content: Content, marks: Marks = [], text: String) {
    self.content = content
    self.marks = marks
    self.text = text
  }

  public var value: Value? { if case .value(let value) = content { value } else { nil } }
  public var reason: Reason? { if case .absent(let reason) = content { reason } else { nil } }
}

/// A cell of a number column. The number is in the column's unit.
public typealias NumberCell = Cell<ExactDecimal>
