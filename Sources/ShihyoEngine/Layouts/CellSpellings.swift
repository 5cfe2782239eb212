import ShihyoModel

/// The distinct spellings of the cells of a table, numbered: labels come again in most rows, and small numbers do too, so that
/// each spelling is decoded and looked at once.
///
/// - Cost: one look-up per cell; memory and all else in proportion to the distinct spellings.
struct CellSpellings: Sendable {
  private var table = ByteTable()
  private(set) var texts: [String] = []
  /// What each could be.
  private(set) var traits: [CellTraits] = []
  private(set) var areBlank: [Bool] = []

  var count: Int { texts.count }

  /// The number of a cell; one whose bytes do not belong to the encoding counts as empty.
  ///
  /// - Parameter decoder: of the file: what it is found to be does not change later.
  mutating func code(of bytes: UnsafeBufferPointer<UInt8>, _ decoder: CellDecoder) -> Int {
    let (code, isNew) = table.index(of: bytes)
    if isNew {
      let text = decoder.decode(bytes) ?? ""
      texts.append(text)
      traits.append(CellTraits(text))
      areBlank.append(TextFolding.isBlank(text))
    }
    return code
  }
}
