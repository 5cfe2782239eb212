import ArgumentParser
import Glibc
import Shihyo

/// What every printing command does: find the input, choose the engine, compute, print.
struct CommandRun {
  let input: InputOptions
  let output: OutputOptions

  var language: Language { output.lang ?? SpokenLanguage.current }

  /// Computes a document from the input and prints it in the format asked for.
  /// - Throws: `Findings`; the command line's `main` prints them and ends with their exit code.
  func print(_ compute: (any Engine, Dataset) async throws -> ReportDocument) async throws {
    let dataset = try InputResolver(reading: input.reading).dataset(input.inputs)
    let document = try await compute(engine(), dataset)
    try DocumentOutput(options: output, language: language).write(document)
  }

  /// Only this machine so far; another engine is refused by name.
  func engine() throws -> any Engine {
    if let name = input.reading.engine, name != "local" {
      throw Findings([Finding(CommandRule.unknownEngine, text: name)], kind: .usage)
    }
    return LocalEngine(threads: input.reading.threads)
  }
}
