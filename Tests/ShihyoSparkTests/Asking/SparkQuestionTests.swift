#if Spark
  import ShihyoEngine
  import ShihyoModel
  import Testing

  @testable import ShihyoSpark

  /// SQL texts and paths, as they go over the wire.
  struct SparkQuestionTests {
    static func question(_ names: [String], _ queries: [Query], schema: Schema? = nil) throws -> SparkQuestion {
      let text = names.joined(separator: ",") + "\n"
      let header = try HeaderSample.header(Array(text.utf8), path: "a.csv", options: ReadingOptions())
      let dataset = Dataset(name: "a", sources: [.file(path: "a.csv")], schema: schema)
      return SparkQuestion(try CountedRun(queries, header: header, dataset: dataset).columns, hasHeader: true)
    }

    @Test func `a count without keys reads every record`() throws {
      let sql = try Self.question(["a", "b"], [Query(aggregates: [.count])]).sql
      #expect(sql == "SELECT CAST(count(*) AS STRING) FROM t")
    }

    @Test func `keys and filters are texts, names are quoted`() throws {
      let query = Query(
        keys: [GroupKey(column: "a`b")], filter: [Condition(column: "c d", comparison: .notEqual, values: ["'; DROP"])],
        aggregates: [.count])
      #expect(
        try Self.question(["a`b", "c d"], [query]).sql
          == "SELECT m0, m1, CAST(count(*) AS STRING) FROM (SELECT coalesce(`a``b`, '') AS m0, coalesce(`c d`, '') AS m1 "
          + "FROM t) GROUP BY m0, m1 LIMIT 1000001")
    }

    @Test func `a sum adds halves in 64 bits, every other text is a group`() throws {
      let query = Query(keys: [GroupKey(column: "k")], aggregates: [.sum("v")])
      let sql = try Self.question(["k", "v"], [query]).sql
      #expect(sql.contains("sum(shiftright(i1, 30))") && sql.contains("sum(i1 & 1073741823L)"))
      #expect(sql.contains("sum(f1)") && sql.contains("max(d1)"))
      #expect(sql.contains(#"m1 RLIKE '^(?!-[0.]*\\z)-?[0-9]{1,18}[.][0-9]{1,9}\\z' THEN instr"#))
      #expect(sql.hasSuffix("GROUP BY m0, x1 LIMIT 1000001"))
      #expect(!sql.contains("DECIMAL") && !sql.contains("ORDER BY"))
    }

    @Test func `a declared column of integers has no decimals, and needs no sample of its unit`() throws {
      let schema = Schema(fields: [Field(name: "k", type: .string), Field(name: "v", type: .integer)])
      let query = Query(keys: [GroupKey(column: "k")], aggregates: [.sum("v")])
      let sql = try Self.question(["k", "v"], [query], schema: schema).sql
      #expect(!sql.contains("f1") && !sql.contains("max(") && !sql.contains("RLIKE"))
    }

    @Test func `extremes and quantiles come as texts`() throws {
      let queries = [
        Query(keys: [], aggregates: [.max("v"), .sum("v")]),
        Query(keys: [GroupKey(column: "v", form: .number)], aggregates: [.count]),
      ]
      for query in queries { #expect(try !Self.question(["k", "v"], [query]).sql.contains("sum(")) }
    }

    @Test func `rows are read back`() throws {
      let query = Query(keys: [GroupKey(column: "k")], aggregates: [.sum("v")])
      let question = try Self.question(["k", "v"], [query])
      let stream = try ArrowStream(
        ArrowWriter.stream(
          ["m0", "x1", "a", "b", "f", "d", "e", "g", "n"],
          [
            ["門司区", nil, "-2", "5", "250000000", "2", "7", "250000000", "3"],
            ["門司区", "△3", nil, nil, nil, nil, nil, nil, "2"],
          ]))
      let rows = try question.rows([stream], at: Place())
      let sum = PlainSum(billionths: (-2 * 1_073_741_824 + 5) * 1_000_000_000 + 250_000_000, decimals: 2, sample: "7")
      #expect(rows.map(\.count) == [3, 2])
      #expect(rows[0].cells == [.text(Array("門司区".utf8)), .plain(sum)])
      #expect(rows[1].cells == [.text(Array("門司区".utf8)), .text(Array("△3".utf8))])
    }

    @Test func `bytes that were no text are refused with their column`() throws {
      let question = try Self.question(["k"], [Query(keys: [GroupKey(column: "k")], aggregates: [.count])])
      let stream = try ArrowStream(ArrowWriter.stream(["m0", "n"], [["a\u{FFFD}", "1"]]))
      #expect {
        _ = try question.rows([stream], at: Place(file: "a.csv"))
      } throws: { error in
        guard let findings = error as? Findings else { return false }
        return findings.kind == .data && findings.findings[0].place.column == .field(number: 1, name: "k")
      }
    }

    @Test(arguments: [
      ("hdfs://name:8020/data/*.csv", "hdfs://name:8020/data/*.csv"), ("s3a://bucket/年度=R5", "s3a://bucket/年度=R5"),
      ("/no/such/[x].csv", "file:/no/such/[x].csv"), ("no/such.csv", "file:/here/no/such.csv"),
    ])
    func `paths mean the same everywhere`(_ typed: String, _ spelled: String) throws {
      #expect(try SparkPath.spelled(typed, folder: "/here") == spelled)
    }

    @Test func `pattern signs of a file that is here are escaped`() {
      #expect(SparkPath.escaped("/a[1]{2}*?\\.csv") == "/a\\[1\\]\\{2\\}\\*\\?\\\\.csv")
    }
  }
#endif
