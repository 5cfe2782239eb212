#if Spark
  import Glibc
  import ShihyoEngine
  import ShihyoModel

  /// Small files that are here too are looked at as the local engine does: a second table, or rows that look like totals.
  enum SmallFileScout {
    /// - Errors: `spark.not-there` for rows that look like totals or notes, since a cluster has no numbers of records to tell them by;
    ///   a second table as on this machine.
    static func refuse(_ source: Dataset.Source, of dataset: Dataset) throws(Findings) {
      guard case .file(let path) = source, access(path, R_OK) == 0 else { return }
      if let findings = try TableSuspicion.findings(source, dataset), !findings.isEmpty {
        throw Findings([Finding(SparkRule.notThere(.suspects), at: Place(file: path))] + findings, kind: .usage)
      }
    }
  }

  /// Waits a moment without giving up the thread to others.
  enum Pause {
    static func short() { usleep(10_000) }
  }
#endif
