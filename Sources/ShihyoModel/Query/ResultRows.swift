import Synchronization

/// The rows of an answer: an array or, where there can be millions, numbers from which each row is made when it is asked for.
///
/// A row takes some hundred bytes in arrays of its own, the numbers behind it a fifth of that. Whoever asks for the array
/// gets it, and it is kept from then on.
package struct ResultRows: Sendable {
  /// Makes rows, the same each time.
  package protocol Source: Sendable {
    var count: Int { get }
    func key(_ column: Int, of row: Int) -> KeyValue
    func value(_ aggregate: Int, of row: Int) -> AggregateValue
    /// Rows stand in the order of these.
    func firstRecord(of row: Int) -> Int?
    /// Whether all cells of all aggregates hold values, and none has a mark.
    var arePlain: Bool { get }
  }
  private final class Kept: Sendable {
    let source: any Source
    let keys: Int
    let aggregates: Int
    let array = Mutex<[ResultTable.Row]?>(nil)

    init(_ source: any Source, keys: Int, aggregates: Int) {
      self.source = source
      self.keys = keys
      self.aggregates = aggregates
    }

    func row(_ index: Int) -> ResultTable.Row {
      ResultTable.Row(
        keys: (0..<keys).map { source.key($0, of: index) }, firstRecord: source.firstRecord(of: index),
        values: (0..<aggregates).map { source.value($0, of: index) })
    }
  }
  private enum Storage: Sendable {
    case array([ResultTable.Row])
    case source(Kept)
  }

  private var storage: Storage

  package init(_ rows: [ResultTable.Row]) { storage = .array(rows) }

  package init(_ source: some Source, for query: Query) {
    storage = .source(Kept(source, keys: query.keys.count, aggregates: query.aggregates.count))
  }

  package var count: Int {
    switch storage {
    case .array(let rows): rows.count
    case .source(let kept): kept.source.count
    }
  }

  /// Where the rows are numbers; nil for an array.
  package var source: (any Source)? { if case .source(let kept) = storage { kept.source } else { nil } }

  package subscript(index: Int) -> ResultTable.Row {
    switch storage {
    case .array(let rows): rows[index]
    case .source(let kept): kept.row(index)
    }
  }

  package func key(_ column: Int, of row: Int) -> KeyValue {
    switch storage {
    case .array(let rows): rows[row].keys[column]
    case .source(let kept): kept.source.key(column, of: row)
    }
  }

  var array: [ResultTable.Row] {
    get {
      switch storage {
      case .array(let rows): return rows
      case .source(let kept):
        return kept.array.withLock { array in
          if let array { return array }
          let made = (0..<kept.source.count).map(kept.row)
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
}

extension ResultRows: Hashable {
  package static func == (left: Self, right: Self) -> Bool { left.array == right.array }
  package func hash(into hasher: inout Hasher) { hasher.combine(array) }
}
