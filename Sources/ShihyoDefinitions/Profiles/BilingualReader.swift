import ShihyoModel

/// A text for people: `"局等"`, or `{"ja": "局等", "en": "Bureaus"}`.
enum BilingualReader {
  static func read(_ object: ObjectReader, _ key: String) -> Bilingual? {
    guard let value = object.value(key) else { return nil }
    if case .string(let text) = value.content { return Bilingual(ja: text, en: text) }
    guard case .object = value.content, let reader = ObjectReader(value, key: key, log: object.log) else {
      object.log.add(DescriptorRule.wrongType(key: key, expected: .stringOrObject), at: value.position)
      return nil
    }
    reader.refuseKeys(otherThan: ["ja", "en"])
    guard let ja = reader.string("ja") else {
      if reader.value("ja") == nil { object.log.add(DescriptorRule.missingKey("ja"), at: value.position) }
      return nil
    }
    return Bilingual(ja: ja, en: reader.string("en") ?? ja)
  }
}
