#if Spark
  import GRPCCore
  import ShihyoEngine
  import ShihyoModel
  import Testing

  @testable import ShihyoSpark

  /// The life of a query against a server in this process.
  struct SparkEngineTests {
    static let query = Query(keys: [GroupKey(column: "区")], aggregates: [.count])
    static let dataset = Dataset(name: "a", sources: [.file(path: "/no/such/a.csv")])

    /// Answers the questions about the header, and the last one as told.
    static func server(
      version: String = "4.0.0", header: String = "区,額", names: [String] = ["区", "額"], _ parts: [FakeServer.Part]
    ) -> FakeServer {
      let line = header.utf8.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
      return FakeServer(version: version) { sql in
        if sql.contains("hex(") { return [.rows(["h"], [[line]])] }
        if sql.hasSuffix("LIMIT 0") { return [.rows(names, [])] }
        return parts
      }
    }

    static func engine(_ server: FakeServer, silence: Int = 60, deadline: Int? = nil) throws -> SparkEngine {
      var limits = SparkSession.Limits()
      limits.silenceSeconds = silence
      limits.deadlineSeconds = deadline
      return SparkEngine(try SparkAddress("sc://h", token: "secret"), link: server.link, limits: limits)
    }

    static func findings(_ server: FakeServer, silence: Int = 60, deadline: Int? = nil) async throws -> Findings {
      do {
        _ = try await engine(server, silence: silence, deadline: deadline).run([query], on: dataset)
      } catch let findings as Findings {
        return findings
      }
      return Findings([])
    }

    static func isReleased(_ server: FakeServer) -> Bool {
      server.state.with { $0.sessions.count == 1 && Array($0.sessions) == $0.released }
    }

    @Test func `rows become a table, and the session is released`() async throws {
      let server = Self.server([
        .progress(done: 1, of: 2), .rows(["m0", "n"], [["戸畑区", "2"]]), .rows(["m0", "n"], [["", "1"]]),
        .progress(done: 9, of: 2),
      ])
      let table = try await Self.engine(server).run([Self.query], on: Self.dataset)[0]
      #expect(table.rows.map(\.keys) == [[.text(Label("戸畑区"))], [.absent(.empty)]])
      #expect(table.rows.map(\.values) == [[.count(2)], [.count(1)]])
      #expect(table.accounting.records == 3 && table.accounting.accepted == 3)
      #expect(Self.isReleased(server))
      let state = server.state.with { $0 }
      #expect(state.settings["spark.sql.caseSensitive"] == "true" && state.settings["spark.sql.ansi.enabled"] == "true")
      #expect(
        state.options["mode"] == "FAILFAST" && state.options["encoding"] == "UTF-8" && state.options["escape"] == "\"")
    }

    @Test func `an old server is refused before anything is asked`() async throws {
      let server = Self.server(version: "3.5.6", [])
      let findings = try await Self.findings(server)
      #expect(findings.findings.map(\.code) == ["spark.too-old"] && findings.kind == .unavailable)
      #expect(server.state.with { $0.queries.isEmpty } && Self.isReleased(server))
    }

    @Test func `damaged rows are refused, and so are rows that do not add up`() async throws {
      let good = ArrowWriter.stream(["m0", "n"], [["a", "1"]])
      for part in [FakeServer.Part.bytes(Array(good.dropLast(5)), rowCount: 1), .bytes(good, rowCount: 2)] {
        let server = Self.server([part])
        #expect(try await Self.findings(server).findings.map(\.code) == ["spark.damaged-answer"])
        #expect(Self.isReleased(server))
      }
      let wrong = Self.server([.rows(["m0", "n"], [["a", "x"]])])
      #expect(try await Self.findings(wrong).findings.map(\.code) == ["spark.damaged-answer"])
    }

    @Test func `an error after rows hands on none of them`() async throws {
      let lost = RPCError(code: .unavailable, message: "gone")
      let server = Self.server([.rows(["m0", "n"], [["a", "1"]]), .failure(lost)])
      let findings = try await Self.findings(server)
      #expect(findings.findings.map(\.code) == ["spark.lost"] && findings.kind == .unavailable)
      #expect(Self.isReleased(server))
    }

    @Test func `a refused token says nothing of it`() async throws {
      let server = Self.server([.failure(RPCError(code: .unauthenticated, message: "Invalid token secret"))])
      let findings = try await Self.findings(server)
      #expect(findings.findings.map(\.code) == ["spark.token-refused"])
      #expect(!findings.findings[0].message.en.contains("secret"))
    }

    @Test func `a silent server is lost, a slow one is cancelled at the deadline`() async throws {
      let silent = Self.server([.pause(milliseconds: 20_000)])
      #expect(try await Self.findings(silent, silence: 1).findings.map(\.code) == ["spark.silent"])
      #expect(Self.isReleased(silent))
      let idle = Self.server([.progress(done: 0, of: 0), .pause(milliseconds: 20_000)])
      #expect(try await Self.findings(idle, deadline: 1).findings.map(\.code) == ["spark.no-workers"])
      let slow = Self.server([.progress(done: 1, of: 3), .pause(milliseconds: 20_000)])
      #expect(try await Self.findings(slow, deadline: 1).findings.map(\.code) == ["spark.deadline"])
      #expect(Self.isReleased(slow))
    }

    @Test func `a cancelled task releases its session`() async throws {
      let server = Self.server([.progress(done: 0, of: 3), .pause(milliseconds: 20_000)])
      let task = Task { try await Self.engine(server).run([Self.query], on: Self.dataset) }
      while server.state.with({ $0.queries.count }) < 3 { try await Task.sleep(for: .milliseconds(10)) }
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      #expect(Self.isReleased(server))
    }

    @Test func `too many groups are refused, with several queries one by one`() async throws {
      let many = (0...SparkQuestion.mostRows).map { [String($0), "1"] as [String?] }
      let server = Self.server([.rows(["m0", "n"], many)])
      let findings = try await Self.findings(server)
      #expect(findings.findings.map(\.code) == ["spark.too-many-groups"] && findings.kind == .usage)
    }

    @Test func `a header that the cluster reads otherwise is refused`() async throws {
      let findings = try await Self.findings(Self.server(names: ["区0", "区1"], []))
      #expect(findings.findings.map(\.code) == ["spark.header-unlike"] && findings.kind == .data)
      let doubled = try await Self.findings(Self.server(header: "区,区", names: ["区0", "区1"], []))
      #expect(doubled.findings.map(\.code) == ["header.duplicate"] && doubled.kind == .data)
    }

    @Test func `names of folders give columns`() async throws {
      let query = Query(keys: [GroupKey(column: "年度")], aggregates: [.count])
      let server = Self.server(names: ["区", "額", "年度"], [.rows(["m0", "n"], [["R5", "4"]])])
      let table = try await Self.engine(server).run([query], on: Self.dataset)[0]
      #expect(table.rows.map(\.keys) == [[.text(Label("R5"))]])
    }

    @Test func `what cannot be the same is refused without a server`() async throws {
      let unreachable = FakeServer { _ in [] }
      func refused(_ change: (inout Dataset) -> Void) async throws -> Findings? {
        var dataset = Self.dataset
        change(&dataset)
        do {
          _ = try await Self.engine(unreachable).run([Self.query], on: dataset)
          return nil
        } catch let findings as Findings { return findings }
      }
      let changes: [(inout Dataset) -> Void] = [
        { $0.sources = [.standardInput] }, { $0.reading.skipLines = 1 }, { $0.reading.headerRows = 1...2 },
        { $0.reading.encoding = .eucJP }, { $0.reading.rejectsPath = "r.csv" },
        { $0.sources = [.file(path: "_a.csv")] },
        { dataset in
          var shape = TableShape()
          shape.skipsEmptyRows = true
          dataset.reading.shape = shape
        },
      ]
      for change in changes {
        let findings = try await refused(change)
        #expect(findings?.findings.map(\.code) == ["spark.not-there"] && findings?.kind == .usage)
      }
      #expect(unreachable.state.with { $0.sessions.isEmpty })
    }
  }
#endif
