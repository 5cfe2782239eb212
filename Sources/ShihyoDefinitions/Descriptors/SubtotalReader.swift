import ShihyoModel

/// Reads one kind of total rows: what tells them, which rows they are the sum of, and what is compared.
struct SubtotalReader {
  let object: ObjectReader

  private var log: FindingLog { object.log }

  func read() -> TableShape.Subtotal? {
    object.refuseKeys(otherThan: ShapeReader.subtotalKeys)
    guard let match = match() else { return nil }
    var subtotal = TableShape.Subtotal(match: match)
    subtotal.by = object.strings("by", allowsSingle: true)?.map(\.text) ?? []
    subtotal.parts = object.choice("parts", TableShape.Subtotal.Parts.self) ?? .all
    subtotal.columns = object.strings("columns", allowsSingle: true)?.map(\.text)
    if let text = object.text("tolerance") {
      if let tolerance = ExactDecimal(text), tolerance >= ExactDecimal(0) {
        subtotal.tolerance = tolerance
      } else {
        log.add(
          DescriptorRule.unsupportedValue(key: "tolerance", supported: "0、1、0.5"),
          at: object.value("tolerance")?.position, text: text)
      }
    }
    return subtotal
  }

  private func match() -> TableShape.RowMatch? {
    let ways = ["labels", "pattern", "where"].filter { object.value($0) != nil }
    guard ways.count == 1 else {
      log.add(DescriptorRule.oneOf(["labels", "pattern", "where"]), at: object.position)
      return nil
    }
    if ways[0] == "where" { return conditions() }
    if object.value("column") == nil { log.add(DescriptorRule.missingKey("column"), at: object.position) }
    guard let column = object.string("column") else { return nil }
    if ways[0] == "pattern" { return TemplateReader.read(object, "pattern").map { .pattern(column: column, $0) } }
    guard let labels = object.strings("labels", allowsSingle: true)?.map(\.text) else { return nil }
    if labels.isEmpty { log.add(DescriptorRule.emptyValue(key: "labels"), at: object.value("labels")?.position) }
    return .labels(column: column, labels)
  }

  private func conditions() -> TableShape.RowMatch? {
    guard let items = object.strings("where", allowsSingle: true) else { return nil }
    if items.isEmpty { log.add(DescriptorRule.emptyValue(key: "where"), at: object.value("where")?.position) }
    var read: [Condition] = []
    for (text, position) in items {
      do throws(Findings) {
        read.append(try Expressions.condition(text))
      } catch {
        for var finding in error.findings {
          finding.place = log.place(position)
          finding.text = text
          log.add([finding])
        }
      }
    }
    return read.count == items.count && !items.isEmpty ? .conditions(read) : nil
  }
}
