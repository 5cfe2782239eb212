import ShihyoModel

/// Keys of a definition that hold an expression; its findings get the place of the expression in the file.
struct ExpressionFields {
  let object: ObjectReader

  func signedSum(_ key: String, required position: JSONPosition?) -> SignedSum? {
    text(key, required: position) { text throws(Findings) in try Expressions.signedSum(text) }
  }

  func columnName(_ key: String, required position: JSONPosition?) -> String? {
    text(key, required: position) { text throws(Findings) in try Expressions.columnName(text) }
  }

  /// `"番号,課題"`, or a list: `[番号, 課題]`.
  func keys(_ key: String) -> [GroupKey] {
    guard let value = object.value(key) else { return [] }
    if case .array = value.content {
      return (object.strings(key) ?? []).flatMap { item in
        parse(item.text, at: item.position) { text throws(Findings) in try Expressions.keys(text) } ?? []
      }
    }
    return text(key, required: nil) { text throws(Findings) in try Expressions.keys(text) } ?? []
  }

  /// One condition or a list of them; all must hold.
  func conditions(_ key: String) -> [Condition] {
    (object.strings(key, allowsSingle: true) ?? []).compactMap { item in
      parse(item.text, at: item.position) { text throws(Findings) in try Expressions.condition(text) }
    }
  }

  private func text<Result>(
    _ key: String, required position: JSONPosition?, _ read: (String) throws(Findings) -> Result
  ) -> Result? {
    guard let value = object.value(key) else {
      if let position { object.log.add(DescriptorRule.missingKey(key), at: position) }
      return nil
    }
    guard let text = object.string(key) else { return nil }
    return parse(text, at: value.position, read)
  }

  private func parse<Result>(
    _ text: String, at position: JSONPosition?, _ read: (String) throws(Findings) -> Result
  ) -> Result? {
    do {
      return try read(text)
    } catch {
      object.log.add(
        error.findings.map { finding in
          var finding = finding
          // The character within the expression, counted on from where the expression starts.
          let inside = if case .character(let number)? = finding.place.column { number - 1 } else { 0 }
          finding.place = object.log.place(
            position.map {
              JSONPosition(line: $0.line, character: $0.character + inside)
            })
          return finding
        })
      return nil
    }
  }
}
