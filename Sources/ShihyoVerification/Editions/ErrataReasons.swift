import ShihyoDefinitions
import ShihyoModel
import ShihyoReports

/// Why a figure of the new edition is another one, as far as the records of both runs tell.
struct ErrataReasons {
  private let given: Bilingual?
  /// `dataset/resource` whose files changed.
  private let inputs: [String]
  private let sources: MetricSources
  private let redefined: Set<FigureID>
  /// Figures of one edition alone: the report may ask for others than before, whatever the inputs are.
  private let lone: Set<FigureID>

  init(
    given: String?, old: RunRecord, new: RunRecord, report: ReportDefinition, finder: DatasetFinder,
    difference: LedgerDifference
  ) {
    self.given = given.map { Bilingual(ja: $0, en: $0) }
    sources = MetricSources(report, finder: finder, run: new)
    redefined = Set(difference.changes.filter { $0.kind == .definition || $0.kind == .rounding }.map(\.id))
    lone = Set(difference.changes.filter { $0.kind == .appeared || $0.kind == .gone }.map(\.id))
    var before: [String: String] = [:]
    for input in old.inputs { before[Self.key(input)] = input.sha256 }
    var changed: [String] = []
    for input in new.inputs where before.removeValue(forKey: Self.key(input)) != input.sha256 {
      if !changed.contains(input.dataset) { changed.append(input.dataset) }
    }
    // What is left was read then and is not read now.
    for input in old.inputs where before[Self.key(input)] != nil && !changed.contains(input.dataset) {
      changed.append(input.dataset)
    }
    inputs = changed
  }

  /// The folder above may have moved.
  private static func key(_ input: RunRecord.Input) -> String { input.dataset + "\n" + FilePath.name(of: input.path) }

  func reason(of id: FigureID) -> Bilingual {
    if let given { return given }
    if redefined.contains(id) { return Bilingual(ja: "定義または端数処理の変更", en: "its definition or rounding changed") }
    let own = sources.input(of: id.metric)
    let changed = inputs.filter { own == nil || $0 == own }
    if lone.contains(id) {
      let names = changed.joined(separator: "、")
      return Bilingual(
        ja: "一方の版にしかない（報告書の定義か期間の変更" + (names.isEmpty ? "）" : "、または入力の変更：\(names)）"),
        en: "in one edition only: the report or its period changed"
          + (names.isEmpty ? "" : ", or the input: " + changed.joined(separator: ", ")))
    }
    guard !changed.isEmpty else {
      return Bilingual(ja: "入力は同じ（報告書の定義かプログラムの変更）", en: "same inputs: the report or the program changed")
    }
    return Bilingual(
      ja: "入力の変更：" + changed.joined(separator: "、"), en: "input changed: " + changed.joined(separator: ", "))
  }
}
