#if Spark
  import ShihyoEngine
  import ShihyoModel

  /// The SQL of a question: distinct cells with their number, and sums of plain numbers; and the way back from its rows.
  ///
  /// Note to the next reader: the order of the columns of `sql` and of `row` must change together. Everything is text on the wire.
  /// A sum is never one number of Spark: whole numbers of 18 digits are added as multiples of 2^30 and the rest, decimals as billionths,
  /// each in 64 bits with an error on overflow (beyond 8 × 10^9 records of a group), which is exact and costs no decimal arithmetic.
  struct SparkQuestion: Sendable {
    static let mostRows = 1_000_000

    private let columns: [CountedRun.Column]
    private let hasHeader: Bool

    init(_ columns: [CountedRun.Column], hasHeader: Bool) {
      self.columns = columns
      self.hasHeader = hasHeader
    }

    var sql: String {
      var select = Levels()
      for (place, column) in columns.enumerated() {
        select.cells.append("coalesce(\(spelled(column)), '') AS m\(place)")
        switch column.role {
        case .text: select.addText(String(place))
        case .plainSum(let integersOnly, let needsSample):
          select.addSum(String(place), integersOnly: integersOnly, needsSample: needsSample)
        }
      }
      return select.sql(limit: Self.mostRows + 1, hasSums: columns.contains { $0.role != .text })
    }

    /// The parts of the statement, from the inside out: each level names what the next one uses several times.
    private struct Levels {
      var cells: [String] = []
      private var casts: [String] = []
      private var wholes: [String] = []
      private var points: [String] = []
      private var parts: [String] = []
      private var keys: [String] = []
      private var outputs: [String] = []

      mutating func addText(_ n: String) {
        for level in [\Levels.casts, \.wholes, \.points, \.parts] { self[keyPath: level].append("m\(n)") }
        keys.append("m\(n)")
        outputs.append("m\(n)")
      }

      /// A whole number is plain where it is spelled as Spark spells it; a pattern is asked only about cells with a point. A minus
      /// zero carries a mark, so it stays a text, and so does 007, which the reader adds up as well.
      mutating func addSum(_ n: String, integersOnly: Bool, needsSample: Bool) {
        let most = "999999999999999999"
        casts += ["m\(n)", "try_cast(m\(n) AS BIGINT) AS t\(n)"]
        let isPlain = "CAST(t\(n) AS STRING) = m\(n) AND t\(n) BETWEEN -\(most) AND \(most)"
        wholes += ["m\(n)", "CASE WHEN \(isPlain) THEN t\(n) END AS w\(n)"]
        points += ["m\(n)", "w\(n)"]
        if integersOnly {
          parts += ["w\(n) AS i\(n)", "CASE WHEN w\(n) IS NULL THEN m\(n) END AS x\(n)"]
        } else {
          points.append(
            "CASE WHEN w\(n) IS NOT NULL OR instr(m\(n), '.') = 0 THEN NULL "
              + "WHEN m\(n) RLIKE '\(Self.decimal)' THEN instr(m\(n), '.') END AS q\(n)")
          parts += [
            "CASE WHEN w\(n) IS NOT NULL THEN w\(n) "
              + "WHEN q\(n) IS NOT NULL THEN CAST(left(m\(n), q\(n) - 1) AS BIGINT) END AS i\(n)",
            "CASE WHEN q\(n) IS NOT NULL THEN CAST(concat(CASE WHEN startswith(m\(n), '-') THEN '-' ELSE '' END, "
              + "rpad(substr(m\(n), q\(n) + 1), 9, '0')) AS BIGINT) END AS f\(n)",
            "CASE WHEN q\(n) IS NOT NULL THEN length(m\(n)) - q\(n) END AS d\(n)",
            "CASE WHEN w\(n) IS NULL AND q\(n) IS NULL THEN m\(n) END AS x\(n)",
          ]
        }
        keys.append("x\(n)")
        outputs.append("x\(n)")
        var numbers = ["sum(shiftright(i\(n), 30))", "sum(i\(n) & 1073741823L)"]
        if !integersOnly { numbers += ["sum(f\(n))", "max(d\(n))"] }
        // As numbers: the largest of texts would have to be sorted for.
        if needsSample { numbers.append("max(i\(n))") }
        if needsSample, !integersOnly { numbers.append("max(f\(n))") }
        outputs += numbers.map { "CAST(\($0) AS STRING)" }
      }

      private static let decimal = #"^(?!-[0.]*\\z)-?[0-9]{1,18}[.][0-9]{1,9}\\z"#

      func sql(limit: Int, hasSums: Bool) -> String {
        let all = outputs + ["CAST(count(*) AS STRING)"]
        let select = "SELECT \(all.joined(separator: ", ")) FROM "
        if cells.isEmpty { return select + "t" }
        var from = "(SELECT \(cells.joined(separator: ", ")) FROM t)"
        for level in hasSums ? [casts, wholes, points, parts] : [] {
          from = "(SELECT \(level.joined(separator: ", ")) FROM \(from))"
        }
        return select + "\(from) GROUP BY \(keys.joined(separator: ", ")) LIMIT \(limit)"
      }
    }

    private func spelled(_ column: CountedRun.Column) -> String {
      let name = hasHeader ? column.name : "_c\(column.index)"
      return "`" + name.split(separator: "`", omittingEmptySubsequences: false).joined(separator: "``") + "`"
    }

    /// The rows of an answer.
    ///
    /// - Errors: more rows than are held here; bytes that were no text of the encoding; an answer of another form.
    func rows(_ streams: [ArrowStream], at place: Place) throws -> [CountedRow] {
      let count = streams.reduce(0) { $0 + $1.rowCount }
      guard count <= Self.mostRows else { throw SparkRule.tooManyGroups(most: Self.mostRows).findings(at: place) }
      var rows: [CountedRow] = []
      rows.reserveCapacity(count)
      do {
        for stream in streams {
          for batch in stream.batches {
            for index in 0..<batch.rowCount {
              if let row = try row(batch, index, at: place) { rows.append(row) }
            }
          }
        }
      } catch let fault as ArrowFault {
        throw SparkRule.damaged(fault.what).findings()
      }
      return rows
    }

    /// nil for the row that an empty input gives where there are no keys.
    private func row(_ batch: ArrowBatch, _ index: Int, at place: Place) throws -> CountedRow? {
      var output = 0
      func next() throws(ArrowFault) -> ArraySlice<UInt8>? {
        defer { output += 1 }
        return try batch.cell(index, output)
      }
      func number() throws(ArrowFault) -> Int {
        guard let bytes = try next() else { return 0 }
        guard let number = Int(String(decoding: bytes, as: UTF8.self)) else { throw ArrowFault(what: "number") }
        return number
      }
      var cells: [CountedRow.Cell] = []
      cells.reserveCapacity(columns.count)
      for column in columns {
        let text = try next()
        if let text, Self.holdsReplacement(text) {
          let column = Place.Column.field(number: column.index + 1, name: column.name)
          throw SparkRule.undecodable.findings(
            at: Place(file: place.file, column: column), text: String(decoding: text, as: UTF8.self))
        }
        switch column.role {
        case .text:
          guard let text else { throw ArrowFault(what: "NULL for a text") }
          cells.append(.text(Array(text)))
        case .plainSum(let integersOnly, let needsSample):
          let (upper, lower) = (try number(), try number())
          let (fraction, decimals) = integersOnly ? (0, 0) : (try number(), try number())
          var sample: String?
          if needsSample {
            let largest = try number()
            let part = integersOnly ? 0 : (try number())
            sample = Self.sample([largest, upper, lower], [part, fraction])
          }
          if let text {
            cells.append(.text(Array(text)))
          } else {
            let sum = (Int128(upper) << 30 + Int128(lower)) * 1_000_000_000 + Int128(fraction)
            guard (0...9).contains(decimals) else { throw ArrowFault(what: "decimals") }
            cells.append(.plain(PlainSum(billionths: sum, decimals: decimals, sample: sample)))
          }
        }
      }
      let count = try number()
      guard count >= 0 else { throw ArrowFault(what: "count") }
      return count == 0 ? nil : CountedRow(count: count, cells: cells)
    }

    /// A number that stands for those that are not zero; nil where all are zero.
    ///
    /// Numbers whose largest is zero are all negative or zero, so their sum tells whether all are zero.
    private static func sample(_ whole: [Int], _ billionths: [Int]) -> String? {
      if let number = whole.first(where: { $0 != 0 }) { return String(number) }
      guard let part = billionths.first(where: { $0 != 0 }) else { return nil }
      return ExactDecimal(coefficient: Int128(part), decimals: 9).reduced.description
    }

    /// Bytes that fit no character come as U+FFFD, without an error.
    private static func holdsReplacement(_ text: ArraySlice<UInt8>) -> Bool {
      var place = text.startIndex
      while place + 2 < text.endIndex {
        if text[place] == 0xEF, text[place + 1] == 0xBF, text[place + 2] == 0xBD { return true }
        place += 1
      }
      return false
    }
  }
#endif
