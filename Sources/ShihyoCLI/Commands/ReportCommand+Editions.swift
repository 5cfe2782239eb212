import ArgumentParser
import Glibc
import Shihyo

extension ReportCommand {
  var finder: DatasetFinder {
    var flags = ReadingFlags()
    flags.datasets = datasets
    return DatasetFinder(searchPath: InputResolver(flags: flags).searchPath)
  }

  var language: Language { lang ?? SpokenLanguage.current }

  /// 正誤表. Its exit code is 0 whether or not something differs: the paper is what was asked for.
  func printErrata(of report: ReportDefinition, _ settings: [String: String]) throws {
    let errata = try Errata(
      report, editions: editionNames, period: period, settings: settings, reason: edition.reason, finder: finder)
    if !quiet { StandardError.write(errata.warnings, language) }
    switch ReportDestination(output: output, choice: format, usual: report.outputFormats) {
    case .folder(let path, let formats):
      var files: [OutputFile] = []
      for format in formats {
        let bytes = try ReportOutputs.bytes(errata.document, as: format, language: report.language)
        files.append(OutputFile("errata." + format.ending, bytes: bytes))
      }
      // A folder that holds the report itself is not replaced by its errata.
      try AtomicFolder.write(files, to: path, replacing: OutputFormat.allCases.map { "errata." + $0.ending })
    case .file(let path, let formats):
      try AtomicOutput.write(bytes: try bytes(of: errata.document, formats, report.language).bytes, to: path)
    case .standardOutput(let formats):
      let written = try bytes(of: errata.document, formats, report.language)
      try DocumentPrinter.write(written.bytes, as: written.format)
    }
  }

  /// Writes the first `report.yaml`; a report of that name is never replaced.
  func start(_ runner: ReportRunner) async throws {
    guard let dataset = edition.dataset else {
      throw Findings([Finding(ReportDraftRule.datasetMissing)], kind: .usage)
    }
    let draft = try ReportDraft(name: name, dataset: dataset, finder: finder)
    let parent = reports ?? "reports"
    let folder = parent + "/" + name
    let path = folder + "/" + ReportDefinition.fileName
    let text = try await draft.text(runner: runner, path: path)
    guard mkdir(parent, 0o777) == 0 || errno == EEXIST else {
      let reason = SystemReason.text(errno)
      throw Findings(
        [Finding(OutputRule.cannotCreate(reason: reason), at: Place(file: parent))], kind: .cannotCreate)
    }
    // What stands there, file or folder, is somebody's.
    guard access(folder, F_OK) != 0,
      try AtomicFolder.writeNew([OutputFile(ReportDefinition.fileName, text: text)], to: folder)
    else {
      throw Findings([Finding(ReportDraftRule.exists, at: Place(file: folder), text: name)], kind: .cannotCreate)
    }
    if !quiet {
      StandardError.write(
        [
          Bilingual(
            ja: "\(path) を作りました。作るには: shihyo report \(name)", en: "Wrote \(path). To run it: shihyo report \(name)")[
              language]
        ], language)
    }
  }
}
