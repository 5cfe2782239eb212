import ShihyoModel

/// Turns the bytes of a cell into the code of its key value; each spelling is decoded and read once.
///
/// Note to the next reader: a `Tag` is the whole answer for a spelling, so that a record costs one look-up. Codes are numbers of the
/// dictionary; a set upper bit leads to a list of codes (several answers) or to what is wrong with the cell. The cache of
/// spellings is dropped between blocks once it is large; the dictionary stays, it is the result.
struct KeyReader: Sendable {
  struct Tag: Sendable {
    let bits: UInt32
    static let listBit: UInt32 = 1 << 31
    static let refusedBit: UInt32 = 1 << 30
    /// Of a record that no query counts; never looked at.
    static let unread = Tag(bits: 0)
    var isCode: Bool { bits & (Self.listBit | Self.refusedBit) == 0 }
    var list: Int? { bits & Self.listBit != 0 ? Int(bits & ~Self.listBit) : nil }
    var refusal: Int? { bits & Self.refusedBit != 0 ? Int(bits & ~Self.refusedBit) : nil }
  }

  let plan: KeyPlan
  var dictionary: KeyDictionary
  private(set) var refusals: [Refusal] = []
  /// What the values of a measure carry where nothing is declared.
  var units = OwnUnits()
  /// Of a key of periods, the texts that are months with a point.
  private(set) var dottedMonths = DottedMonths<Place>()
  /// The codes of a cell with several answers, each once.
  private(set) var lists: [[UInt32]] = []
  private var spellings = ByteTable()
  private var tags: [Tag] = []
  private var knownLists: [[UInt32]: Int] = [:]
  /// Per option column: spelling → ticked (1), not ticked (0), or refused (2 and more).
  var options: [ByteTable] = []
  var optionStates: [[Int]] = []
  var decoder = CellDecoder(.utf8)
  /// A cell that is a label is its own spelling: such spellings stand in the dictionary and nowhere else.
  private var isVerbatim = false
  /// Every cell that is not empty is one.
  private let takesAnyText: Bool

  init(_ plan: KeyPlan) {
    self.plan = plan
    if case .single(let column) = plan.source {
      takesAnyText = plan.takesAnyText(of: column)
    } else {
      takesAnyText = false
    }
    dictionary = KeyDictionary(keepsPlaces: plan.form == .text)
    if case .options(let columns) = plan.source {
      options = columns.map { _ in ByteTable() }
      optionStates = columns.map { _ in [] }
      // The options are groups in the order of the columns.
      for column in columns { _ = dictionary.code(of: .text(Label(column.name)), place: Place()) }
    }
  }

  /// Forgets spellings where there are too many, or where the next block is of another encoding. Tags are referred to within one
  /// block only. Plain texts are the result itself, so their spellings stay.
  mutating func prepareForBlock(_ decoder: CellDecoder) {
    let limit = 1 << 17
    let isChanged = decoder.encoding != self.decoder.encoding
    self.decoder = decoder
    if case .single = plan.source { isVerbatim = plan.form == .text && decoder.encoding == .utf8 }
    let isPlainText = plan.form == .text && decoder.encoding == .utf8 && lists.isEmpty && options.isEmpty
    let isLarge = max(spellings.count, lists.count, refusals.count, options.map(\.count).max() ?? 0) > limit
    guard isChanged || (isLarge && !isPlainText) else { return }
    spellings.removeAll()
    tags.removeAll()
    lists.removeAll()
    knownLists.removeAll()
    refusals.removeAll()
    for place in options.indices {
      options[place].removeAll()
      optionStates[place].removeAll()
    }
  }

  /// The tag of one cell.
  @inline(__always)
  mutating func tag(
    of bytes: UnsafeBufferPointer<UInt8>, in column: TouchedColumn, place: @autoclosure () -> Place,
    warnings: inout [Finding]
  ) -> Tag {
    if isVerbatim, takesAnyText, !bytes.isEmpty {
      // A text that is no UTF-8 is never known.
      if let code = dictionary.code(ofText: bytes, place: place()) { return Tag(bits: code) }
    } else if isVerbatim, let code = dictionary.knownCode(ofText: bytes) {
      return Tag(bits: code)
    }
    if let known = spellings.known(bytes) { return tags[known] }
    let tag = read(bytes, in: column, place: place(), warnings: &warnings)
    if isVerbatim, tag.isCode, dictionary.knownCode(ofText: bytes) != nil { return tag }
    _ = spellings.index(of: bytes)
    tags.append(tag)
    return tag
  }

  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, in column: TouchedColumn, place: Place, warnings: inout [Finding]
  ) -> Tag {
    guard let text = decoder.decode(bytes) else { return refuse(.invalidBytes(column)) }
    guard case .split(_, let separator) = plan.source else {
      switch code(of: text, in: column, place: place, warnings: &warnings) {
      case .success(let code): return Tag(bits: code)
      case .failure(let finding): return refuse(.finding(finding))
      }
    }
    var codes: [UInt32] = []
    var folded = Set<Label>()
    if column.reason(of: text) == nil {
      for answer in text.answers(separatedBy: separator) {
        // One answer in two spellings counts once, as it will be one group.
        if foldsLabels, !folded.insert(Label(TextFolding.fold(answer))).inserted { continue }
        switch code(of: answer, in: column, place: place, warnings: &warnings) {
        case .success(let code): if !codes.contains(code) { codes.append(code) }
        case .failure(let finding): return refuse(.finding(finding))
        }
      }
    }
    if codes.isEmpty {
      codes = [dictionary.code(of: .absent(column.reason(of: text) ?? .empty), place: place, numeric: absentNumeric)]
    }
    return codes.count == 1 ? Tag(bits: codes[0]) : list(codes)
  }

  mutating func merge(_ other: KeyReader) -> [UInt32] {
    units.merge(other.units)
    dottedMonths.merge(other.dottedMonths)
    return dictionary.merge(other.dictionary)
  }

  private var absentNumeric: KeyDictionary.NumericReading? { plan.form == .value ? .absent(.empty) : nil }

  private mutating func code(
    of text: String, in column: TouchedColumn, place: Place, warnings: inout [Finding]
  ) -> Result<UInt32, Finding> {
    let value: KeyValue
    switch plan.read(text, in: column, units: &units, at: place, warnings: &warnings) {
    case .refused(let finding): return .failure(finding)
    case .absent(let reason): value = .absent(reason)
    case .value(let read): value = read
    }
    if case .period = value { dottedMonths.note(text, at: place) }
    let numeric = plan.numericReading(text, in: column, units: &units, at: place)
    return .success(dictionary.code(of: value, place: place, numeric: numeric))
  }

  mutating func list(_ codes: [UInt32]) -> Tag {
    if let known = knownLists[codes] { return Tag(bits: Tag.listBit | UInt32(known)) }
    knownLists[codes] = lists.count
    lists.append(codes)
    return Tag(bits: Tag.listBit | UInt32(lists.count - 1))
  }

  private mutating func refuse(_ refusal: Refusal) -> Tag {
    Tag(bits: Tag.refusedBit | UInt32(refusalIndex(refusal)))
  }

  mutating func refusalIndex(_ refusal: Refusal) -> Int {
    refusals.append(refusal)
    return refusals.count - 1
  }
}
