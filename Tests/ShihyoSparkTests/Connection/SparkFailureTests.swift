#if Spark
  import Testing

  @testable import ShihyoSpark

  /// From the words of a server to rules; the words are those of Spark 4.
  struct SparkFailureTests {
    @Test(arguments: [
      ("PATH_NOT_FOUND", "[PATH_NOT_FOUND] Path does not exist: file:/x.", "spark.path-not-found"),
      ("FAILED_READ_FILE.FILE_NOT_EXIST", "File file:/x does not exist.", "spark.path-not-seen"),
      (
        "FAILED_READ_FILE.NO_HINT MALFORMED_RECORD_IN_PARSING.WITHOUT_SUGGESTION",
        "Malformed records are detected in record parsing: [戸畑区].", "spark.malformed-record"
      ),
      ("", "CSV header does not conform to the schema.\n Header: 額", "spark.header-unlike"),
      ("INVALID_PARAMETER_VALUE.CHARSET", "expects one of the iso-8859-1", "spark.encoding-unknown"),
      ("", "Connection refused", "spark.storage"),
      ("", "Class org.apache.hadoop.fs.s3a.S3AFileSystem not found", "spark.storage"),
      ("", "org.apache.hadoop.security.AccessControlException: Permission denied: user=a", "spark.storage"),
      ("", "Job aborted due to stage failure: Connection refused: /10.0.0.7:7079", "spark.server-error"),
      ("ARITHMETIC_OVERFLOW", "long overflow", "spark.server-error"),
    ])
    func `classes and messages become rules`(_ errorClass: String, _ message: String, _ code: String) {
      #expect(SparkFailure.rule(SparkFailure.Told(errorClass: errorClass, message: message)).code == code)
    }

    @Test func `a malformed record is quoted`() {
      let told = SparkFailure.Told(
        errorClass: "",
        message: "[MALFORMED_RECORD_IN_PARSING] Malformed records are detected in record parsing: [a,[b],c].\nMode")
      #expect(SparkFailure.rule(told) == .malformed("a,[b],c"))
      let other = SparkFailure.Told(
        errorClass: "FAILED_READ_FILE.NO_HINT MALFORMED_CSV_RECORD",
        message: "[MALFORMED_CSV_RECORD] Malformed CSV record: b\" SQLSTATE: KD000")
      #expect(SparkFailure.rule(other) == .malformed("b\""))
    }
  }
#endif
