/// Which tables and columns of a data package make up an issue register (課題管理表): `shihyo.register` in the descriptor.
///
/// Nothing here knows a city: columns are found by the role that the steward gives them, words (完了, 記載なし) by their class.
/// The reference is Sources/Shihyo/Shihyo.docc/Register.md.
public struct RegisterDefinition: Hashable, Sendable {
  /// The tables that a register can have.
  public enum Table: String, Hashable, Sendable, CaseIterable {
    /// One row per issue; the only one that must be there.
    case issues
    /// One row per issue and document: numbers change from year to year, the id does not.
    case numbers
    /// One row per cell of the printed plans.
    case plan
    /// One row per remark on the progress.
    case progress
    /// One row per entry of a person: state or rank of an issue at a date.
    case states
    /// One row per entry of a person about a step of an issue.
    case entries
    /// One row per reading where a document disagrees with itself.
    case readings
  }

  /// What a column is to the register.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    case id, organisation, year, area, number, title, field, impact, urgency, state, rank
    case asOf = "as-of"
    /// What the document calls its areas; areas of different schemes are not the same thing.
    case scheme
    case step, row, place, heading, text, item, subject, document, line
    /// Who entered it.
    case author
  }

  /// What a word of progress says.
  public enum ProgressClass: String, Hashable, Sendable, CaseIterable {
    case complete
    case underWay = "under-way"
    case late
    case notDone = "not-done"
  }

  public struct Columns: Hashable, Sendable {
    public var resource: String
    public var names: [Role: String]
    public init(resource: String, names: [Role: String]) {
      self.resource = resource
      self.names = names
    }
  }

  /// One issue in two versions.
  public struct Versions: Hashable, Sendable {
    public var old: String
    public var new: String
    public init(old: String, new: String) {
      self.old = old
      self.new = new
    }
  }

  public var tables: [Table: Columns] = [:]
  public var versions: Versions?
  /// Words that say that the document states nothing: 記載なし.
  public var unstated: [String] = []
  public var words: [ProgressClass: [String]] = [:]
}

extension RegisterDefinition.Table {
  typealias Role = RegisterDefinition.Role

  var required: [Role] {
    switch self {
    case .issues: [.id, .organisation, .area, .number, .title]
    case .numbers: [.id, .asOf, .number]
    case .plan: [.id, .row, .place, .heading, .text]
    case .progress: [.id, .asOf, .text]
    case .states: [.id, .asOf]
    case .entries: [.id, .asOf, .item, .state]
    case .readings: [.id, .subject, .place, .text]
    }
  }

  var optional: [Role] {
    switch self {
    case .issues: [.year, .field, .impact, .urgency, .state]
    case .numbers: [.year, .organisation, .scheme, .title]
    case .plan: [.step]
    case .progress: [.item, .state]
    case .states: [.state, .rank, .author]
    case .entries: [.text, .author]
    case .readings: [.document, .line]
    }
  }
}
