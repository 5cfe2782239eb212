import Glibc
public import ShihyoDefinitions
import ShihyoEngine
public import ShihyoModel

/// Keeps a run as the next edition of its report: `published/PERIOD/EDITION/` beside its `report.yaml`; with parameters
/// `published/PERIOD,NAME=VALUE/EDITION/`.
///
/// An edition is there as a whole or not at all, and is never overwritten: of two that publish at once, each gets a number.
public enum EditionPublisher {
  /// - Parameter formats: of the paper; nil: those of `ReportDefinition.editionFormats`. The ledger and the record are always
  ///   there.
  /// - Returns: the folder of the new edition.
  /// - Errors: `noPeriod`; `dataChanged` for every file that is not the declared one; those of writing, and of making a Word
  ///   document without pandoc.
  public static func publish(
    _ result: ReportRunner.Result, of report: ReportDefinition, formats: [OutputFormat]? = nil,
    version: String
  ) throws(Findings) -> String {
    guard result.altered.isEmpty else { throw Findings(result.altered) }
    guard let period = periodName(result.run.period, of: report) else {
      throw Findings([Finding(EditionRule.noPeriod, at: Place(file: report.path))], kind: .usage)
    }
    var result = result
    result.run.published = try PublishingDay.today()
    let files = try ReportOutputs.files(of: result, formats: formats ?? report.editionFormats, version: version)
    let published = FilePath.join(report.folder, "published")
    let folder = FilePath.join(published, EditionName.spell(period: period, parameters: result.run.parameters))
    do throws(Findings) {
      for path in [published, folder] { try makeFolder(path) }
      // A folder without a ledger counts too: its number is taken.
      var number =
        (DefinitionFile.names(in: folder).compactMap { Int($0) }
          .filter { $0 <= PublishedEdition.highestNumber }.max() ?? 0) + 1
      while true {
        let path = FilePath.join(folder, String(number))
        if try AtomicFolder.writeNew(files, to: path) { return path }
        number += 1
      }
    } catch {
      // Only what is empty goes.
      for path in [folder, published] { rmdir(path) }
      throw error
    }
  }

  /// The newest edition of the same period and choice, where the report made now gives its bytes again.
  ///
  /// - A report that says what changed is run once more against what that edition was compared with: else none would ever be
  ///   the same as the one before.
  /// - Parameter formats: those to be published. A Word document hangs on another program: it is compared by another format of
  ///   the edition that has all its words, and made for it where there is none.
  /// - Returns: nil where there is none, where it cannot be read, has other files than are wanted or none of them as recorded,
  ///   or where anything differs.
  /// - Errors: those of running the report and of making what is compared.
  public static func unchanged(
    _ result: ReportRunner.Result, of report: ReportDefinition, formats: [OutputFormat]? = nil, runner: ReportRunner
  ) async throws -> PublishedName? {
    guard let period = periodName(result.run.period, of: report) else { return nil }
    let name = EditionName.spell(period: period, parameters: result.run.parameters)
    let editions = PublishedEdition.all(of: report).filter { $0.periodName == name }
    let wanted = formats ?? report.editionFormats
    guard let last = editions.max(by: { $0.number < $1.number }), let record = try? RunRecord(path: last.runPath),
      Set(record.outputs.map(\.path)) == Set(wanted.map(\.fileName) + [ReportOutputs.ledgerName]),
      isWhole(last, record)
    else { return nil }
    var again = result
    if report.comparesEditions || record.history != result.run.history {
      again = try await runner.run(
        report, period: result.run.period?.machineSpelling, settings: result.run.parameters, keepsOrigins: false,
        history: record.history)
    }
    let own = wanted.filter { !$0.needsProgram }
    let compared = own.contains { [.text, .json, .markdown, .html].contains($0) } ? own : wanted
    let files = try ReportOutputs.files(of: again, formats: compared, version: "").dropLast()
    let isSame = files.allSatisfy { file in
      record.outputs.contains(RunRecord.Output(path: file.name, content: file.bytes))
    }
    return isSame ? PublishedName(name: last.name, folder: last.folder) : nil
  }

  /// Whether the files of an edition are on the disk as its record says.
  private static func isWhole(_ edition: PublishedEdition, _ record: RunRecord) -> Bool {
    record.outputs.allSatisfy { output in
      (try? FileDigest(path: FilePath.join(edition.folder, output.path)))?.sha256 == output.sha256
    }
  }

  /// An edition that is there.
  public struct PublishedName: Hashable, Sendable {
    /// `published/FY2025Q2/1`
    public let name: String
    public let folder: String
  }

  /// `FY2025Q2`; without a period the date of the first section that has one: `2024-11`.
  static func periodName(_ period: Period?, of report: ReportDefinition) -> String? {
    if let period { return period.machineSpelling }
    for text in report.sections.compactMap(\.asOf) {
      switch try? TimeGrammar().read(text).value {
      case .period(let period)?: return period.machineSpelling
      case .instant(let date)?: return date.description
      case .span?, nil: continue
      }
    }
    return nil
  }

  private static func makeFolder(_ path: String) throws(Findings) {
    if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    let rule = OutputRule.cannotCreate(reason: SystemError.last.text)
    throw Findings([Finding(rule, at: Place(file: path))], kind: rule.kind)
  }
}
