public import ShihyoModel

/// What is in a dataset, by content alone: files, columns, and what a person should know before using it.
public struct Profile: Hashable, Sendable {
  /// A label of a total among the data.
  public struct Total: Hashable, Sendable {
    public var column: Int
    public var text: String
    public var line: Int
    public var count: Int
  }
  /// Rows that are no data: how many, and the first one.
  public struct Rows: Hashable, Sendable {
    public var count: Int
    public var line: Int
    public var text: String
  }

  public var name: String
  public var files: [FileProfile]
  public var columns: [ColumnProfile]
  public var accounting: Accounting
  /// How the files were read: as asked for, and with the header where it was found.
  public var reading: ReadingOptions
  /// Set where the header is not on the first row and no flag said so; `isHeaderAdopted` tells whether it was read that way.
  public var headerGuess: HeaderGuess?
  public var isHeaderAdopted: Bool
  public var totals: [Total]
  /// How the table seems to be laid out; nil where rows are records, or the file is too large to be looked at as a whole.
  public var layout: LayoutGuess?
  /// 注, ※, 資料 under the table.
  public var notes: Rows?
  /// Records of empty cells only.
  public var emptyRecords: Rows?
  /// What reading found, by position, up to a limit; `findingCount` counts all.
  public var findings: [Finding]
  public var findingCount: Int
}

extension Profile {
  /// The same without a word from the cells of personal columns.
  func withoutPersonalTexts(_ schema: Schema?) -> Profile {
    guard let schema, schema.fields.contains(where: \.isPersonal) else { return self }
    var profile = self
    for index in columns.indices where schema.field(named: columns[index].name)?.isPersonal == true {
      profile.columns[index].example = nil
      profile.columns[index].smallest = nil
      profile.columns[index].largest = nil
      profile.columns[index].odd?.firstText = ""
      profile.columns[index].marks = []
    }
    profile.totals.removeAll { total in schema.field(named: columns[total.column].name)?.isPersonal == true }
    profile.notes?.text = ""
    profile.layout = nil
    for index in findings.indices { profile.findings[index].text = nil }
    return profile
  }
}
