import ShihyoEngine
public import ShihyoModel

/// `run.json`: what a report was computed from and with. It stands beside the outputs and is not compared with later runs.
///
///     {"report", "notice"?: {"ja", "en"}, "version", "engine", "period": "FY2025Q2" | null, "parameters": {name: value},
///      "inputs": [{"dataset", "path", "bytes", "sha256", "rows", "rejected"}],
///      "outputs": [{"path", "bytes", "sha256"}], "programs"?: [{"name": "pandoc", "version"}], "history"?: ["published/FY2025Q1/1"],
///      "published"?: "2025-11-28", "sha256": of the record without this member}
///
/// `rows` and `rejected` are those of the dataset; a dataset of several files says them with the first.
public struct RunRecord: Hashable, Sendable {
  public struct Input: Hashable, Sendable {
    public var dataset: String
    public var path: String
    public var bytes: Int
    public var sha256: String
    public var rows: Int?
    public var rejected: Int?
  }

  public var report: String
  public var period: Period?
  public var parameters: [String: String]
  public var inputs: [Input]
  public var engine: String
  /// The files written beside it: a later verification sees whether a hand has changed them.
  public var outputs: [Output] = []

  /// Other programs that made some of the outputs; another version may give other bytes.
  public var programs: [Program] = []

  public struct Program: Hashable, Sendable {
    public var name: String
    public var version: String
    public init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  /// Editions that revisions were looked for in, the newest first: `published/FY2025Q1/1`.
  public var history: [String] = []

  /// The day on which it became an edition; nil for a run that is none, and for editions of earlier versions.
  public var published: CalendarDate?

  public struct Output: Hashable, Sendable {
    public var path: String
    public var bytes: Int
    public var sha256: String

    public init(path: String, bytes: Int, sha256: String) {
      self.path = path
      self.bytes = bytes
      self.sha256 = sha256
    }

    public init(path: String, text: String) { self.init(path: path, content: Array(text.utf8)) }

    public init(path: String, content: [UInt8]) {
      var hash = SHA256()
      content.withUnsafeBufferPointer { hash.update($0) }
      self.init(path: path, bytes: content.count, sha256: hash.finish())
    }
  }
  /// 架空データ, where the inputs carry it.
  public var notice: Bilingual?

  public func json(version: String) -> String {
    let inputs = inputs.map { input -> JSONValue in
      var members: [(name: String, value: JSONValue)] = [
        ("dataset", .string(input.dataset)), ("path", .string(input.path)), ("bytes", .integer(input.bytes)),
        ("sha256", .string(input.sha256)),
      ]
      if let rows = input.rows { members.append(("rows", .integer(rows))) }
      if let rejected = input.rejected { members.append(("rejected", .integer(rejected))) }
      return .object(members)
    }
    let outputs = outputs.map { output -> JSONValue in
      .object([
        ("path", .string(output.path)), ("bytes", .integer(output.bytes)), ("sha256", .string(output.sha256)),
      ])
    }
    let parameters = parameters.map { (Label($0.key), $0.value) }.sorted { $0.0 < $1.0 }
    let notice = notice.map { [(name: "notice", value: JSONFigure.text($0))] } ?? []
    let past: [(name: String, value: JSONValue)] =
      history.isEmpty ? [] : [("history", .array(history.map { .string($0) }))]
    let day = published.map { [(name: "published", value: JSONValue.string($0.description))] } ?? []
    let members: [(name: String, value: JSONValue)] = [
      ("version", .string(version)), ("engine", .string(engine)),
      ("period", period.map { .string($0.machineSpelling) } ?? .null),
      ("parameters", .object(parameters.map { ($0.0.text, .string($0.1)) })), ("inputs", .array(inputs)),
      ("outputs", .array(outputs)),
    ]
    let programs = programs.map { program -> JSONValue in
      .object([("name", .string(program.name)), ("version", .string(program.version))])
    }
    let makers: [(name: String, value: JSONValue)] = programs.isEmpty ? [] : [("programs", .array(programs))]
    let record =
      JSONValue.object([("report", .string(report))] + notice + members + makers + past + day).spelling() + "\n"
    return RunRecordSeal.sealed(record)
  }
}
