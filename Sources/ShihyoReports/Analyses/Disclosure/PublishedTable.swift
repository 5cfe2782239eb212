import ShihyoModel

/// The published counts of one thing, with what is hidden of them.
struct PublishedTable {
  struct Entry {
    /// nil stands for the total over a key.
    var labels: [String?]
    /// nil: hidden.
    var count: Int?
  }

  var name: String
  /// Names of the keys.
  var keys: [String]
  var entries: [Entry]
  /// How the report says a label that is a code.
  var words: [String: String] = [:]
  /// Whether there are categories that it does not print.
  private var hasOthers = false
  /// Whether there are later times that it does not print.
  private var isOpen = false

  init(name: String, keys: [String], entries: [Entry], words: [String: String] = [:]) {
    (self.name, self.keys, self.entries, self.words) = (name, keys, entries, words)
  }

  func words(_ entry: Entry) -> String {
    entry.labels.map { label in label.map { words[$0] ?? $0 } ?? "計" }.joined(separator: "・")
  }

  /// Without answers of unknown and no answer, which stand outside of some totals.
  var withoutUnknown: PublishedTable {
    var table = self
    table.entries = entries.filter { entry in
      !entry.labels.contains { label in label.map { CategoryClass(.text(Label($0))) == .unknown } ?? false }
    }
    return table
  }

  /// With later times that it does not print.
  var open: PublishedTable {
    var table = self
    table.isOpen = true
    return table
  }

  /// With categories that it does not print.
  var withOthers: PublishedTable {
    var table = open
    table.hasOthers = true
    return table
  }

  /// Of each key, in the order of the entries.
  var axes: [PublishedAxis] {
    var labels: [[String]] = Array(repeating: [], count: keys.count)
    for entry in entries {
      for (key, label) in entry.labels.enumerated() {
        if let label, !labels[key].contains(label) { labels[key].append(label) }
      }
    }
    return zip(keys, labels).map { key, labels in
      PublishedAxis(labels, isTime: key == Self.timeKey, hasOthers: hasOthers && key != Self.partKey, isOpen: isOpen)
    }
  }

  /// Names of keys of a ledger: the period, and the part of a share or the rest beside it.
  static let timeKey = "@period"
  static let partKey = "@part"

  /// A table for each label of a key, which then has no other.
  func apart(_ key: Int) -> [PublishedTable] {
    entries.map { $0.labels[key] }.uniqued.map { label in
      var table = self
      table.entries = entries.filter { $0.labels[key] == label }
      return table
    }
  }
}
