#if Spark
  /// What a session sets so that Spark reads and counts as we do.
  enum SparkSettings {
    static let session: [(String, String)] = [
      // A broken row outside a WHERE would pass.
      ("spark.sql.csv.filterPushdown.enabled", "false"),
      // Else an overflow wraps and a bad cast is NULL.
      ("spark.sql.ansi.enabled", "true"),
      // Else the columns a and A are one.
      ("spark.sql.caseSensitive", "true"),
      // Else Spark 4 refuses every Japanese charset.
      ("spark.sql.legacy.javaCharsets", "true"),
      // Folders such as 年度=R5 give a column of text, like every other.
      ("spark.sql.sources.partitionColumnTypeInference.enabled", "false"),
      // What our reader of results reads.
      ("spark.sql.execution.arrow.compression.codec", "none"),
      ("spark.sql.execution.arrow.useLargeVarTypes", "false"),
      ("spark.sql.session.timeZone", "UTC"),
    ]
  }
#endif
