import ShihyoModel

/// `3` or `"2-3"`: rows from 1, first and last.
enum RowRange {
  static func read(_ object: ObjectReader, _ key: String) -> ClosedRange<Int>? {
    guard let value = object.value(key) else { return nil }
    let text = ObjectReader.text(value.content) ?? ""
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    if let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first >= 1, last >= first {
      return first...last
    }
    object.log.add(DescriptorRule.wrongType(key: key, expected: .rows), at: value.position, text: text)
    return nil
  }
}
