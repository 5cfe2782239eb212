import ShihyoDefinitions
import ShihyoModel

/// `run.json` of an edition, read again: what it was computed from, and what was written.
struct RunFile: Sendable {
  struct Input: Hashable, Sendable {
    var dataset: String
    var path: String
    var sha256: String
    var line: Int?
  }
  struct Output: Hashable, Sendable {
    var path: String
    var bytes: Int
    var sha256: String
    var line: Int?
  }

  var period: String?
  var settings: [String: String] = [:]
  var inputs: [Input] = []
  var outputs: [Output] = []
  var path: String

  /// - Errors: no file, or no JSON of this form.
  init(path: String) throws(Findings) {
    self.path = path
    let value = try JSONReader.read(try DefinitionFile.read(path), file: path)
    guard case .object(let members) = value.content else {
      throw Findings([Finding(VerificationRule.runUnreadable, at: Place(file: path))])
    }
    for member in members {
      switch (member.key, member.value.content) {
      case ("period", .string(let text)): period = text
      case ("parameters", .object(let settings)):
        for setting in settings {
          if case .string(let text) = setting.value.content { self.settings[setting.key] = text }
        }
      case ("inputs", .array(let items)):
        inputs = items.compactMap { item in
          let texts = Self.texts(item)
          guard let dataset = texts["dataset"], let path = texts["path"], let digest = texts["sha256"] else {
            return nil
          }
          return Input(dataset: dataset, path: path, sha256: digest, line: item.position?.line)
        }
      case ("outputs", .array(let items)):
        outputs = items.compactMap { item in
          let texts = Self.texts(item)
          guard let path = texts["path"], let digest = texts["sha256"] else { return nil }
          return Output(
            path: path, bytes: Self.number("bytes", item), sha256: digest, line: item.position?.line)
        }
      default: break
      }
    }
  }

  private static func number(_ key: String, _ value: JSONValue) -> Int {
    guard case .object(let members) = value.content,
      case .number(let digits)? = members.first(where: { $0.key == key })?.value.content
    else { return 0 }
    return Int(digits) ?? 0
  }

  private static func texts(_ value: JSONValue) -> [String: String] {
    guard case .object(let members) = value.content else { return [:] }
    var texts: [String: String] = [:]
    for member in members { if case .string(let text) = member.value.content { texts[member.key] = text } }
    return texts
  }
}
