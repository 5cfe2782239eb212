public import ShihyoDefinitions
import ShihyoModel

extension ReportDocument {
  /// Adds what the descriptor says beside the figures of these columns, once where a table says it already.
  ///
  /// The notes are of one language, as their steward wrote them.
  public mutating func addDeclaredNotes(of found: FoundDataset, columns: [String]) {
    add(found.notes(ofColumns: columns))
  }

  /// The notes of the tables of a register, with all their columns.
  public mutating func addDeclaredNotes(of package: DataPackage) {
    add(package.notes + package.resources.flatMap { $0.notes + ($0.schema?.fields.flatMap(\.notes) ?? []) })
  }

  mutating func add(_ sentences: [String]) {
    for sentence in sentences where !TextFolding.isBlank(sentence) {
      let note = Bilingual(ja: sentence, en: sentence)
      if !notes.contains(note), !tables.contains(where: { $0.notes.contains(note) }) { notes.append(note) }
    }
  }
}
