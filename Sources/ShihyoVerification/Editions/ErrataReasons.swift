import ShihyoDefinitions
import ShihyoModel
import ShihyoReports

/// Why a figure of the new edition is another one, as far as the records of both runs tell.
struct ErrataReasons {
  private let given: Bilingual?
  /// Names (`dataset/resource`) of the data whose files changed.
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

  /// 利用コマ数, in a sentence 利用コマ数（乙区、令和7年度第2四半期）: a table says the rest itself.
  func label(of id: FigureID, inTable: Bool) -> Bilingual {
    let name = sources.label(of: id.metric) ?? Bilingual(ja: id.metric, en: id.metric)
    if inTable { return name }
    let groups = id.dimensions.sorted { Label($0.key) < Label($1.key) }.map(\.value)
    let period = Period(machineSpelling: id.period)?.bilingualLabel
    func words(_ language: Language) -> [String] { groups + (period.map { [$0[language]] } ?? []) }
    if words(.ja).isEmpty { return name }
    return Bilingual(
      ja: name.ja + "（" + words(.ja).joined(separator: "、") + "）",
      en: name.en + " (" + words(.en).joined(separator: ", ") + ")")
  }

  /// The folder above may have moved.
  private static func key(_ input: RunRecord.Input) -> String { input.dataset + "\n" + FilePath.name(of: input.path) }

  func reason(of id: FigureID) -> Bilingual {
    if let given { return given }
    if redefined.contains(id) { return Bilingual(ja: "算出の定義または端数処理を改めた", en: "the definition or the rounding changed") }
    let own = sources.inputs(of: id.metric)
    let changed = inputs.filter { own?.contains($0) ?? true }.map { sources.title(of: $0) }
    if lone.contains(id) {
      let names = changed.joined(separator: "、")
      return Bilingual(
        ja: "一方の版にしか載せていない（資料の構成か期間を改めた" + (names.isEmpty ? "）" : "、またはデータの変更：\(names)）"),
        en: "printed in one edition only: the paper or its period changed"
          + (names.isEmpty ? "" : ", or the data: " + changed.joined(separator: ", ")))
    }
    guard !changed.isEmpty else {
      return Bilingual(ja: "データは同じで、資料の定義かプログラムを改めた", en: "same data: the paper's definition or the program changed")
    }
    return Bilingual(
      ja: "データの変更：" + changed.joined(separator: "、"), en: "data changed: " + changed.joined(separator: ", "))
  }
}
