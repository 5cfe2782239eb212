import ShihyoModel

extension FoundDataset {
  /// What its steward says beside figures: of the package, of the table, and of the columns that are read.
  ///
  /// - Parameter columns: names as typed; those that the descriptor does not know have no notes.
  public func notes(ofColumns columns: [String]) -> [String] {
    let fields = columns.compactMap { dataset.schema?.field(named: $0) }
    var notes: [String] = []
    for note in (package?.notes ?? []) + (resource?.notes ?? []) + fields.flatMap(\.notes)
    where !TextFolding.isBlank(note) && !notes.contains(note) {
      notes.append(note)
    }
    return notes
  }

  /// The same notes that a draft has marked for a person to look at: what they are about is guessed.
  public func unconfirmed(ofColumns columns: [String]) -> [String] {
    notes(ofColumns: columns).filter { $0.contains(Self.unconfirmedWord) }
  }

  static let unconfirmedWord = "要確認"
}
