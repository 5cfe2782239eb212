import ShihyoDefinitions
import ShihyoModel

/// One row of a table of a register, its cells by their role; a role that the table does not have is an empty text.
struct RegisterRow: Hashable {
  var cells: [RegisterDefinition.Role: String]
  /// Its file, and its line where records are lines.
  var place = Place()
  /// The as-of text before a word such as 記載なし was taken out.
  var asOfRead = ""

  subscript(_ role: RegisterDefinition.Role) -> String { cells[role] ?? "" }

  var id: Label { Label(self[.id]) }

  /// The day that the as-of text ends on, where it has none the last day of its year; nil where that cannot be read.
  var day: Int? {
    let text = self[.asOf].isEmpty ? self[.year] : self[.asOf]
    return (try? TimeGrammar().read(text).value)?.last.dayNumber
  }
}

extension KeyValue {
  /// As the cell stands in the source; a reason by its sign.
  var cellText: String {
    switch self {
    case .absent(.empty): ""
    case .absent(let reason): reason.sign(.ja)
    default: ReportTable.KeyCell(self).label.ja
    }
  }
}
