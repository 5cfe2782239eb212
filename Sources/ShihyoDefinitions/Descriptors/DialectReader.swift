import ShihyoModel

/// Reads a table dialect into reading options. Whatever would change how bytes become records is taken or refused.
enum DialectReader {
  static func read(_ object: ObjectReader, into reading: inout ReadingOptions) {
    readGrammar(object, into: &reading)
    // Standard tools also write the grammar into an object of its own.
    if let own = object.object("csv") { readGrammar(own, into: &reading) }
    if let header = object.boolean("header") { reading.hasHeader = header }
    readHeaderRows(object, into: &reading)
    refuse(object, "headerJoin", supported: "\" \"") { $0 == .string(" ") }
    refuse(object, "commentChar", supported: "\"\"") { $0 == .string("") }
    refuse(object, "commentRows", supported: "[]") { $0 == .array([]) }
    refuse(object, "skipBlankRows", supported: "true") { $0 == .boolean(true) }
    refuse(object, "type", supported: "delimited") { $0 == .string("delimited") }
    for key in ["property", "itemType", "itemKeys", "sheetNumber", "sheetName", "table"] {
      guard let member = object.members.first(where: { $0.key == key }) else { continue }
      object.log.add(DescriptorRule.notYetSupported(key: key), at: member.keyPosition, text: key)
    }
  }

  private static func readGrammar(_ object: ObjectReader, into reading: inout ReadingOptions) {
    if let text = object.string("delimiter") {
      if let byte = delimiter(text) {
        reading.delimiter = byte
      } else {
        let rule = DescriptorRule.unsupportedValue(key: "delimiter", supported: "\",\" \";\" \"\\t\" \"|\"")
        object.log.add(rule, at: object.value("delimiter")?.position, text: text)
      }
    }
    refuse(object, "quoteChar", supported: "\"\\\"\"") { $0 == .string("\"") }
    refuse(object, "doubleQuote", supported: "true") { $0 == .boolean(true) }
    refuse(object, "escapeChar", supported: "\"\"") { $0 == .string("") }
    refuse(object, "nullSequence", supported: "\"\"（missingValues）") { $0 == .string("") }
    refuse(object, "skipInitialSpace", supported: "false") { $0 == .boolean(false) }
    refuse(object, "lineTerminator", supported: "\"\\r\\n\" \"\\n\" \"\\r\"") {
      [.string("\r\n"), .string("\n"), .string("\r")].contains($0)
    }
  }

  /// One byte of ASCII that is neither a quote nor a line break.
  private static func delimiter(_ text: String) -> UInt8? {
    let bytes = Array(text.utf8)
    guard bytes.count == 1, bytes[0] < 0x80, ![0, 0x0A, 0x0D, 0x22].contains(bytes[0]) else { return nil }
    return bytes[0]
  }

  /// Row numbers from 1, one after the other.
  private static func readHeaderRows(_ object: ObjectReader, into reading: inout ReadingOptions) {
    guard let items = object.list("headerRows") else { return }
    let numbers = items.compactMap { item -> Int? in
      if case .number(let digits) = item.content { Int(digits) } else { nil }
    }
    guard numbers.count == items.count, let first = numbers.first, let last = numbers.last, first >= 1,
      last < 1000, numbers == Array(first...max(first, last))
    else {
      let rule = DescriptorRule.unsupportedValue(key: "headerRows", supported: "[1], [4, 5]")
      object.log.add(rule, at: object.value("headerRows")?.position)
      return
    }
    reading.headerRows = first...last
  }

  private static func refuse(
    _ object: ObjectReader, _ key: String, supported: String, unless isFine: (JSONValue.Content) -> Bool
  ) {
    guard let value = object.value(key), !isFine(value.content) else { return }
    object.log.add(
      DescriptorRule.unsupportedValue(key: key, supported: supported), at: value.position,
      text: ObjectReader.text(value.content))
  }
}
