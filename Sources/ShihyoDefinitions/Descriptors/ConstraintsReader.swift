import ShihyoModel
import _StringProcessing

/// Reads `constraints` of a field; a constraint that nobody would check is refused.
enum ConstraintsReader {
  static let patternLimit = 500
  static let keys = [
    "required", "unique", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength",
    "pattern", "enum",
  ]

  static func read(_ field: ObjectReader) -> Field.Constraints {
    var constraints = Field.Constraints()
    guard let object = field.object("constraints") else { return constraints }
    if let member = object.members.first(where: { $0.key == "jsonSchema" }) {
      object.log.add(DescriptorRule.notYetSupported(key: member.key), at: member.keyPosition, text: member.key)
    }
    object.refuseKeys(otherThan: keys + ["jsonSchema"])
    constraints.required = object.boolean("required") ?? false
    constraints.unique = object.boolean("unique") ?? false
    constraints.minimum = object.text("minimum")
    constraints.maximum = object.text("maximum")
    constraints.exclusiveMinimum = object.text("exclusiveMinimum")
    constraints.exclusiveMaximum = object.text("exclusiveMaximum")
    constraints.minLength = object.wholeNumber("minLength")
    constraints.maxLength = object.wholeNumber("maxLength")
    constraints.pattern = pattern(object)
    constraints.enumeration = enumeration(object)
    return constraints
  }

  private static func pattern(_ object: ObjectReader) -> String? {
    guard let pattern = object.string("pattern") else { return nil }
    let position = object.value("pattern")?.position
    guard pattern.unicodeScalars.count <= patternLimit else {
      object.log.add(DescriptorRule.patternTooLong(limit: patternLimit), at: position)
      return nil
    }
    guard (try? Regex(pattern)) != nil else {
      object.log.add(DescriptorRule.badPattern, at: position, text: pattern)
      return nil
    }
    return pattern
  }

  private static func enumeration(_ object: ObjectReader) -> [String]? {
    guard let items = object.list("enum") else { return nil }
    if items.isEmpty { object.log.add(DescriptorRule.emptyValue(key: "enum"), at: object.value("enum")?.position) }
    return items.compactMap { item in
      if let text = ObjectReader.text(item.content) { return text }
      object.log.add(DescriptorRule.wrongType(key: "enum", expected: .text), at: item.position)
      return nil
    }
  }
}
