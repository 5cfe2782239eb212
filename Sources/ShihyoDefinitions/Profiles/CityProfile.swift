public import ShihyoModel

/// What a city calls its own: its bodies in 建制順, with every spelling that its papers use.
///
/// No city's name stands in code; a profile is a file `profiles/NAME.json` beside the datasets or inside one.
public struct CityProfile: Hashable, Sendable {
  public struct Group: Hashable, Sendable {
    public var id: String
    public var label: Bilingual
    public init(id: String, label: Bilingual) {
      self.id = id
      self.label = label
    }
  }

  /// A bureau, ward office or committee.
  public struct Body: Hashable, Sendable {
    /// As declared, else its name, else its first abbreviation.
    public var id: String
    /// The full name; nil where no document gives it (記載なし).
    public var name: String?
    /// The English name, where there is an official one.
    public var english: String?
    public var abbreviations: [String]
    /// `id` of its group.
    public var group: String?

    public init(id: String, name: String?, english: String? = nil, abbreviations: [String], group: String?) {
      self.id = id
      self.name = name
      self.english = english
      self.abbreviations = abbreviations
      self.group = group
    }

    /// Full name first.
    public var spellings: [String] { (name.map { [$0] } ?? []) + abbreviations }
    public var label: Bilingual {
      let ja = name ?? abbreviations.first ?? id
      return Bilingual(ja: ja, en: english ?? ja)
    }
  }

  public let name: String
  public var title: Bilingual
  /// For papers: who answers questions.
  public var contact: String?
  /// In the order declared.
  public let groups: [Group]
  /// In 建制順.
  public let bodies: [Body]
  private let indexByFoldedName: [String: Int]

  /// Names that are spelled twice (after folding) are refused by the reader; here the first one counts.
  public init(name: String, title: Bilingual, contact: String? = nil, groups: [Group], bodies: [Body]) {
    self.name = name
    self.title = title
    self.contact = contact
    self.groups = groups
    self.bodies = bodies
    var index: [String: Int] = [:]
    for (position, body) in bodies.enumerated() {
      for spelling in [body.id] + body.spellings {
        let key = TextFolding.fold(spelling)
        if index[key] == nil { index[key] = position }
      }
    }
    indexByFoldedName = index
  }

  /// The body that a name or abbreviation means, after folding; nil is never guessed.
  public func body(named name: String) -> Body? { position(of: name).map { bodies[$0] } }

  /// Its place in 建制順, from 0.
  public func position(of name: String) -> Int? { indexByFoldedName[TextFolding.fold(name)] }

  public func group(of name: String) -> Group? {
    guard let id = body(named: name)?.group else { return nil }
    return groups.first { $0.id == id }
  }

  /// The names that no body has, each once, in the order given.
  public func unknownNames(in names: some Sequence<String>) -> [String] {
    var seen: Set<Label> = []
    return names.filter { position(of: $0) == nil && seen.insert(Label($0)).inserted }
  }

  /// Every spelling in 建制順, as the declared order of a column.
  var categories: [Field.Category] {
    bodies.flatMap { body in body.spellings.map { Field.Category(value: $0, label: body.label.ja) } }
  }
}
