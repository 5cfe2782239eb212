package import ShihyoModel

/// What a small file looks like beside its records, for an engine that reads it elsewhere.
package enum TableSuspicion {
  /// Rows that look like totals or notes; nil where the file is too large to be looked at, or is no plain file.
  ///
  /// - Errors: a second table in the file, as `LocalEngine` refuses it.
  package static func findings(_ source: Dataset.Source, _ dataset: Dataset) throws(Findings) -> [Finding]? {
    let isOpen = dataset.schema == nil && dataset.reading.shape == nil
    let scout: TableScout?
    do throws(Findings) {
      scout = try TableScout(source, dataset.reading, seeksSuspects: isOpen)
    } catch {
      // What makes it unreadable is told by whoever reads it.
      return nil
    }
    if let second = scout?.secondTable { throw Findings([second]) }
    // Notes with cells of their own are rejected as records, wherever they are read.
    return scout.map { $0.suspects.isEmpty ? [] : $0.findings }
  }
}
