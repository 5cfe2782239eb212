import ShihyoModel
import Yams

/// Turns the nodes of a sound YAML text into values with places, and notes everything that is not allowed.
struct YAMLWalk {
  let file: String?
  private(set) var findings: [Finding] = []

  init(file: String?) { self.file = file }

  mutating func value(_ node: Node, depth: Int) -> JSONValue {
    let position = node.mark.map { JSONPosition(line: $0.line, character: $0.column) }
    guard depth <= YAMLReader.depthLimit else {
      refuse(.tooDeep(limit: YAMLReader.depthLimit), at: position)
      return JSONValue(.null, at: position)
    }
    if let anchor = node.anchor { refuse(.anchor, at: position, text: anchor.rawValue) }
    switch node {
    case .scalar(let scalar): return JSONValue(content(scalar, at: position), at: position)
    case .sequence(let items):
      checkTag(items.tag, at: position)
      return JSONValue(.array(items.map { value($0, depth: depth + 1) }), at: position)
    case .mapping(let pairs):
      checkTag(pairs.tag, at: position)
      return JSONValue(.object(pairs.compactMap { member($0.key, $0.value, depth: depth) }), at: position)
    case .alias:
      refuse(.anchor, at: position)
      return JSONValue(.null, at: position)
    }
  }

  private mutating func member(_ key: Node, _ node: Node, depth: Int) -> JSONMember? {
    let position = key.mark.map { JSONPosition(line: $0.line, character: $0.column) }
    guard case .scalar(let scalar) = key else {
      refuse(.keyIsNoText, at: position)
      return nil
    }
    if let anchor = key.anchor { refuse(.anchor, at: position, text: anchor.rawValue) }
    if scalar.style == .plain, scalar.string == "<<" {
      refuse(.mergeKey, at: position)
      return nil
    }
    // To YAML it is the first letter of the key, which then stands a level too high.
    if scalar.style == .plain, scalar.string.first == "\u{3000}" {
      refuse(.wideSpace, at: position)
      return nil
    }
    return JSONMember(scalar.string, value(node, depth: depth + 1), at: position)
  }

  private mutating func content(_ scalar: Node.Scalar, at position: JSONPosition?) -> JSONValue.Content {
    guard scalar.style == .plain else { return .string(scalar.string) }
    checkTag(scalar.tag, at: position)
    switch scalar.string {
    case "", "~", "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default:
      return JSONReader.isNumber(Array(scalar.string.utf8)) ? .number(scalar.string) : .string(scalar.string)
    }
  }

  private mutating func checkTag(_ tag: Tag, at position: JSONPosition?) {
    let name = tag.description
    if name != Tag.Name.implicit.rawValue { refuse(.tag, at: position, text: name) }
  }

  private mutating func refuse(_ rule: YAMLRule, at position: JSONPosition?, text: String? = nil) {
    let place = Place(file: file, line: position?.line, column: position.map { .character($0.character) })
    findings.append(Finding(rule, at: place, text: text))
  }
}
