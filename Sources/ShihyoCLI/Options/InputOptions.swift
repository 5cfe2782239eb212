import ArgumentParser
import Shihyo

/// What is read and how: the flags every command with an INPUT has in common (design.md, section 7).
struct InputOptions: ParsableArguments {
  @Argument(
    help: help(
      "CSVファイル、datapackage.json、データセット名 (NAME または NAME/RESOURCE)、標準入力は -。見出しの同じ複数ファイルは一つとして読む。",
      "A CSV file, a datapackage.json, the name of a dataset (NAME or NAME/RESOURCE), or - for standard input. Several files with one header are read as one.",
      placeholder: "input"))
  var inputs: [String] = []

  @OptionGroup(title: abstract("読み込み", "Reading"))
  var reading: ReadingFlags
}

struct ReadingFlags: ParsableArguments {
  @Option(name: [.short, .long], help: help("区切り文字 (1バイト、tab も可)", "Delimiter (one byte; tab works too)"))
  var delimiter: String?

  @Option(
    name: [.short, .long],
    help: help(
      "文字コード: utf-8, cp932, euc-jp, iso-2022-jp, utf-16le, utf-16be (省略時は判定)",
      "Encoding: utf-8, cp932, euc-jp, iso-2022-jp, utf-16le, utf-16be (found out if not given)"))
  var encoding: String?

  @Flag(name: [.customShort("H"), .long], help: help("見出し行がない", "There is no header row"))
  var noHeaderRow = false

  @Option(name: [.customShort("K"), .long], help: help("先頭の物理行を読み飛ばす数", "Physical lines to pass over first"))
  var skipLines: Int?

  @Option(
    name: .long,
    help: help(
      "見出しの行 N または N-M (読み飛ばした後、1から)", "Header rows N or N-M (after skipped lines, from 1)", placeholder: "N[-M]"))
  var headerRows: String?

  @Option(name: .long, help: help("見出しの後に読み飛ばす行数 (型の行など)", "Records to pass over after the header (type rows)"))
  var skipAfterHeader: Int?

  @Flag(
    name: .long,
    help: help(
      "表の下の注と空の行を除く (何が注かは describe が示す)", "Leave out notes below the table and empty rows (describe shows them)"))
  var withoutNotes = false

  @Flag(
    name: .long,
    help: help(
      "小計・合計の行を除き、内訳の合計と照らす (どの行かは describe が示す)",
      "Leave out total rows and compare them with the sums of their parts (describe shows them)"))
  var withoutTotals = false

  @Option(
    name: .long,
    help: help(
      "4/1/2023 のような日付の順: ymd, mdy, dmy (定義ファイルのない列)",
      "Order of dates such as 4/1/2023: ymd, mdy, dmy (columns without a descriptor)"))
  var dateOrder: Field.DateOrder?

  @Option(
    name: .long,
    help: help("R5 のような年の読み方: fiscal (年度) または calendar (年)", "Reading of years such as R5: fiscal or calendar"))
  var yearReading: Field.YearReading?

  @Option(name: .long, help: help("データセットのフォルダ", "Folder of datasets", placeholder: "dir"))
  var datasets: String?

  @Option(
    name: .long,
    help: help(
      "読めないセルがあるとき: fail (止める) または skip (その行を除き、件数を出力に書く)",
      "Where a cell cannot be read: fail (stop) or skip (leave the row out and count it in the output)"))
  var onError: ReadingOptions.OnError?

  @Option(
    name: .long,
    help: help(
      "差戻し行の書き出し先 (理由は同じ名前の .reasons.csv)。除いて集計するには --on-error skip も付ける",
      "File for rejected rows (why: the same name with .reasons.csv); they are left out only with --on-error skip",
      placeholder: "file"))
  var rejects: String?

  @Option(name: .long, help: help("1項目の最大バイト数", "Largest field in bytes"))
  var maxField: Int?

  @OptionGroup var place: EngineOptions
}
