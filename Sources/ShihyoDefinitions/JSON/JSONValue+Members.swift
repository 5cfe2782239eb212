/// Looking into a text that was read: what is not there, or is of another kind, is nil or empty.
extension JSONValue? {
  /// The member of an object; nil for anything else.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members)? = self?.content else { return nil }
    return members.first { $0.key == key }?.value
  }
  /// Empty for anything but an array.
  public var items: [JSONValue] { if case .array(let items)? = self?.content { items } else { [] } }
  /// Empty for anything but a text.
  public var text: String { if case .string(let text)? = self?.content { text } else { "" } }
}

extension JSONValue {
  /// The member of an object; nil for anything else.
  public subscript(key: String) -> JSONValue? { Optional(self)[key] }
}
