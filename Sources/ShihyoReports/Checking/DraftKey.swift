import ShihyoDefinitions
import ShihyoEngine
import ShihyoModel

/// The primary key of a drafted descriptor, or why there is none: without one nobody sees that a month of a place is missing.
enum DraftKey: Hashable {
  /// Columns of the file.
  case found([String])
  /// Several rows share the labels and the period.
  case notUnique([String])
  /// One period only: any labels seem to tell the rows apart.
  case onePeriod([String])
  /// Rows come and go, as in a list of events.
  case sparse([String])
  /// The draft cannot be read before a person has put right what it copied from the file: two columns of one name.
  case unreadable

  var note: String {
    switch self {
    case .found(let names): "primaryKey は、\(Self.list(names))の組が重ならないことから推定した。"
    case .notUnique(let names): "\(Self.list(names))が同じ行が複数あるので、primaryKey を書いていない。" + Self.advice
    case .onePeriod(let names):
      "期間が一つしかないので、primaryKey を書いていない。\(Self.list(names))ごとに一行の表か。" + Self.advice
    case .sparse(let names): "\(Self.list(names))の組が期によって違うので、primaryKey を書いていない。" + Self.advice
    case .unreadable: "この下書きは、列の名前を直すまで読めない（同じ名前の列など）ので、primaryKey を調べていない。" + Self.advice
    }
  }

  private static func list(_ names: [String]) -> String {
    "「\(names.prefix(4).joined(separator: "・"))」" + (names.count > 4 ? "など" : "")
  }

  private static let advice = "一行を決める列を primaryKey に書かないと、届いていない月や区を報告書が見分けられない。"
}

extension DescriptorDraft {
  /// Beyond this many records the draft leaves the key to a person.
  private static let mostRecords = 2_000_000

  /// Looks for the primary key of a table of amounts by labels and months (or longer): time and label columns that no two rows
  /// share and every row has.
  ///
  /// - All label columns are in it, since fewer might not tell next quarter's rows apart; a column that only comments on
  ///   rows (担当者) is left out where the others fill a whole table of places × periods.
  /// - A table with notes or totals has none: standard tools would take them for rows without a key. Its `periods` say more.
  /// - Cost: one pass, and memory for every row.
  public mutating func findKey() async throws {
    guard !isMessy, profile.accounting.records <= Self.mostRecords, profile.accounting.rejected == 0 else { return }
    let columns: KeyColumns
    do throws(Findings) {
      guard let found = try KeyColumns(self) else { return }
      columns = found
    } catch {
      // The draft is written all the same: `check` tells what is wrong with it, at its lines.
      key = .unreadable
      return
    }
    let tables: [ResultTable]
    do {
      tables = try await LocalEngine().run([columns.query], on: columns.dataset)
    } catch is Findings {
      return  // What cannot be read has its own findings in every other command.
    }
    if let table = tables.first { key = columns.key(of: table) }
  }
}

/// Columns that may tell rows from each other.
private struct KeyColumns {
  let dataset: Dataset
  private let labels: [String]
  private let times: [String]
  /// What columns of the file became: always part of the key.
  private let added: [TableShape.Unpivot.Key]

  /// nil: no column of periods, nothing that is added up, or periods that the layout has already.
  ///
  /// - Errors: those of reading the draft.
  init?(_ draft: DescriptorDraft) throws(Findings) {
    let package = try DataPackage.read(Array(draft.json.utf8), path: draft.path)
    let resource = try package.resource(named: nil)
    dataset = try resource.dataset(packageName: package.name, folder: package.folder)
    let shape = dataset.reading.shape
    guard let schema = dataset.schema, shape?.periods == nil, shape?.yearMonth == nil else { return nil }
    let whole = draft.profile.columns.filter { column in
      schema.field(named: column.name) != nil && column.reasons.total == 0 && column.odd == nil
    }
    labels = whole.filter { $0.type.isLabel && !HeaderWords.isNote($0.name) }.map(\.name)
    times = whole.filter(\.type.isTime).map(\.name)
    added = shape?.unpivot?.keys ?? []
    guard !labels.isEmpty, !times.isEmpty || added.contains(where: Self.isTime),
      draft.profile.columns.contains(where: \.type.isNumeric)
    else { return nil }
  }

  private static func isTime(_ key: TableShape.Unpivot.Key) -> Bool {
    [.yearmonth, .year, .period].contains(key.field.type)
  }

  var query: Query {
    Query(keys: (labels + times + added.map(\.field.name)).map { GroupKey(column: $0) }, aggregates: [.count])
  }

  func key(of table: ResultTable) -> DraftKey? {
    let rows = table.rows.map(\.keys)
    guard !rows.isEmpty else { return nil }
    guard table.rows.allSatisfy({ $0.recordCount == 1 }) else { return .notUnique(labels + times) }
    let first = labels.count + times.count
    let fromColumns = added.indices.filter { !Self.isTime(added[$0]) }.map { first + $0 }
    func isUnique(_ places: [Int]) -> Bool { Self.count(rows, places + fromColumns) == rows.count }
    var kept = Array(labels.indices)
    // Of 年度 and 年月 the one that tells the rows apart: the other would cut every series at the end of a year.
    let single = times.indices.filter { isUnique(kept + [labels.count + $0]) }
      .max { Self.count(rows, [labels.count + $0]) < Self.count(rows, [labels.count + $1]) }
    let ownTimes = single.map { [times[$0]] } ?? times
    let timePlaces =
      (single.map { [labels.count + $0] } ?? times.indices.map { labels.count + $0 })
      + added.indices.filter { Self.isTime(added[$0]) }.map { first + $0 }
    let periods = Self.count(rows, timePlaces)
    guard periods > 1 else { return .onePeriod(labels) }
    for place in kept.reversed() where kept.count > 1 {
      let fewer = kept.filter { $0 != place }
      let series = Self.count(rows, fewer + fromColumns)
      let varies = Self.count(rows, kept + fromColumns) > series
      // A table of two months or of one place is whole by chance.
      guard varies, series > 1, periods > 2, rows.count * 10 >= series * periods * 9 else { continue }
      if isUnique(fewer + timePlaces) { kept = fewer }
    }
    let isWhole = rows.count * 2 >= Self.count(rows, kept + fromColumns) * periods
    let names = kept.map { labels[$0] } + ownTimes
    return isWhole ? .found(names) : .sparse(names)
  }

  private static func count(_ rows: [[KeyValue]], _ places: [Int]) -> Int {
    Set(rows.map { row in places.map { row[$0] } }).count
  }
}

extension LikelyType {
  /// Months or longer: days without a record are no gap.
  fileprivate var isTime: Bool { [.yearMonth, .period, .year].contains(self) }
  fileprivate var isLabel: Bool { [.text, .code, .ageBracket].contains(self) }
}
