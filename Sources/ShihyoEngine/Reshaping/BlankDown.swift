import ShihyoModel

/// Gives blank key cells what stands above them, as merged cells of a spreadsheet leave it.
///
/// 〃, 同上 and 々 mean the same. Another value in an outer column ends what the inner columns carry: a new ward has no centre yet.
struct BlankDown {
  private let columns: [Int]
  private var carried: [[UInt8]?]
  static let ditto: Set<String> = ["〃", "\"", "″", "々", "同上", "仝", "同", "同じ"]

  init(_ columns: [Int]) {
    self.columns = columns
    carried = Array(repeating: nil, count: columns.count)
  }

  /// - Returns: columns that are blank with nothing above.
  mutating func fill(_ row: inout RowText, _ arena: FieldArena) -> [Int] {
    var empty: [Int] = []
    for (place, column) in columns.enumerated() {
      let bytes = row.bytes(column, in: arena)
      if !RowText.isBlank(bytes), !Self.isDitto(bytes) {
        if carried[place]?.elementsEqual(bytes) == true { continue }
        carried[place] = Array(bytes)
        for inner in carried.indices where inner > place { carried[inner] = nil }
      } else if let above = carried[place] {
        row.cells[column] = above.withUnsafeBufferPointer { arena.store($0) }
      } else {
        empty.append(column)
      }
    }
    return empty
  }

  private static func isDitto(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count <= 6 && ditto.contains(TextFolding.fold(String(decoding: bytes, as: UTF8.self)))
  }
}
