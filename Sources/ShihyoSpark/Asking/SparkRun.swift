#if Spark
  import ShihyoEngine
  import ShihyoModel

  /// All questions about one dataset in one session: its header, then one job for all queries, or one for each.
  struct SparkRun: Sendable {
    private static let sampleLines = 500
    private static let longestLine = 1 << 16

    let exchange: SparkExchange
    let dataset: Dataset
    let input: SparkInput

    func answer(_ queries: [Query]) async throws -> [ResultTable] {
      let (header, source) = try await look()
      do {
        return try await answer(queries, header, source).tables
      } catch let findings as Findings where findings.findings.first?.code == Self.tooMany && queries.count > 1 {
        return try await answerOneByOne(queries, header, source)
      }
    }

    private static let tooMany = SparkRule.tooManyGroups(most: 0).code

    /// The cells of all queries together are too many, those of each alone perhaps not.
    ///
    /// - Errors: records that one query refuses would stay in the others, so with `skip` a refused cell ends the run.
    private func answerOneByOne(
      _ queries: [Query], _ header: HeaderInfo, _ source: SparkSource
    ) async throws -> [ResultTable] {
      var tables: [ResultTable] = []
      for query in queries {
        let answer = try await answer([query], header, source)
        if answer.hasRefusals { throw SparkRule.skipAcrossQueries.findings(at: Place(file: input.name)) }
        tables += answer.tables
      }
      return tables
    }

    private func answer(
      _ queries: [Query], _ header: HeaderInfo, _ source: SparkSource
    ) async throws -> (tables: [ResultTable], hasRefusals: Bool) {
      var run = try CountedRun(queries, header: header, dataset: dataset)
      let question = SparkQuestion(run.columns, hasHeader: source.hasHeader)
      let streams = try await exchange.execute(SparkSource.ask(question.sql, of: source.table()))
      try run.add(try question.rows(streams, at: Place(file: input.name)))
      let hasRefusals = run.hasRefusals
      return (try run.finish(), hasRefusals)
    }

    /// One job for each column and each key: no two columns need stand in one row.
    func check() async throws -> CheckReport {
      let (header, source) = try await look()
      var check = CountedCheck(header: header, dataset: dataset)
      let isReadable = !header.findings.contains { $0.severity == .error }
      for (place, columns) in check.questions.enumerated() where isReadable {
        let question = SparkQuestion(columns, hasHeader: source.hasHeader)
        let streams = try await exchange.execute(SparkSource.ask(question.sql, of: source.table()))
        do {
          check.add(try question.rows(streams, at: Place(file: input.name)), question: place)
        } catch let findings as Findings where findings.findings.first?.code == Self.tooMany {
          check.leaveOut(place, because: SparkRule.notChecked(most: SparkQuestion.mostRows))
        }
      }
      return check.finish(note: Finding(SparkRule.linesByCheck))
    }

    /// The header as we read it, and how the cluster is to read the files.
    ///
    /// The first lines come as bytes, so that encoding, delimiter and header are found as for a file that is here; then the cluster
    /// is asked what it takes the header for.
    /// - Errors: a header that the two read differently.
    private func look() async throws -> (HeaderInfo, SparkSource) {
      let sql =
        "SELECT hex(substring(CAST(value AS BINARY), 1, \(Self.longestLine))) FROM t LIMIT \(Self.sampleLines)"
      let lines = try await exchange.execute(SparkSource.ask(sql, of: input.unread.lines()))
      let sample = try Hexadecimal.lines(lines)
      let header = try HeaderSample.header(sample, path: input.name, options: dataset.reading)
      let source = try input.source(header, dataset)
      let empty = try await exchange.execute(SparkSource.ask("SELECT * FROM t LIMIT 0", of: source.table()))
      return (try matched(header, empty.first?.names ?? [], source), source)
    }

    /// The header with the columns that names of folders add, such as 年度=R5.
    private func matched(_ header: HeaderInfo, _ names: [String], _ source: SparkSource) throws(Findings) -> HeaderInfo
    {
      // What is wrong with the names themselves is told when the queries meet them.
      if header.findings.contains(where: { $0.severity == .error }) { return header }
      let expected = source.hasHeader ? header.names : header.names.indices.map { "_c\($0)" }
      for (place, name) in expected.enumerated() {
        guard place < names.count, Label(names[place]) == Label(name) else {
          let found = place < names.count ? names[place] : "-"
          throw SparkRule.headerUnlike("\(name) / \(found)").findings(
            at: Place(file: input.name, line: header.line), text: name)
        }
      }
      return header.adding(Array(names[expected.count...]))
    }
  }

  /// Lines of hexadecimal digits, as a cluster spells bytes.
  enum Hexadecimal {
    static func lines(_ streams: [ArrowStream]) throws(Findings) -> [UInt8] {
      var bytes: [UInt8] = []
      do throws(ArrowFault) {
        for stream in streams {
          for batch in stream.batches {
            for row in 0..<batch.rowCount {
              bytes += try read(try batch.cell(row, 0) ?? [])
              bytes.append(0x0A)
            }
          }
        }
      } catch {
        throw SparkRule.damaged(error.what).findings()
      }
      return bytes
    }

    private static func read(_ digits: ArraySlice<UInt8>) throws(ArrowFault) -> [UInt8] {
      guard digits.count.isMultiple(of: 2) else { throw ArrowFault(what: "hexadecimal") }
      var bytes: [UInt8] = []
      var place = digits.startIndex
      while place < digits.endIndex {
        guard let high = value(digits[place]), let low = value(digits[place + 1]) else {
          throw ArrowFault(what: "hexadecimal")
        }
        bytes.append(high << 4 | low)
        place += 2
      }
      return bytes
    }

    private static func value(_ digit: UInt8) -> UInt8? {
      switch digit {
      case 0x30...0x39: digit - 0x30
      case 0x41...0x46: digit - 0x41 + 10
      case 0x61...0x66: digit - 0x61 + 10
      default: nil
      }
    }
  }
#endif
