#if Spark
  import ShihyoEngine
  import ShihyoModel

  /// What is known of a dataset before anything is asked, with the refusal of what could not be the same on a cluster.
  ///
  /// - Errors: `spark.not-there` (64) with the reason.
  struct SparkInput: Sendable {
    /// As Spark takes them.
    let paths: [String]
    /// The first one as typed, for findings.
    let name: String

    init(_ dataset: Dataset) throws(Findings) {
      let reading = dataset.reading
      var typed: [String] = []
      for source in dataset.sources {
        guard case .file(let path) = source else { throw SparkRule.notThere(.standardInput).findings() }
        typed.append(path)
      }
      name = typed.first ?? dataset.name
      let refusals: [(Bool, SparkRule.NotThere)] = [
        (reading.shape.map { !Self.isOnlyUnpivoted($0) } ?? false, .shapedTable),
        (reading.skipLines > 0, .skippedLines),
        (reading.hasHeader && reading.headerRows != 1...1, .headerRows), (reading.skipAfterHeader > 0, .skippedLines),
        (reading.rejectsPath != nil, .rejects),
        (reading.encoding.map { !Self.encodings.contains($0) } ?? false, .encoding),
      ]
      for (isRefused, what) in refusals where isRefused {
        throw SparkRule.notThere(what).findings(at: Place(file: name))
      }
      var spelled: [String] = []
      for path in typed {
        spelled.append(try SparkPath.spelled(path))
        try SmallFileScout.refuse(.file(path: path), of: dataset)
      }
      paths = spelled
    }

    /// Each row of the file gives its records by itself, whatever stands above or below it.
    private static func isOnlyUnpivoted(_ shape: TableShape) -> Bool {
      var rest = shape
      rest.unpivot = nil
      return rest.isEmpty && shape.unpivot?.total == nil
    }

    static let encodings: Set<TextEncoding> = [.utf8, .cp932]

    /// - Parameter header: as its first lines show it.
    func source(_ header: HeaderInfo, _ dataset: Dataset) throws(Findings) -> SparkSource {
      guard header.skippedLines == 0 else { throw SparkRule.notThere(.separatorLine).findings(at: Place(file: name)) }
      guard Self.encodings.contains(header.encoding.encoding) else {
        throw SparkRule.notThere(.encoding).findings(at: Place(file: name), text: header.encoding.encoding.rawValue)
      }
      return SparkSource(
        paths: paths, delimiter: header.delimiter, encoding: header.encoding.encoding, hasHeader: header.hasHeaderRow,
        hasLineBreaks: false)
    }

    /// For the first lines, whose form is not known yet.
    var unread: SparkSource {
      SparkSource(paths: paths, delimiter: 0x2C, encoding: .utf8, hasHeader: false, hasLineBreaks: false)
    }
  }
#endif
