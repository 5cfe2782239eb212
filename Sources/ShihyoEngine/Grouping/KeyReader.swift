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
  private(set) var dictionary: KeyDictionary
  private(set) var refusals: [Refusal] = []
  /// What the values of a measure carry where nothing is declared.
  private(set) var units = OwnUnits()
  /// The codes of a cell with several answers, each once.
  private(set) var lists: [[UInt32]] = []
  private var spellings = ByteTable()
  private var tags: [Tag] = []
  private var knownLists: [[UInt32]: Int] = [:]
  /// Per option column: spelling → ticked (1), not ticked (0), or refused (2 and more).
  private var options: [ByteTable] = []
  private var optionStates: [[Int]] = []
  private var decoder = CellDecoder(.utf8)

  init(_ plan: KeyPlan) {
    self.plan = plan
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
    let (spelling, isNew) = spellings.index(of: bytes)
    if !isNew { return tags[spelling] }
    let tag = read(bytes, in: column, place: place(), warnings: &warnings)
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

  /// The tag of a record's option columns; `states` has one entry per column.
  mutating func tag(ofOptions states: [Int], place: @autoclosure () -> Place) -> Tag {
    var codes: [UInt32] = []
    for (option, state) in states.enumerated() {
      if state >= 2 { return Tag(bits: Tag.refusedBit | UInt32(state - 2)) }
      if state == 1 { codes.append(dictionary.code(of: .text(optionLabel(option)), place: place())) }
    }
    if codes.isEmpty { codes = [dictionary.code(of: .absent(.empty), place: place())] }
    return codes.count == 1 ? Tag(bits: codes[0]) : list(codes)
  }

  /// What one option column of a record says: 0, 1, or 2 + refusal.
  mutating func optionState(_ option: Int, _ bytes: UnsafeBufferPointer<UInt8>, in column: TouchedColumn) -> Int {
    let (spelling, isNew) = options[option].index(of: bytes)
    if !isNew { return optionStates[option][spelling] }
    let state: Int
    if let text = decoder.decode(bytes) {
      switch KeyPlan.isTicked(text, in: column) {
      case .value(let ticked): state = ticked ? 1 : 0
      case .absent: state = 0
      case .refused(let finding): state = 2 + refusalIndex(.finding(finding))
      }
    } else {
      state = 2 + refusalIndex(.invalidBytes(column))
    }
    optionStates[option].append(state)
    return state
  }

  mutating func merge(_ other: KeyReader) -> [UInt32] {
    units.merge(other.units)
    return dictionary.merge(other.dictionary)
  }

  private var absentNumeric: KeyDictionary.NumericReading? { plan.form == .value ? .absent(.empty) : nil }

  private func optionLabel(_ option: Int) -> Label {
    guard case .options(let columns) = plan.source else { return "" }
    return Label(columns[option].name)
  }

  private mutating func code(
    of text: String, in column: TouchedColumn, place: Place, warnings: inout [Finding]
  ) -> Result<UInt32, Finding> {
    let value: KeyValue
    switch plan.read(text, in: column, units: &units, at: place, warnings: &warnings) {
    case .refused(let finding): return .failure(finding)
    case .absent(let reason): value = .absent(reason)
    case .value(let read): value = read
    }
    let numeric = plan.numericReading(text, in: column, units: &units, at: place)
    return .success(dictionary.code(of: value, place: place, numeric: numeric))
  }

  private mutating func list(_ codes: [UInt32]) -> Tag {
    if let known = knownLists[codes] { return Tag(bits: Tag.listBit | UInt32(known)) }
    knownLists[codes] = lists.count
    lists.append(codes)
    return Tag(bits: Tag.listBit | UInt32(lists.count - 1))
  }

  private mutating func refuse(_ refusal: Refusal) -> Tag {
    Tag(bits: Tag.refusedBit | UInt32(refusalIndex(refusal)))
  }

  private mutating func refusalIndex(_ refusal: Refusal) -> Int {
    refusals.append(refusal)
    return refusals.count - 1
  }
}

extension String {
  /// The answers of one cell: parts between separators without the blanks around them, empty ones left out.
  fileprivate func answers(separatedBy separator: String) -> [String] {
    let (text, mark) = (Array(utf8), Array(separator.utf8))
    var answers: [String] = []
    var start = 0
    var place = 0
    while place <= text.count {
      let isEnd = place == text.count
      if isEnd || text[place...].starts(with: mark) {
        let part = String(decoding: text[start..<place], as: UTF8.self).trimmedOfBlanks
        if !part.isEmpty { answers.append(part) }
        if isEnd { break }
        place += mark.count
        start = place
      } else {
        place += 1
      }
    }
    return answers
  }

  private var trimmedOfBlanks: String {
    let blanks: Set<Unicode.Scalar> = [" ", "\u{3000}", "\u{A0}", "\t"]
    var scalars = unicodeScalars[...]
    while let first = scalars.first, blanks.contains(first) { scalars.removeFirst() }
    while let last = scalars.last, blanks.contains(last) { scalars.removeLast() }
    return String(scalars)
  }
}
