import ShihyoModel

/// Units as each language writes them. Those that Shihyo itself gives to figures have an English form; a unit of the data
/// (件, 千円) stays as its steward wrote it.
enum UnitText {
  static func name(_ unit: String, _ language: Language) -> String {
    guard language == .en else { return unit }
    return switch unit {
    case "％": "%"
    case "ポイント": "points"
    case "倍": "times"
    case "歳": "years"
    default: unit
    }
  }

  /// Directly after a number: `12件`, `12%`, `12 points`.
  static func beside(_ unit: String, _ language: Language) -> String {
    let name = name(unit, language)
    return (name.utf8.first.map { (0x61...0x7A).contains($0) } ?? false) ? " " + name : name
  }

  /// After a heading: `割合（％）`.
  static func inHeading(_ unit: String, _ language: Language) -> String {
    language == .ja ? "（\(unit)）" : " (\(name(unit, language)))"
  }

  /// The unit that follows a heading; nothing where the heading ends in it already: a ratio that the user called 稼働率(%).
  static func tail(of label: String, _ unit: String?, _ language: Language) -> String {
    guard let unit else { return "" }
    let ending = TextFolding.fold("(" + name(unit, language) + ")")
    return TextFolding.fold(label).hasSuffix(ending) ? "" : inHeading(unit, language)
  }

  /// A heading with its unit.
  static func heading(_ label: String, _ unit: String?, _ language: Language) -> String {
    label + tail(of: label, unit, language)
  }

  /// Above a table.
  static func line(_ unit: String, _ language: Language) -> String {
    language == .ja ? "（単位：\(unit)）" : "(unit: \(name(unit, language)))"
  }
}

extension ReportTable {
  /// Unit of each value column: as declared, else the one that all its numbers have. Goes through the rows once.
  var units: [String?] { ValueColumnFacts(self).units }

  /// Unit of one column.
  func unit(ofColumn column: Int) -> String? {
    valueColumns[column].unit ?? ValueColumnFacts(self, of: column..<column + 1).units[column]
  }

  /// The unit that stands above a table in text: that of all columns, or that of the first where at least one other shares it
  /// and the rest name units of their own (課題 beside ％).
  var leadingUnit: String? { leadingUnit(of: units) }

  /// - Parameter units: of the value columns.
  func leadingUnit(of units: [String?]) -> String? {
    if let shared = Self.sharedUnit(of: units) { return shared }
    guard spanners.isEmpty, units.allSatisfy({ $0 != nil }), let first = units.first, let leading = first,
      units.filter({ $0 == leading }).count > 1
    else { return nil }
    return leading
  }

  /// The unit of all value columns; nil if they differ or one has none. It then stands once, above the table.
  private static func sharedUnit(of units: [String?]) -> String? {
    let distinct = Set(units)
    return distinct.count == 1 ? distinct.first.flatMap { $0 } : nil
  }
}

extension Figure {
  var isNumber: Bool {
    switch value {
    case .exact, .decimal, .approximate: true
    case .text, .date, .absent, .undefined: false
    }
  }
}
