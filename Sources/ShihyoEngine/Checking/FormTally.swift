import ShihyoModel

/// Whether an undeclared column holds numbers or dates, but for a few cells: 3O4 among numbers, a number in a column of months.
///
/// - Evidence: five cells of the one form at least, and five for each of any other. Marks such as － and … are of no form.
struct FormTally: Sendable {
  enum Form: Sendable { case number, time, word }

  private struct Group: Sendable {
    var count = 0
    var first: KeyIndex.Stand?
    var text = ""
  }
  private var numbers = Group()
  private var times = Group()
  private var words = Group()
  private static let longest = 48

  /// nil for a remark, which is longer than any value.
  static func traits(of text: String) -> CellTraits? { text.utf8.count <= longest ? CellTraits(text) : nil }

  /// nil for a mark, which stands for a value of any form.
  static func form(_ traits: CellTraits) -> Form? {
    switch traits.kind {
    case .empty: return nil
    case .number: return .number
    case .time: return .time
    case .clock, .age, .text: return traits.mark == nil ? .word : nil
    }
  }

  /// Keeps the text that a form first stands in; called before its cell is counted.
  mutating func note(_ text: String, _ form: Form) {
    switch form {
    case .number: if numbers.count == 0 { numbers.text = text }
    case .time: if times.count == 0 { times.text = text }
    case .word: if words.count == 0 { words.text = text }
    }
  }

  mutating func add(_ form: Form, at stand: KeyIndex.Stand) {
    switch form {
    case .number: Self.add(&numbers, stand)
    case .time: Self.add(&times, stand)
    case .word: Self.add(&words, stand)
    }
  }

  private static func add(_ group: inout Group, _ stand: KeyIndex.Stand) {
    group.count += 1
    if group.first == nil { group.first = stand }
  }

  var finding: (CheckRule, KeyIndex.Stand)? {
    if let found = finding(.number, numbers, [times, words]) { return found }
    return finding(.time, times, [numbers, words])
  }

  private func finding(_ form: CheckRule.Form, _ most: Group, _ others: [Group]) -> (CheckRule, KeyIndex.Stand)? {
    let rest = others.reduce(0) { $0 + $1.count }
    guard most.count > 4, rest > 0, rest * 5 <= most.count else { return nil }
    let odd = others.filter { $0.count > 0 }.min { ($0.first?.line ?? 0) < ($1.first?.line ?? 0) }
    guard let odd, let stand = odd.first else { return nil }
    return (.otherForm(expected: form, text: odd.text, cells: rest, values: most.count + rest), stand)
  }
}
