import ShihyoModel

/// Turns the codes of one key into its values once all records are seen, and names labels that look like one.
///
/// A class, since it is asked millions of times: a copy of what a `KeyReader` holds costs more than an answer.
final class KeyResolver: Sendable {
  private let reader: KeyReader
  /// Per code, whether it stands in a group.
  private let used: [Bool]
  /// The column turned out to be one of numbers only.
  private let isNumeric: Bool

  init(_ reader: KeyReader, used: [Bool]) {
    self.reader = reader
    self.used = used
    let readings = reader.dictionary.numericReadings
    isNumeric =
      reader.plan.form == .value && !reader.units.isMixed
      && used.indices.allSatisfy { !used[$0] || readings[$0] != .notANumber }
  }

  func value(of code: UInt32) -> KeyValue {
    guard isNumeric else { return reader.dictionary.value(of: code) }
    return switch reader.dictionary.numericReadings[Int(code)] {
    case .number(let number): .number(number)
    case .absent(let reason): .absent(reason)
    case .notANumber: reader.dictionary.value(of: code)
    }
  }

  /// Beyond as many labels the column holds names or numbers of cases, and only folding is compared.
  private static let mostLikened = 50_000

  /// Beyond as many labels an undeclared column is none of periods.
  private static let mostRead = 5_000

  /// A warning for every label that a person would take for an earlier one; both are groups of their own.
  func alikeLabels() -> [Finding] {
    guard reader.plan.form == .text, !reader.foldsLabels else { return [] }
    if case .options = reader.plan.source { return [] }
    let likens = used.count <= Self.mostLikened
    // Most labels fold to themselves: only where some do not is it asked which have become alike.
    guard (0..<UInt32(used.count)).contains(where: { used[Int($0)] && isChanged($0, likens: likens) }) else {
      return []
    }
    let labels = { QueryRule.labelsAlike(column: $0, first: $1, firstLine: $2, second: $3, secondLine: $4) }
    var folded = ByteTable()
    var first: [UInt32] = []
    var warnings: [Finding] = []
    for code in reader.dictionary.codesInOrder where used[Int(code)] {
      guard case .text(let label) = reader.dictionary.value(of: code) else { continue }
      var text = likens ? LabelLikeness.form(of: label.text) : TextFolding.fold(label.text)
      let (number, isNew) = text.withUTF8 { folded.index(of: $0) }
      if isNew {
        first.append(code)
      } else if warnings.count < FindingLog.mostKept, let warning = alike(first[number], code, labels) {
        warnings.append(warning)
      }
    }
    return warnings
  }

  /// A warning for every label of a column of times that means the same as an earlier one, and looks different.
  func alikePeriods() -> [Finding] {
    guard reader.plan.form == .text, case .single(let column) = reader.plan.source,
      column.kind == .time || column.kind == .undeclared && used.count <= Self.mostRead
    else { return [] }
    var first: [TimeValue: (code: UInt32, folded: Label)] = [:]
    var warnings: [Finding] = []
    for code in reader.dictionary.codesInOrder where used[Int(code)] && warnings.count < FindingLog.mostKept {
      guard case .text(let label) = reader.dictionary.value(of: code) else { continue }
      guard let time = Self.time(label.text, column) else { continue }
      let folded = Label(TextFolding.fold(label.text))
      guard let earlier = first[time] else {
        first[time] = (code, folded)
        continue
      }
      // What differs in width only is said of labels already, or is one group.
      if earlier.folded == folded { continue }
      let rule = { QueryRule.periodsAlike(column: $0, first: $1, firstLine: $2, second: $3, secondLine: $4) }
      if let warning = alike(earlier.code, code, rule) { warnings.append(warning) }
    }
    return warnings
  }

  /// A warning for every year whose January seems to be an October without its zero.
  func lostZeros() -> [Finding] {
    reader.dottedMonths.suspects.map { suspect in
      let text = reader.isPersonal ? "" : suspect.text
      let rule = QueryRule.lostZero(column: reader.columnName, text: text, line: suspect.stand.line ?? 0)
      return Finding(rule, at: suspect.stand, text: reader.isPersonal ? nil : text)
    }
  }

  private static func time(_ text: String, _ column: TouchedColumn) -> TimeValue? {
    guard column.kind == .time else { return FormTally.traits(of: text)?.plainTime }
    var unheard: [Finding] = []
    guard case .value(let time) = column.time(text, warnings: &unheard) else { return nil }
    return time
  }

  private func isChanged(_ code: UInt32, likens: Bool) -> Bool {
    let isPlain = reader.dictionary.withText(of: code) { bytes in
      likens
        ? LabelLikeness.isPlain(bytes)
        : bytes.allSatisfy { $0 < 0x80 } && bytes.first != 0x20 && bytes.last != 0x20
    }
    guard let isPlain else { return false }
    if isPlain { return false }
    guard case .text(let label) = reader.dictionary.value(of: code) else { return false }
    return Label(likens ? LabelLikeness.form(of: label.text) : TextFolding.fold(label.text)) != label
  }

  private func alike(
    _ earlier: UInt32, _ later: UInt32, _ rule: (String, String, Int, String, Int) -> QueryRule
  ) -> Finding? {
    let dictionary = reader.dictionary
    guard case .text(let first) = dictionary.value(of: earlier), case .text(let second) = dictionary.value(of: later)
    else { return nil }
    let (firstPlace, place) = (dictionary.place(of: earlier), dictionary.place(of: later))
    let isPersonal = reader.isPersonal
    let found = rule(
      reader.columnName, isPersonal ? "" : first.text, firstPlace.line ?? 0, isPersonal ? "" : second.text,
      place.line ?? 0)
    return Finding(found, at: place, text: isPersonal ? nil : second.text)
  }
}

extension GroupTable {
  /// Per code of one key, below `count`, whether it stands in a group.
  func usedCodes(ofKey place: Int, count: Int) -> [Bool] {
    var used = [Bool](repeating: false, count: count)
    for group in 0..<index.count { used[Int(index.code(ofKey: place, in: group))] = true }
    return used
  }
}

extension KeyReader {
  var columnName: String {
    switch plan.source {
    case .single(let column), .split(let column, _): column.name
    case .options(let columns): columns.map(\.name).joined(separator: "+")
    }
  }
  /// The column says `labels: fold`.
  var foldsLabels: Bool {
    switch plan.source {
    case .single(let column), .split(let column, _): plan.form == .text && column.field?.labels == .fold
    case .options: false
    }
  }
  var isPersonal: Bool {
    switch plan.source {
    case .single(let column), .split(let column, _): column.field?.isPersonal == true
    case .options: false
    }
  }
  /// The codes behind a tag that is not refused.
  func codes(of tag: Tag) -> [UInt32] { tag.list.map { lists[$0] } ?? [tag.bits] }
}
