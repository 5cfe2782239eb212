import ArgumentParser

/// What is done with a report besides printing it: kept as an edition, held against another, begun.
struct EditionOptions: ParsableArguments {
  @Flag(
    name: .long,
    help: help(
      "版として残す: reports/名前/published/期間/版/。前の版は書き換えない",
      "Keep it as the next edition: reports/NAME/published/PERIOD/EDITION/; earlier ones are never replaced"))
  var publish = false

  @Flag(
    name: .long,
    help: help("--publish のとき、最後の版と同じ内容でも、新しい版として残す", "With --publish: keep it also where the last edition is the same")
  )
  var unchanged = false

  @Flag(
    name: .long,
    help: help(
      "二つの版の正誤表を出す (省略時は最新の期間の最後の二つ)。例 --errata FY2025Q2/1 FY2025Q2/2",
      "Errata between two editions (the last two of the newest period), for example --errata FY2025Q2/1 FY2025Q2/2"))
  var errata = false

  @Option(name: .long, help: help("正誤表の理由", "Reason that the errata give", placeholder: "text"))
  var reason: String?

  @Flag(
    name: .long,
    help: help(
      "新しい報告書の下書き (report.yaml) を作る。--dataset を添えると表と文が入る",
      "Begin a report: a report.yaml that runs; with --dataset it has tables and sentences"))
  var new = false

  @Option(name: .long, help: help("新しい報告書のデータセット", "Dataset of the new report", placeholder: "name"))
  var dataset: String?
}
