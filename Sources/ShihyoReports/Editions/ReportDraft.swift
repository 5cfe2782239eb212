public import ShihyoDefinitions
public import ShihyoModel

/// A first `report.yaml` for a dataset: commented, with sections that run at once.
///
/// Which form fits is tried, not guessed: quarters with comparisons, else every metric at its own time, else the rows as they
/// stand. The first that runs on the data is it.
public struct ReportDraft: Sendable {
  public let name: String
  private let package: DataPackage
  private let metrics: [MetricDefinition]
  private let datasetName: String

  /// - Parameter dataset: its name, as the finder of reports finds it.
  /// - Errors: an unknown dataset, what is wrong with its descriptor or its metrics, a name that cannot be a folder.
  public init(name: String, dataset: String, finder: DatasetFinder) throws(Findings) {
    guard Self.isName(name) else { throw Findings([Finding(ReportDraftRule.badName, text: name)], kind: .usage) }
    self.name = name
    datasetName = dataset
    package = try finder.package(named: dataset)
    metrics = try MetricFile.load(for: package).metrics
  }

  /// Tables of months (or longer) of which nobody can tell whether a row is missing.
  public var warnings: [Finding] {
    package.resources.compactMap { resource in
      let fields = resource.schema?.fields ?? []
      let times = metrics.filter { ($0.resource ?? package.resources.first?.name) == resource.name }.compactMap(\.time)
      let time = fields.first { field in
        times.isEmpty
          ? [.yearmonth, .year, .period].contains(field.type) : times.contains { Label($0) == Label(field.name) }
      }
      guard let time, ![.date, .datetime].contains(time.type), let schema = resource.schema,
        !SeriesColumns.isDeclared(time: time.name, schema: schema, reading: resource.reading)
      else { return nil }
      let labels = fields.filter { field in
        field.name != time.name && !field.isPersonal
          && (field.role == .key || (field.role == nil && [.string, .ageBracket].contains(field.type)))
      }
      let rule = ReportDraftRule.noPrimaryKey(
        resource: resource.name, columns: labels.map(\.name) + [time.name])
      return Finding(rule, at: Place(file: package.path), text: nil)
    }
  }

  /// The text of the first form that runs.
  ///
  /// - Errors: those of the simplest form, if none runs.
  public func text(runner: ReportRunner, path: String) async throws -> String {
    var forms: [String] = []
    let timed = metrics.filter { $0.time != nil }
    if !timed.isEmpty { forms.append(quarterly(timed)) }
    if !metrics.isEmpty { forms.append(single(metrics.filter { $0.time == nil || $0.asOf != nil })) }
    forms.append(rows)
    var failure: (any Error)?
    for form in forms {
      do {
        let report = try ReportDefinition.read(Array(form.utf8), path: path, name: name)
        _ = try await runner.run(report)
        return form
      } catch {
        failure = error
      }
    }
    throw failure ?? Findings([Finding(ReportDraftRule.badName, text: name)])
  }

  /// A paper of one sentence that runs, with the datasets that there are: for who has not chosen one yet.
  ///
  /// - Errors: a name that cannot be a folder; `report.dataset-missing` where there is no dataset at all.
  public static func outline(name: String, finder: DatasetFinder) throws(Findings) -> String {
    guard isName(name) else { throw Findings([Finding(ReportDraftRule.badName, text: name)], kind: .usage) }
    let listings = finder.all()
    guard !listings.isEmpty else { throw Findings([Finding(ReportDraftRule.datasetMissing)], kind: .usage) }
    let lines = listings.map { listing in
      let title = (try? listing.package.get())?.title.map { "  " + VisibleText.make($0) } ?? ""
      return "#   " + VisibleText.make(listing.name) + title + "\n"
    }
    return """
      # 報告書「\(name)」の下書き。書き方は説明書の Reports。
      # 作る: shihyo report \(name)    書き出す: shihyo report \(name) -o フォルダ
      # 表と文の入った下書き: このファイルを消してから shihyo report --new \(name) --dataset 名前
      title: \(name)
      lang: ja
      # 使うデータセットを [ ] の中に書く。今あるもの：
      \(lines.joined())datasets: []
      # period: latest-quarter   # 令和7年度第2四半期 なども
      # parameters:              # --set ward=甲区 で選ぶ。題名や文の中では {ward}
      #   ward: {column: 区, all: 全体}
      sections:
        - id: overview
          title: 概要
          blocks:
            - sentence: ・ここに文を書く。数値は波括弧の中に指標の名前で書く。

      """
  }

  /// Lower-case letters, digits and hyphens: the name is part of the ids of figures.
  private static func isName(_ name: String) -> Bool {
    let allowed = name.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "-")
    }
    return allowed && !name.isEmpty && !name.hasPrefix("-")
  }

  // MARK: Forms

  private func head(_ title: String, period: String?) -> String {
    """
    # 報告書「\(name)」の下書き。値を書き換えて使う。書き方は説明書の Reports。
    # 作る: shihyo report \(name)    書き出す: shihyo report \(name) -o フォルダ    版として残す: shihyo report \(name) --publish
    title: \(quoted(title))
    # number: 資料1            # 右上の資料番号
    # status: 【速報】
    lang: ja
    # department: 担当課
    # contact: 担当課 電話番号   # 末尾の問い合わせ先
    datasets: [\(datasetName)]

    """ + (period.map { "period: \($0)   # 全部の月がそろった最後の四半期。令和7年度第2四半期 なども\n" } ?? "") + parameter + "sections:\n"
  }

  /// A column that a reader may want to choose a value of; commented, since it changes what the paper is about.
  private var parameter: String {
    let fields = package.resources.flatMap { $0.schema?.fields ?? [] }
    let column =
      fields.first { $0.role == .key && $0.type == .string && !$0.isPersonal }
      ?? fields.first { $0.role == nil && $0.type == .string && !$0.isPersonal }
    guard let column = column?.name else { return "" }
    return "# parameters: {choice: {column: \(quoted(column)), all: 全体}}   # --set choice=値 で絞る。題名や文の中では {choice}\n"
  }

  private var tail: String {
    """
    notes:
      - 端数処理は四捨五入。
    # sources: [出典の文書名とページ]

    """
  }

  private func quarterly(_ metrics: [MetricDefinition]) -> String {
    var text = head("{period}({months}) " + title, period: "latest-quarter")
    text += "  - id: overview\n    title: 概要\n    blocks:\n"
    for metric in metrics.prefix(2) {
      let label = escaped(metric.label.ja)
      // Percentages rise and fall by ポイント; amounts grow and shrink.
      let (rose, fell) = isPercentage(metric) ? ("上昇した", "低下した") : ("増えた", "減った")
      text += """
              - movement:             # 前年同期との動きを、場合ごとの文で言う
                  of: \(metric.id)
                  compare: year-ago   # previous なら前期
                  threshold: 1        # 動き(\(isPercentage(metric) ? "ポイント" : "％"))がこれより小さければ too-small の文
                  rose: \(quoted("・\(label)は{now}で、前年同期({before})より{change}\(rose)。"))
                  fell: \(quoted("・\(label)は{now}で、前年同期({before})より{change}\(fell)。"))
                  too-small: \(quoted("・\(label)は{now}で、前年同期({before})とほぼ同じだった。"))
                  unchanged: \(quoted("・\(label)は{now}で、前年同期と同じだった。"))
                  missing: \(quoted("・\(label)は{now}。前年同期との増減は示せない。"))

        """
    }
    for (place, metric) in metrics.prefix(4).enumerated() {
      text += """
          - id: metric-\(place + 1)
            title: \(quoted(escaped(metric.label.ja)))
            blocks:
              - table:
                  name: quarters-\(place + 1)
                  metrics: [\(metric.id)]
                  across: periods
                  periods: [last-6]
                  compare: [previous, year-ago]
              - chart: {kind: line, name: chart-\(place + 1), title: \(quoted(escaped(metric.label.ja) + "の推移")), table: quarters-\(place + 1)}

        """
    }
    return text + tail
  }

  /// Whether a change of the metric is one of ポイント: it is a percentage by its kind, its unit or that of its column.
  private func isPercentage(_ metric: MetricDefinition) -> Bool {
    switch metric.computation {
    case .ratio(.share, _, _), .ratio(.change, _, _): return true
    case .ratio: return false
    case .sum, .value:
      let columns = metric.columns.map { Label($0) }
      let fields = package.resources.flatMap { $0.schema?.fields ?? [] }.filter { columns.contains(Label($0.name)) }
      let units = metric.unit.map { [$0] } ?? fields.compactMap(\.unit?.symbol)
      return units.contains { TextFolding.fold($0) == "%" }
    }
  }

  private func single(_ metrics: [MetricDefinition]) -> String {
    var text = head(title, period: nil)
    text += "  - id: overview\n    title: 概要\n    blocks:\n"
    for metric in metrics.prefix(3) {
      text += "      - sentence: " + quoted("・\(escaped(metric.label.ja))は{\(metric.id)}。") + "\n"
    }
    text += "  - id: figures\n    title: 数値の一覧\n    blocks:\n      - figures:\n          rows:   # 一行に一つの数値\n"
    for metric in metrics { text += "            - {metric: \(metric.id)}\n" }
    return text + tail
  }

  private var rows: String {
    var text = head(title, period: nil)
    text += "# 指標 (metrics.yaml) を書くと、文や表に数値を入れられる。\n"
    for (place, resource) in package.resources.prefix(3).enumerated() {
      let columns = resource.schema?.fields.filter { !$0.isPersonal && $0.role != .ignored }.map(\.name).prefix(6) ?? []
      guard !columns.isEmpty else { continue }
      let names = columns.map { "`" + $0.replacing("`", with: "``") + "`" }.joined(separator: ",")
      text += """
          - id: rows-\(place + 1)
            title: \(quoted(escaped(resource.title ?? resource.name)))
            blocks:
              - rows: {name: rows-\(place + 1), dataset: \(datasetName)/\(resource.name), columns: \(quoted(names))}

        """
    }
    return text + tail
  }

  private var title: String { escaped(package.title ?? package.name) }

  /// Braces name figures and words in a report.
  private func escaped(_ text: String) -> String {
    text.replacing("{", with: "{{").replacing("}", with: "}}")
  }

  /// As YAML in double quotes.
  private func quoted(_ text: String) -> String { JSONValue.quoted(text) }
}
