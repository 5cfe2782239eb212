import ShihyoDefinitions
import ShihyoModel

/// What people entered about the progress: for each issue the newest entry not later than a day.
struct ProgressEntries {
  /// By day, of one day as they stand.
  private let entries: [RegisterRow]
  /// Days of entries, the oldest first, each once.
  let days: [Int]

  init(_ dated: [RegisterRow]) {
    entries = dated
    var days: [Int] = []
    for entry in dated { if let day = entry.day, days.last != day { days.append(day) } }
    self.days = days
  }

  /// The entry that holds at the end of `day`; nil where none was made for the role.
  func entry(of id: Label, _ role: RegisterDefinition.Role, at day: Int) -> RegisterRow? {
    entries.last { $0.id == id && ($0.day ?? .max) <= day && !$0[role].isEmpty }
  }

  /// How the register spells the day: the text of the newest entry that ends on it.
  func spelling(of day: Int) -> String { entries.last { ($0.day ?? .max) <= day }?[.asOf] ?? "" }
}
