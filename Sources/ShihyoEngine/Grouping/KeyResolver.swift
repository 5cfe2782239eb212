import ShihyoModel

/// Turns the codes of one key into its values once all records are seen, and names labels that look like one.
struct KeyResolver {
  private let reader: KeyReader
  private let used: [UInt32]
  /// The column turned out to be one of numbers only.
  private let isNumeric: Bool

  init(_ reader: KeyReader, used: [UInt32]) {
    self.reader = reader
    self.used = used
    let readings = reader.dictionary.numericReadings
    isNumeric =
      reader.plan.form == .value && !reader.units.isMixed && used.allSatisfy { readings[Int($0)] != .notANumber }
  }

  func value(of code: UInt32) -> KeyValue {
    guard isNumeric else { return reader.dictionary.values[Int(code)] }
    return switch reader.dictionary.numericReadings[Int(code)] {
    case .number(let number): .number(number)
    case .absent(let reason): .absent(reason)
    case .notANumber: reader.dictionary.values[Int(code)]
    }
  }

  /// A warning for every label that differs from an earlier one only after folding; both are groups of their own.
  func alikeLabels() -> [Finding] {
    guard reader.plan.form == .text, !reader.foldsLabels else { return [] }
    if case .options = reader.plan.source { return [] }
    var first: [Label: UInt32] = [:]
    var warnings: [Finding] = []
    for code in used.sorted() {
      guard case .text(let label) = reader.dictionary.values[Int(code)] else { continue }
      let folded = Label(TextFolding.fold(label.text))
      guard let earlier = first[folded] else {
        first[folded] = code
        continue
      }
      guard warnings.count < FindingLog.mostKept, let warning = alike(earlier, code) else { continue }
      warnings.append(warning)
    }
    return warnings
  }

  private func alike(_ earlier: UInt32, _ later: UInt32) -> Finding? {
    let dictionary = reader.dictionary
    guard case .text(let first) = dictionary.values[Int(earlier)],
      case .text(let second) = dictionary.values[Int(later)]
    else { return nil }
    let (firstPlace, place) = (dictionary.places[Int(earlier)], dictionary.places[Int(later)])
    let isPersonal = reader.isPersonal
    let rule = QueryRule.labelsAlike(
      column: reader.columnName, first: isPersonal ? "" : first.text, firstLine: firstPlace.line ?? 0,
      second: isPersonal ? "" : second.text, secondLine: place.line ?? 0)
    return Finding(rule, at: place, text: isPersonal ? nil : second.text)
  }
}

extension GroupTable {
  /// The codes of one key that stand in a group.
  func usedCodes(ofKey place: Int) -> [UInt32] {
    var used = Set<UInt32>()
    for group in 0..<index.count { used.insert(index.codes(of: group)[place]) }
    return Array(used)
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
