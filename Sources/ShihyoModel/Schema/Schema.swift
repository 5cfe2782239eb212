/// The columns of one table: what the descriptor says of them (Table Schema v2 and the `shihyo` key).
public struct Schema: Hashable, Sendable {
  public var fields: [Field]
  /// Applies to every field that has no list of its own.
  public var missingValues: [MissingValue]
  public var primaryKey: [String]
  public var uniqueKeys: [[String]]
  public var foreignKeys: [ForeignKey]
  public var fieldsMatch: FieldsMatch

  public enum FieldsMatch: String, Hashable, Sendable { case exact, equal, subset, superset, partial }

  public struct ForeignKey: Hashable, Sendable {
    public var fields: [String]
    /// nil: this resource itself.
    public var resource: String?
    public var referencedFields: [String]
    public init(fields: [String], resource: String?, referencedFields: [String]) {
      self.fields = fields
      self.resource = resource
      self.referencedFields = referencedFields
    }
  }

  public init(
    fields: [Field], missingValues: [MissingValue] = [MissingValue("")], primaryKey: [String] = [],
    uniqueKeys: [[String]] = [], foreignKeys: [ForeignKey] = [], fieldsMatch: FieldsMatch = .exact
  ) {
    self.fields = fields
    self.missingValues = missingValues
    self.primaryKey = primaryKey
    self.uniqueKeys = uniqueKeys
    self.foreignKeys = foreignKeys
    self.fieldsMatch = fieldsMatch
  }

  public func field(named name: String) -> Field? { fields.first { Label($0.name) == Label(name) } }
}

/// A text that stands for «no value», with its meaning where the descriptor gives one.
public struct MissingValue: Hashable, Sendable {
  public var value: String
  public var label: String?
  public init(_ value: String, label: String? = nil) {
    self.value = value
    self.label = label
  }
}
