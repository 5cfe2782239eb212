import ArgumentParser
import Glibc
import Shihyo
import Synchronization

/// What every printing command does: find the input, choose the engine, compute, print.
struct CommandRun {
  let input: InputOptions
  let output: OutputOptions
  private let asked = AskedColumns()

  /// Computes a document from the input and prints it in the format asked for.
  /// - Throws: `Findings`; the command line's `main` prints them and ends with their exit code.
  func print(_ compute: (FoundDataset) async throws -> ReportDocument) async throws {
    let printer = try DocumentPrinter(output)
    let found = try InputResolver(flags: input.reading, asksEngine: true).dataset(input.inputs)
    try InputGuard.refuse(outputs: [output.output, found.dataset.reading.rejectsPath], of: found.dataset)
    var document = try await compute(found)
    document.addDeclaredNotes(of: found, columns: asked.names)
    try printer.print(document, of: found.dataset)
  }

  /// Answers of the engine; what it warns of is said on standard error.
  ///
  /// - Parameter spoken: the queries whose warnings are told; nil: all.
  /// - Parameter isBeside: another table than INPUT; what is wrong in it is told with its name.
  func tables(
    _ queries: [Query], on dataset: Dataset, spoken: Range<Int>? = nil, isBeside: Bool = false
  ) async throws -> [ResultTable] {
    if !isBeside { asked.add(queries) }
    let progress = RunProgress()
    let engine = try EngineChoice(input.reading, output).engine(progress)
    let line = ProgressLine.start(progress, over: dataset, output)
    defer { line?.end() }
    let tables: [ResultTable]
    do {
      tables = try await engine.run(queries, on: dataset)
    } catch let findings as Findings {
      let findings = findings.withBracketsAsOne(queries)
      throw isBeside ? findings.named(dataset.name) : findings
    }
    line?.end()
    if !output.quiet {
      // On a cluster every row would be sent around for it.
      let key = EngineChoice.isCluster(input.reading.place.engine) ? nil : DeclaredKey(of: dataset)
      var warnings = try await key?.findings(engine).map(\.asWarning) ?? []
      for warning in tables[spoken ?? tables.indices].flatMap(\.warnings) where !warnings.contains(warning) {
        warnings.append(warning)
      }
      StandardError.write(warnings, output.language)
    }
    return tables
  }
}

/// The columns of INPUT that a command has read, whose notes belong under its figures.
private final class AskedColumns: Sendable {
  private let columns = Mutex<[String]>([])

  var names: [String] { columns.withLock { $0 } }

  func add(_ queries: [Query]) {
    let new = queries.flatMap(\.columnNames)
    columns.withLock { names in names += new.filter { !names.contains($0) } }
  }
}

extension Findings {
  /// With the input's name where a finding has no place of its own.
  fileprivate func named(_ input: String) -> Findings {
    var named = self
    named.findings = findings.map { finding in
      var finding = finding
      if finding.place == Place() { finding.place.file = input }
      return finding
    }
    return named
  }
}
