import ShihyoModel

/// What is written well and says nothing that data could ever meet.
extension BlockReader {
  /// One column as rows and as columns is no table.
  func refuseTwice(_ named: [(key: String, keys: [GroupKey])], of object: ObjectReader) {
    var seen: Set<Label> = []
    for (key, keys) in named {
      var start = object.value(key)?.position
      for column in keys {
        let name = column.machineName
        let place = log.position(of: name, from: start) ?? start
        if !seen.insert(Label(name)).inserted { log.add(ReportRule.columnTwice(name), at: place, text: name) }
        start = place.map { JSONPosition(line: $0.line, character: $0.character + name.count) }
      }
    }
  }

  /// The conditions of `where`, all of which must hold at once.
  func conditions(_ object: ObjectReader) -> [Condition] {
    let conditions = ExpressionFields(object: object).conditions("where")
    refuseTwoValues(conditions, at: object.value("where")?.position, log)
    return conditions
  }

  func refuseTwoValues(_ conditions: [Condition], at position: JSONPosition?, _ log: FindingLog) {
    guard let (rule, text) = ReportRule.twoValues(of: conditions) else { return }
    log.add(rule, at: log.position(of: text, from: position) ?? position, text: text)
  }
}

extension ReportRule {
  /// `区=甲区` and `区=乙区` together, with the second as it is to be shown; nil: nothing contradicts.
  static func twoValues(of conditions: [Condition]) -> (rule: ReportRule, text: String)? {
    for (place, one) in conditions.enumerated() where one.chooses {
      for other in conditions[..<place] where other.chooses && Label(other.column) == Label(one.column) {
        guard one.grain == other.grain, TextFolding.fold(one.values[0]) != TextFolding.fold(other.values[0]) else {
          continue
        }
        return (.twoValues(column: one.column, other.values[0], one.values[0]), one.values[0])
      }
    }
    return nil
  }
}

extension Condition {
  /// One value, and no other.
  fileprivate var chooses: Bool { comparison == .equal && values.count == 1 }
}
