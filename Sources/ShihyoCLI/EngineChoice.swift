import Glibc
import Shihyo

#if Spark
  import ShihyoSpark
#endif

/// Where figures are computed: this machine, or a cluster (`--engine sc://HOST:PORT`).
struct EngineChoice {
  /// As typed; nil for this machine.
  let name: String?
  let deadline: Int?
  let threads: Int?
  let quiet: Bool
  let language: Language

  init(_ place: EngineOptions, quiet: Bool, language: Language) {
    name = place.engine
    deadline = place.deadline
    threads = place.threading.threads
    self.quiet = quiet
    self.language = language
  }

  init(_ reading: ReadingFlags, _ output: OutputOptions) {
    self.init(reading.place, quiet: output.quiet, language: output.language)
  }

  static func isCluster(_ name: String?) -> Bool { name?.hasPrefix("sc://") ?? false }

  /// As `run.json` spells it; never the address, which may hold a token.
  var recordName: String { Self.isCluster(name) ? "spark" : "local" }

  /// - Errors: an unknown engine (69), a build without clusters (69), a deadline without one (64).
  func engine(_ progress: RunProgress = RunProgress()) throws(Findings) -> any Engine {
    if let deadline, deadline < 1 || !Self.isCluster(name) {
      throw Findings([Finding(CommandRule.badDeadline, text: String(deadline))], kind: .usage)
    }
    guard let name, name != "local" else { return LocalEngine(threads: threads, progress: progress) }
    guard Self.isCluster(name) else {
      throw Findings([Finding(CommandRule.unknownEngine, text: name)], kind: .unavailable)
    }
    #if Spark
      let token = getenv("SPARK_CONNECT_AUTHENTICATE_TOKEN").map { String(cString: $0) }
      let (quiet, language) = (quiet, language)
      return SparkEngine(
        try SparkAddress(name, token: token), deadlineSeconds: deadline, progress: progress,
        notice: { if !quiet { StandardError.write([$0], language) } })
    #else
      throw Findings([Finding(CommandRule.engineNotBuilt)], kind: .unavailable)
    #endif
  }

  /// 点検 on the cluster: how often each finding stands.
  func check(_ dataset: Dataset) async throws -> CheckReport {
    #if Spark
      if let engine = try engine() as? SparkEngine { return try await engine.check(dataset) }
    #endif
    _ = try engine()
    throw Findings([Finding(CommandRule.engineIsLocalOnly)], kind: .usage)
  }

  /// Stops what runs on a cluster for this process, which is about to end.
  static func releaseAll() {
    #if Spark
      SparkEngine.releaseAll(withinSeconds: 5)
    #endif
  }
}

/// Places that only a cluster reads: addresses with a scheme, patterns, and folders of files.
enum ClusterPlace {
  static func isOne(_ input: String) -> Bool {
    if input.contains("://") { return true }
    if DefinitionFile.isFolder(input) { return !DefinitionFile.exists(input + "/" + DataPackage.fileName) }
    if DefinitionFile.exists(input) { return false }
    return input.contains { "*?[{".contains($0) }
  }
}
