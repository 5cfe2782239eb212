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

  /// A title, or a list, in which nothing stands.
  func refuseBlank(_ key: String, of object: ObjectReader) {
    let isBlank =
      switch object.value(key)?.content {
      case .string(let text)?: TextFolding.isBlank(text)
      case .array(let items)?: items.isEmpty
      default: false
      }
    if isBlank { log.add(DescriptorRule.emptyValue(key: key), at: object.value(key)?.position) }
  }

  /// A list that holds something twice.
  ///
  /// - Parameter meaning: what an entry means, where it can be spelled in several ways; nil: nothing.
  func refuseDoubled<Meaning: Hashable>(
    _ key: String, of object: ObjectReader, meaning: (String) -> Meaning?
  ) {
    guard case .array(let items)? = object.value(key)?.content else { return }
    var seen: Set<Meaning> = []
    for item in items {
      guard case .string(let text) = item.content, let meant = meaning(text), !seen.insert(meant).inserted else {
        continue
      }
      log.add(ReportRule.entryTwice(key: key, text), at: item.position, text: text)
    }
  }

  func refuseDoubled(_ key: String, of object: ObjectReader) { refuseDoubled(key, of: object) { Label($0) } }

  /// Tables and charts of a section are known by their names: one without a name has that of the section.
  func refuseSameNames(_ blocks: [JSONValue], section: String) {
    var seen: Set<String> = []
    var unnamed: [(name: String, position: JSONPosition?)] = []
    for block in blocks {
      guard case .object(let members) = block.content, let member = members.first,
        Self.namedKinds.contains(member.key), case .object(let own) = member.value.content
      else { continue }
      guard let name = own.first(where: { $0.key == "name" })?.value, case .string(let text) = name.content else {
        unnamed.append((member.key == "chart" ? section + "-chart" : section, member.keyPosition))
        continue
      }
      if !seen.insert(text).inserted { log.add(ReportRule.tableTwice(text), at: name.position, text: text) }
    }
    // Two tables without a name are told apart by their order alone, as they always were.
    for (name, position) in unnamed where seen.contains(name) {
      log.add(ReportRule.tableTwice(name), at: position, text: name)
    }
  }

  private static let namedKinds: Set<String> = ["table", "figures", "ranks", "changes", "rows", "matrix", "chart"]

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
