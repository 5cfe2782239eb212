#if Spark
  import ShihyoEngine
  import ShihyoModel

  /// The files of a question as the cluster is to read them.
  struct SparkSource: Sendable {
    /// As Spark takes them: local ones absolute with `file:`, signs of patterns escaped unless they are meant.
    let paths: [String]
    let delimiter: UInt8
    let encoding: TextEncoding
    let hasHeader: Bool
    let hasLineBreaks: Bool

    /// Rows of cells that are all text, under the alias `t`.
    func table() -> Spark_Connect_Relation {
      read(
        format: "csv",
        options: [
          "header": hasHeader ? "true" : "false",
          "sep": String(decoding: [delimiter], as: UTF8.self),
          // "Shift_JIS" would lose ① 髙 ～.
          "encoding": encoding == .cp932 ? "windows-31j" : "UTF-8",
          // Else "x ""y""" and "C:\dir\" are misread in silence.
          "escape": "\"",
          "mode": "FAILFAST",
          // Else rows with missing or extra cells pass where few columns are used.
          "columnPruning": "false",
          // Else a second file with columns in another order is read by position.
          "enforceSchema": "false",
          "unescapedQuoteHandling": "RAISE_ERROR",
          "multiLine": hasLineBreaks ? "true" : "false",
        ])
    }

    /// The lines as bytes, for what is not known yet: encoding, delimiter, header.
    func lines() -> Spark_Connect_Relation { read(format: "text", options: [:]) }

    private func read(format: String, options: [String: String]) -> Spark_Connect_Relation {
      var relation = Spark_Connect_Relation()
      relation.read.dataSource.format = format
      relation.read.dataSource.options = options
      relation.read.dataSource.paths = paths
      return relation
    }

    /// A query over one relation, which it calls `t`: no temporary view, no quoting of paths.
    static func ask(_ sql: String, of table: Spark_Connect_Relation) -> Spark_Connect_Relation {
      var reference = Spark_Connect_Relation()
      reference.subqueryAlias.input = table
      reference.subqueryAlias.alias = "t"
      var root = Spark_Connect_Relation()
      root.sql.query = sql
      var relation = Spark_Connect_Relation()
      relation.withRelations.root = root
      relation.withRelations.references = [reference]
      return relation
    }
  }
#endif
