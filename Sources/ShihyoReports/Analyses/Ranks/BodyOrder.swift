import ShihyoModel

/// The bodies that a paper lists, in 建制順, each with the group it is counted in. Comes from a city profile.
public struct BodyOrder: Hashable, Sendable {
  public struct Body: Hashable, Sendable {
    public var name: String
    /// Abbreviations and other spellings; matched after folding, like the name.
    public var aliases: [String]
    /// 局等, 区役所; nil where it belongs to none.
    public var group: String?
    public init(name: String, aliases: [String] = [], group: String? = nil) {
      self.name = name
      self.aliases = aliases
      self.group = group
    }
  }

  /// In 建制順.
  public let bodies: [Body]
  private let positions: [String: Int]

  public init(_ bodies: [Body]) {
    self.bodies = bodies
    var positions: [String: Int] = [:]
    for (position, body) in bodies.enumerated() {
      for name in [body.name] + body.aliases where positions[TextFolding.fold(name)] == nil {
        positions[TextFolding.fold(name)] = position
      }
    }
    self.positions = positions
  }

  /// Where a spelling stands in `bodies`; nil for a body that the profile does not know: it is never guessed.
  public func position(of name: String) -> Int? { positions[TextFolding.fold(name)] }
}
