import ArgumentParser
import Glibc
import Shihyo

extension ReportCommand {
  var language: Language { lang ?? SpokenLanguage.current }

  /// 正誤表. Its exit code is 0 whether or not something differs: the paper is what was asked for.
  func printErrata(of report: ReportDefinition, _ settings: [String: String]) throws {
    let errata = try Errata(
      report, editions: editionNames, period: period, settings: settings, reason: edition.reason, language: lang,
      finder: folders.datasetFinder)
    let spoken = lang ?? report.language
    if !quiet { StandardError.write(errata.warnings, language) }
    switch try ReportDestination(output: output, choice: chosenFormat, usual: report.outputFormats) {
    case .folder(let path, let formats):
      var files: [OutputFile] = []
      for format in formats {
        let bytes = try ReportOutputs.bytes(errata.document, as: format, language: spoken, csv: csv(spoken))
        files.append(OutputFile("errata." + format.ending, bytes: bytes))
      }
      // A folder that holds the report itself is not replaced by its errata.
      try AtomicFolder.write(files, to: path, replacing: OutputFormat.allCases.map { "errata." + $0.ending })
    case .file(let path, let formats):
      try AtomicOutput.write(bytes: try bytes(of: errata.document, formats, spoken).bytes, to: path)
    case .standardOutput(let formats):
      let written = try bytes(of: errata.document, formats, spoken)
      try DocumentPrinter.write(written.bytes, as: written.format)
    }
  }

  /// Writes the first `report.yaml`; a report of that name is never replaced.
  func start(_ runner: ReportRunner) async throws {
    let finder = folders.datasetFinder
    let parent = folders.reports ?? "reports"
    let folder = parent + "/" + name
    let path = folder + "/" + ReportDefinition.fileName
    let text: String
    var warnings: [Finding] = []
    if let dataset = edition.dataset {
      let draft = try ReportDraft(name: name, dataset: dataset, finder: finder)
      text = try await draft.text(runner: runner, path: path)
      warnings = draft.warnings
    } else {
      text = try ReportDraft.outline(name: name, finder: finder)
    }
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
      StandardError.write(warnings, language)
      StandardError.write(
        [
          Bilingual(
            ja: "\(path) を作りました。作るには: shihyo report \(name)", en: "Wrote \(path). To run it: shihyo report \(name)")[
              language],
          edition.dataset == nil
            ? Bilingual(
              ja: "データセットを決めて作ると、表と文の入った下書きになります: --new --dataset 名前",
              en: "With a dataset the draft has tables and sentences: --new --dataset NAME")[language] : "",
        ].filter { !$0.isEmpty }, language)
    }
  }
}
