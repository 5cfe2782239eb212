import ShihyoModel
import Synchronization

/// The rows of a table: an array or, where there can be millions of them, a recipe that makes each when it is asked for.
///
/// A row of figures takes some hundred bytes, a row of an engine's answer a third of that; a renderer that goes through the
/// rows once, as CSV does, never holds more than one. Whoever asks for the array gets it, and it is kept from then on.
struct ReportRows: Sendable {
  private enum Storage: Sendable {
    case array([ReportTable.Row])
    case recipe(Recipe)
  }
  private final class Recipe: Sendable {
    let count: Int
    let arePlain: Bool
    let records: PlainRecords?
    let row: @Sendable (Int) -> ReportTable.Row
    let array = Mutex<[ReportTable.Row]?>(nil)

    init(
      count: Int, arePlain: Bool, records: PlainRecords?, row: @escaping @Sendable (Int) -> ReportTable.Row
    ) {
      self.records = records
      self.count = count
      self.arePlain = arePlain
      self.row = row
    }
  }

  private var storage: Storage

  init(_ rows: [ReportTable.Row]) { storage = .array(rows) }

  /// - Parameter arePlain: it is known that every figure is plain (`Figure.isPlain`), without making them.
  /// - Parameter records: the same rows as records of machine CSV.
  /// - Parameter row: makes row `index`; the same each time.
  init(
    count: Int, arePlain: Bool = false, records: PlainRecords? = nil,
    row: @escaping @Sendable (Int) -> ReportTable.Row
  ) {
    storage = .recipe(Recipe(count: count, arePlain: arePlain, records: records, row: row))
  }

  /// nil where records are made of the rows.
  var records: PlainRecords? { if case .recipe(let recipe) = storage { recipe.records } else { nil } }

  /// Whether a figure has marks or no value.
  var haveMarks: Bool {
    if case .recipe(let recipe) = storage, recipe.arePlain { return false }
    var isMarked = false
    forEach { row in isMarked = isMarked || row.figures.contains { !$0.isPlain } }
    return isMarked
  }

  var count: Int {
    switch storage {
    case .array(let rows): rows.count
    case .recipe(let recipe): recipe.count
    }
  }

  subscript(index: Int) -> ReportTable.Row {
    switch storage {
    case .array(let rows): rows[index]
    case .recipe(let recipe): recipe.row(index)
    }
  }

  var array: [ReportTable.Row] {
    get {
      switch storage {
      case .array(let rows): return rows
      case .recipe(let recipe):
        return recipe.array.withLock { array in
          if let array { return array }
          let made = (0..<recipe.count).map(recipe.row)
          array = made
          return made
        }
      }
    }
    _modify {
      var rows = array
      storage = .array([])
      defer { storage = .array(rows) }
      yield &rows
    }
  }

  /// Calls `body` with every row in order, until it throws.
  func forEach<Failure: Error>(_ body: (ReportTable.Row) throws(Failure) -> Void) throws(Failure) {
    switch storage {
    case .array(let rows): for row in rows { try body(row) }
    case .recipe(let recipe): for index in 0..<recipe.count { try body(recipe.row(index)) }
    }
  }
}

extension ReportRows: Hashable {
  static func == (left: Self, right: Self) -> Bool { left.array == right.array }
  func hash(into hasher: inout Hasher) { hasher.combine(array) }
}
