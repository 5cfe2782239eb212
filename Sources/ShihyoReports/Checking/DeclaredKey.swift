import Glibc
public import ShihyoModel

/// The primary key of a table: rows that have the same one are one row that came twice, and sums count both.
///
/// - Missing: rows whose key lacks a value are left to `check`, as are inputs of more than `largestInput`, since a key takes
///   memory for every row, and files that only a cluster reads.
/// - Cost: one more pass over the key's columns.
public struct DeclaredKey: Sendable {
  /// Bytes of all files.
  public static let largestInput = 32 << 20

  private let dataset: Dataset
  private let fields: [Field]
  private var names: [String] { fields.map(\.name) }

  /// nil where no key is declared, and for standard input, which is read once.
  public init?(of dataset: Dataset) {
    guard let schema = dataset.schema, !schema.primaryKey.isEmpty, !dataset.sources.contains(.standardInput) else {
      return nil
    }
    fields = schema.primaryKey.compactMap(schema.field(named:))
    guard fields.count == schema.primaryKey.count else { return nil }
    var quiet = dataset
    // What cannot be read is told, and written there, by the run that asks for figures.
    quiet.reading.onError = .skip
    quiet.reading.rejectsPath = nil
    self.dataset = quiet
  }

  /// - Returns: an error for a key that several rows have, a warning where it was not looked at.
  public func findings(_ engine: any Engine) async throws -> [Finding] {
    let place = Place(file: dataset.name)
    guard let size else { return [] }
    guard size <= Self.largestInput else { return [Finding(KeyRule.notLookedAt(names), at: place)] }
    let query = Query(keys: names.map { GroupKey(column: $0) }, aggregates: [.count])
    let table: ResultTable?
    do {
      table = try await engine.run([query], on: dataset).first
    } catch is Findings {
      return [Finding(KeyRule.notLookedAt(names), at: place)]
    }
    let repeated = (table?.rows ?? []).compactMap { row -> (key: String, rows: Int)? in
      guard case .count(let count) = row.values[0], count > 1, let key = words(row.keys) else { return nil }
      return (key, count)
    }
    guard let first = repeated.first else { return [] }
    let rule = KeyRule.repeated(names, rows: first.rows, others: repeated.count - 1)
    return [Finding(rule, at: place, text: fields.contains(where: \.isPersonal) ? nil : first.key)]
  }

  private func words(_ keys: [KeyValue]) -> String? {
    var words: [String] = []
    for case .text(let label) in keys { words.append(label.text) }
    return words.count == keys.count ? words.joined(separator: ", ") : nil
  }

  /// nil where the files are not on this machine.
  private var size: Int? {
    var sum = 0
    for case .file(let path) in dataset.sources {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      sum += Int(status.st_size)
    }
    return sum
  }
}

/// What may be said of the key of a table whose figures are asked for.
public enum KeyRule: FindingRule {
  /// Columns of the key, rows of the first one that is there more than once, and how many more keys are.
  case repeated([String], rows: Int, others: Int)
  case notLookedAt([String])

  public static let examples: [KeyRule] = [.repeated(["館名", "年月"], rows: 2, others: 3), .notLookedAt(["館名", "年月"])]

  public var code: String {
    switch self {
    case .repeated: "key.repeated"
    case .notLookedAt: "key.not-looked-at"
    }
  }

  public var severity: Finding.Severity {
    switch self {
    case .repeated: .error
    case .notLookedAt: .warning
    }
  }

  public var message: Bilingual {
    switch self {
    case .repeated(let columns, let rows, let others):
      Bilingual(
        ja: "主キー（\(columns.joined(separator: "、"))）の同じ行が\(rows)行あり、二重に数えることになります"
          + (others > 0 ? "（ほかに\(others)組）" : ""),
        en: "\(rows) rows have the same primary key (\(columns.joined(separator: ", "))) and would be counted twice"
          + (others > 0 ? " (and \(others) more \(others == 1 ? "key" : "keys"))" : ""))
    case .notLookedAt(let columns):
      Bilingual(
        ja: "主キー（\(columns.joined(separator: "、"))）の重なりは調べていません",
        en: "whether rows have the same primary key (\(columns.joined(separator: ", "))) was not looked at")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .repeated:
      Bilingual(
        ja: "shihyo check で行番号を確かめ、二重の行を除いてください。正しい行なら primaryKey に列を加えてください",
        en:
          "find the lines with shihyo check and remove the row that came twice; if both are right, add a column to primaryKey"
      )
    case .notLookedAt:
      Bilingual(
        ja: "大きい表、または列の足りない表です。shihyo check で点検してください",
        en: "the table is large or lacks columns: run shihyo check")
    }
  }
}
