import ShihyoModel

/// Reads a pattern for labels: `{月}`, `*計`, `births-{年}.csv`.
enum TemplateReader {
  static func read(_ object: ObjectReader, _ key: String) -> LabelTemplate? {
    guard let text = object.string(key) else { return nil }
    if let template = LabelTemplate(text) { return template }
    let rule = DescriptorRule.unsupportedValue(key: key, supported: "\"{月}\"、\"{性別}{年齢}\"、\"*計\"")
    object.log.add(rule, at: object.value(key)?.position, text: text)
    return nil
  }
}
