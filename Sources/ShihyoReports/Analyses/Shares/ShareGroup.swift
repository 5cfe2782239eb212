import ShihyoModel

/// The categories of one group, their amounts, and what their shares are taken of.
struct ShareGroup: Hashable {
  struct Entry: Hashable {
    var category: KeyValue
    /// The count or sum of the category.
    var amount: Figure
    var place: CategoryClass

    /// nil where no cell of it holds a value.
    var number: ExactDecimal? { if case .decimal(let number) = amount.value { number } else { nil } }
  }

  /// Keys of the group, without the category.
  var keys: [KeyValue]
  /// Parts first, what is unknown after them; totals and recounts are kept apart.
  var entries: [Entry]
  var totals: [Entry]
  var recounts: [Entry]
  /// What the shares are taken of: the sum of the entries in the base, or the records where answers overlap.
  var base: ExactDecimal
  var baseReasons: ReasonCounts
  /// Records or cells behind the base; nil where it is rounded.
  var baseCount: Int?
  let excludesUnknown: Bool
  /// One record can stand in several entries, so they do not add up to the base.
  let isOverlapping: Bool
  let isCount: Bool

  /// - Parameter records: the base where answers overlap; nil: the entries add up to it.
  /// - Errors: `overflow`.
  init(
    keys: [KeyValue], categories: [Entry], records: Figure?, excludesUnknown: Bool, measure: Measure
  ) throws(Findings) {
    self.keys = keys
    self.excludesUnknown = excludesUnknown
    isOverlapping = records != nil
    isCount = measure == .count
    entries = categories.filter { $0.place == .part } + categories.filter { $0.place == .unknown }
    totals = categories.filter { $0.place == .total }
    recounts = categories.filter { $0.place == .recount }
    baseReasons = ReasonCounts()
    var count = 0
    var sum: ExactDecimal? = .zero
    if let records {
      baseReasons = records.reasons
      count = records.n ?? 0
      if case .decimal(let number) = records.value { sum = number }
      // Only records without any answer stand in no other category, so only they can be taken off.
      for entry in entries where excludesUnknown && entry.isAbsent {
        if let number = entry.number { sum = sum?.subtracting(number) }
        count -= entry.amount.n ?? 0
      }
    } else {
      for entry in entries where entry.place == .part || !excludesUnknown {
        baseReasons.merge(entry.amount.reasons)
        count += entry.amount.n ?? 0
        if let number = entry.number { sum = sum?.adding(number) }
      }
    }
    guard let base = sum else { throw Findings([.overflow(measure: measure.machineName)]) }
    self.base = base
    baseCount = count
  }

  func isInBase(_ entry: Entry) -> Bool { entry.place == .part || !excludesUnknown }

  /// What is provisional, revised, estimated or approximate in the base is so in every share of it.
  var baseMarks: Marks {
    entries.filter(isInBase).reduce(into: Marks()) { $0.formUnion($1.amount.marks) }
      .intersection([.provisional, .revised, .estimated, .approximate])
  }

  /// Of the amounts.
  var unit: String? { entries.compactMap(\.amount.unit).first }

  var hasNegative: Bool { entries.contains { isInBase($0) && ($0.number?.isNegative ?? false) } }
  var hasUnknown: Bool { entries.contains { $0.place == .unknown } }
}

extension ShareGroup.Entry {
  var isAbsent: Bool { if case .absent = category { true } else { false } }
}
