// Why not Foundation's JSON: it gives no positions, so a steward would not learn which line to change; it takes the last of
// two equal keys in silence; and loading Foundation costs most of the start-up budget (design.md, section 10).
// Numbers keep their text: 0.10 stays exact.

/// Where something starts in a definition file: line and character, both from 1, as an editor counts.
public struct JSONPosition: Hashable, Sendable {
  public let line: Int
  public let character: Int

  public init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }
}

/// One value of a JSON text, with the place where it stands.
public struct JSONValue: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// The digits as written, valid by the JSON grammar.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([JSONMember])
  }

  public var content: Content
  /// nil for a value that was not read from a file.
  public var position: JSONPosition?

  public init(_ content: Content, at position: JSONPosition? = nil) {
    self.content = content
    self.position = position
  }
}

/// A key and its value, in the order of the file.
public struct JSONMember: Hashable, Sendable {
  public var key: String
  public var keyPosition: JSONPosition?
  public var value: JSONValue

  public init(_ key: String, _ value: JSONValue, at keyPosition: JSONPosition? = nil) {
    self.key = key
    self.keyPosition = keyPosition
    self.value = value
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral text: String) { self.init(.string(text)) }
  public init(booleanLiteral flag: Bool) { self.init(.boolean(flag)) }
  public init(integerLiteral number: Int) { self.init(.number(String(number))) }
  public init(arrayLiteral items: JSONValue...) { self.init(.array(items)) }
  /// Keys keep the order written.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self.init(.object(members.map { JSONMember($0.0, $0.1) }))
  }
}
