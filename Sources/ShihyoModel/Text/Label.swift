/// A text whose identity is its exact UTF-8 bytes.
///
/// Swift compares strings by canonical equivalence (か + U+3099 equals が), so a dictionary of `String` would merge two labels
/// that a file keeps apart, and two engines would disagree. Order is by bytes as well.
public struct Label: Hashable, Comparable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  public let text: String

  public init(_ text: String) { self.text = text }
  public init(stringLiteral text: String) { self.text = text }
  public var description: String { text }

  public static func == (left: Label, right: Label) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }
  public static func < (left: Label, right: Label) -> Bool { left.text.utf8.lexicographicallyPrecedes(right.text.utf8) }
  public func hash(into hasher: inout Hasher) {
    // All bytes at once; a byte that no UTF-8 text holds ends them, so that lists of labels cannot run together.
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(UInt8(0xFF))
  }
}
