import ShihyoDefinitions
package import ShihyoModel

extension RunRecord {
  /// Reads a `run.json`.
  ///
  /// - Errors: no such file, no JSON, or a key that is missing or of another kind, with its line.
  package init(path: String) throws(Findings) {
    let value = try ShihyoDefinitions.JSONReader.read(try DefinitionFile.read(path), file: path)
    let object = try Members(value, path, "run.json")
    report = try object.text("report")
    engine = try object.text("engine")
    let spelled = try object.optionalText("period")
    period = spelled.flatMap { Period(machineSpelling: $0) }
    if spelled != nil, period == nil { throw object.refuse("period", object.position("period")) }
    parameters = [:]
    for member in try object.object("parameters").members {
      guard case .string(let text) = member.value.content else {
        throw object.refuse("parameters", member.value.position)
      }
      parameters[member.key] = text
    }
    inputs = []
    for item in try object.array("inputs") {
      let input = try Members(item, path, "inputs")
      inputs.append(
        Input(
          dataset: try input.text("dataset"), path: try input.text("path"), bytes: try input.number("bytes"),
          sha256: try input.text("sha256"), rows: try? input.number("rows"), rejected: try? input.number("rejected")))
    }
    if object.position("history") != nil {
      for item in try object.array("history") {
        guard case .string(let edition) = item.content else { throw object.refuse("history", item.position) }
        history.append(edition)
      }
    }
    if object.position("programs") != nil {
      for item in try object.array("programs") {
        let program = try Members(item, path, "programs")
        programs.append(Program(name: try program.text("name"), version: try program.text("version")))
      }
    }
    if object.position("published") != nil {
      let text = try object.text("published")
      guard let day = (try? TimeGrammar().read(text))?.value.last, day.description == text else {
        throw object.refuse("published", object.position("published"))
      }
      published = day
    }
    // Earlier editions have none.
    guard object.position("outputs") != nil else { return }
    for item in try object.array("outputs") {
      let output = try Members(item, path, "outputs")
      outputs.append(
        Output(path: try output.text("path"), bytes: try output.number("bytes"), sha256: try output.text("sha256")))
    }
  }
}

/// The members of one JSON object of a run record.
private struct Members {
  let members: [JSONMember]
  private let path: String
  private let own: JSONPosition?

  init(_ value: ShihyoDefinitions.JSONValue, _ path: String, _ key: String) throws(Findings) {
    guard case .object(let members) = value.content else {
      throw Findings([Finding(LedgerRule.runRecordUnreadable(key: key), at: Self.place(path, value.position))])
    }
    self.members = members
    self.path = path
    own = value.position
  }

  private func value(_ key: String) -> ShihyoDefinitions.JSONValue? { members.first { $0.key == key }?.value }

  func position(_ key: String) -> JSONPosition? { value(key)?.position }

  func text(_ key: String) throws(Findings) -> String {
    guard case .string(let text)? = value(key)?.content else { throw refuse(key, position(key)) }
    return text
  }

  func optionalText(_ key: String) throws(Findings) -> String? {
    if case .null? = value(key)?.content { return nil }
    return try text(key)
  }

  func number(_ key: String) throws(Findings) -> Int {
    guard case .number(let digits)? = value(key)?.content, let number = Int(digits) else {
      throw refuse(key, position(key))
    }
    return number
  }

  func object(_ key: String) throws(Findings) -> Members {
    guard let value = value(key) else { throw refuse(key, own) }
    return try Members(value, path, key)
  }

  func array(_ key: String) throws(Findings) -> [ShihyoDefinitions.JSONValue] {
    guard case .array(let items)? = value(key)?.content else { throw refuse(key, position(key)) }
    return items
  }

  func refuse(_ key: String, _ position: JSONPosition?) -> Findings {
    Findings([Finding(LedgerRule.runRecordUnreadable(key: key), at: Self.place(path, position ?? own))])
  }

  private static func place(_ path: String, _ position: JSONPosition?) -> Place {
    Place(file: path, line: position?.line, column: position.map { .character($0.character) })
  }
}
