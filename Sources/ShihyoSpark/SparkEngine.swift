#if Spark
  public import ShihyoEngine
  public import ShihyoModel

  /// Answers queries on an Apache Spark 4 cluster, digit for digit as `LocalEngine` does.
  ///
  /// Spark splits records, counts distinct cells and adds up plain whole numbers; what a cell means is decided here, by the readers
  /// of `LocalEngine` (`CountedRun`).
  /// - Order: a cluster has no order of records: rows stand in the order of their keys.
  /// - Errors: `Findings`. What cannot be the same there is refused before anything is sent (kind `usage`); no server, a lost one or a
  ///   deadline is `unavailable`; a missing path `notFound`; malformed records, headers and cells `data`. Findings about cells say in
  ///   how many records they stand; a cluster knows no lines.
  /// - Accounting: blank lines are not counted.
  /// - Cost: one job for all queries of a dataset, as long as the combinations of all their cells are at most a million; else one for each.
  ///   A cancelled task releases its session, which stops the job.
  /// - Source: spark.md; Spark Connect of Apache Spark 4.0 and later.
  public struct SparkEngine: Engine {
    private let address: SparkAddress
    private let link: SparkLink
    private let limits: SparkSession.Limits
    private let progress: RunProgress
    private let notice: @Sendable (Finding) -> Void

    /// - Parameter deadlineSeconds: for all queries of one dataset; nil: none.
    /// - Parameter progress: told how many bytes the cluster has read.
    /// - Parameter notice: told what is worth knowing while the cluster works.
    public init(
      _ address: SparkAddress, deadlineSeconds: Int? = nil, progress: RunProgress = RunProgress(),
      notice: @escaping @Sendable (Finding) -> Void = { _ in }
    ) {
      var limits = SparkSession.Limits()
      limits.deadlineSeconds = deadlineSeconds
      self.init(address, link: SparkLink(address), limits: limits, progress: progress, notice: notice)
    }

    init(
      _ address: SparkAddress, link: SparkLink, limits: SparkSession.Limits, progress: RunProgress = RunProgress(),
      notice: @escaping @Sendable (Finding) -> Void = { _ in }
    ) {
      self.address = address
      self.link = link
      self.limits = limits
      self.progress = progress
      self.notice = notice
    }

    public func run(_ queries: [Query], on dataset: Dataset) async throws -> [ResultTable] {
      let files = try SparkInput(dataset)
      let session = SparkSession(address: address, link: link, limits: limits, progress: progress, notice: notice)
      do {
        return try await session.run { exchange in
          try await SparkRun(exchange: exchange, dataset: dataset, input: files).answer(queries)
        }
      } catch let findings as Findings where findings.isOfTheFile {
        throw findings.placed(in: files.name).pointingToCheck
      }
    }

    /// 点検 by counts: how often each finding stands, for the lines of which the file must be checked where it is.
    ///
    /// - Errors: as `run`. A column with more than a million distinct cells is named as not checked.
    public func check(_ dataset: Dataset) async throws -> CheckReport {
      let files = try SparkInput(dataset)
      if dataset.reading.shape != nil {
        throw SparkRule.notThere(.shapedTable).findings(at: Place(file: files.name))
      }
      let session = SparkSession(address: address, link: link, limits: limits, progress: progress, notice: notice)
      do {
        return try await session.run { exchange in
          try await SparkRun(exchange: exchange, dataset: dataset, input: files).check()
        }
      } catch let findings as Findings where findings.isOfTheFile {
        throw findings.placed(in: files.name)
      }
    }

    /// Releases every session of this process, so that their jobs end, and waits for it: for a process that is about to be stopped,
    /// which its queries must not outrun with an error.
    public static func releaseAll(withinSeconds seconds: Int) {
      let open = OpenSessions.stop()
      if open.isEmpty { return }
      let left = Lock(open.count)
      for session in open {
        Task.detached {
          await session.release()
          left.with { $0 -= 1 }
        }
      }
      let end = ContinuousClock.now + .seconds(seconds)
      while left.with({ $0 }) > 0, ContinuousClock.now < end { Pause.short() }
    }
  }

  extension Findings {
    fileprivate var isOfTheFile: Bool {
      kind == .data || kind == .notFound || findings.first?.code == SparkRule.storage("").code
    }

    /// What a server says of a file names it as the server does, if at all.
    fileprivate func placed(in file: String) -> Findings {
      var own = self
      for index in own.findings.indices where own.findings[index].place.file == nil {
        own.findings[index].place.file = file
      }
      return own
    }

    /// Cells are named without their lines, so it is said how to find those.
    fileprivate var pointingToCheck: Findings {
      guard findings.contains(where: { $0.severity == .error && $0.place.column != nil && $0.place.line == nil }) else {
        return self
      }
      var findings = self
      findings.findings.append(Finding(SparkRule.linesByCheck))
      findings.total += 1
      return findings
    }
  }
#endif
