import Shihyo

/// What can be wrong with the words of a command, beyond what the parser of options sees.
enum CommandRule: FindingRule {
  case inputMissing
  case unknownEngine
  case engineNotBuilt
  case engineIsLocalOnly
  case badDeadline
  case oneColumnWanted
  case badDelimiter
  case badEncoding
  case badHeaderRows
  /// An option, and what it may be; nil where there is no largest one.
  case badNumber(String, from: Int, to: Int? = nil)
  case severalDatasets
  case unknownEnding
  /// A report cannot be a file of this ending.
  case noSuchPaper(String)
  case previousNeedsKey
  case groupNeedsBy
  case rankColumnUnknown([String])
  case grainMissing
  case badPeriod
  case oneQuestionWanted
  case separatorEmpty
  case outputIsInput
  case outputTwice
  case intervalMissing
  case badLevel
  case marginsWanted
  case badReference
  case oneFormatWanted
  case binaryToTerminal
  case perMissing
  case nothingToAccept
  case editionsNeedErrata
  case cannotStream
  case unknownCode(nearest: String?)
  case tooFewFiles
  case excelIsNotPublished
  /// An edition can be made again from its definition alone.
  case basisIsNotPublished
  case basisNeedsPage
  case unchangedNeedsPublish

  var code: String {
    switch self {
    case .inputMissing: "command.input-missing"
    case .unknownEngine: "command.unknown-engine"
    case .engineNotBuilt: "command.engine-not-built"
    case .engineIsLocalOnly: "command.engine-is-local-only"
    case .badDeadline: "command.bad-deadline"
    case .oneColumnWanted: "command.one-column-wanted"
    case .badDelimiter: "command.bad-delimiter"
    case .badEncoding: "command.bad-encoding"
    case .badHeaderRows: "command.bad-header-rows"
    case .badNumber: "command.bad-number"
    case .severalDatasets: "command.several-datasets"
    case .unknownEnding: "command.unknown-ending"
    case .noSuchPaper: "command.no-such-paper"
    case .previousNeedsKey: "command.previous-needs-key"
    case .groupNeedsBy: "command.group-needs-by"
    case .rankColumnUnknown: "command.rank-column-unknown"
    case .grainMissing: "command.grain-missing"
    case .badPeriod: "command.bad-period"
    case .oneQuestionWanted: "command.one-question-wanted"
    case .separatorEmpty: "command.separator-empty"
    case .outputIsInput: "command.output-is-input"
    case .outputTwice: "command.output-twice"
    case .intervalMissing: "command.interval-missing"
    case .badLevel: "command.bad-level"
    case .marginsWanted: "command.margins-wanted"
    case .badReference: "command.bad-reference"
    case .oneFormatWanted: "command.one-format-wanted"
    case .binaryToTerminal: "command.binary-to-terminal"
    case .perMissing: "command.per-missing"
    case .nothingToAccept: "command.nothing-to-accept"
    case .editionsNeedErrata: "command.editions-need-errata"
    case .cannotStream: "command.cannot-stream"
    case .unknownCode: "command.unknown-code"
    case .tooFewFiles: "command.too-few-files"
    case .excelIsNotPublished: "command.excel-is-not-published"
    case .basisIsNotPublished: "command.basis-is-not-published"
    case .basisNeedsPage: "command.basis-needs-page"
    case .unchangedNeedsPublish: "command.unchanged-needs-publish"
    }
  }

  var message: Bilingual {
    switch self {
    case .inputMissing: Bilingual(ja: "読むもの (INPUT) がありません", en: "no input was named")
    case .unknownEngine: Bilingual(ja: "この計算場所はありません", en: "there is no such engine")
    case .engineNotBuilt:
      Bilingual(ja: "この shihyo は Spark なしで作られています", en: "this shihyo was built without Spark")
    case .engineIsLocalOnly:
      Bilingual(ja: "このコマンドはクラスターでは動きません", en: "this command does not run on a cluster")
    case .badDeadline: Bilingual(ja: "--deadline が使えません", en: "--deadline cannot be used so")
    case .oneColumnWanted: Bilingual(ja: "列は一つだけ指定します", en: "one column is wanted here")
    case .badDelimiter: Bilingual(ja: "区切り文字は1バイトの文字です", en: "a delimiter is one byte")
    case .badEncoding: Bilingual(ja: "この文字コードは知りません", en: "this encoding is not known")
    case .badHeaderRows: Bilingual(ja: "見出しの行の書き方が違います", en: "header rows are not written this way")
    case .badNumber(let option, _, _): Bilingual(ja: "\(option) の数が範囲の外です", en: "\(option) is out of range")
    case .severalDatasets:
      Bilingual(ja: "データセット名や .json は一つだけ指定します", en: "only one dataset name or .json file can be given")
    case .unknownEnding: Bilingual(ja: "このファイル名からは形式が分かりません", en: "the name of this file does not tell its format")
    case .noSuchPaper(let ending):
      Bilingual(ja: "報告書は .\(ending) の形式では書けません", en: "a report cannot be written as .\(ending)")
    case .previousNeedsKey: Bilingual(ja: "--previous と --key は一緒に使います", en: "--previous and --key go together")
    case .groupNeedsBy: Bilingual(ja: "--group だけでは内訳を出せません", en: "--group alone gives no table")
    case .rankColumnUnknown: Bilingual(ja: "ランクの列が分かりません", en: "the column of ranks is not known")
    case .grainMissing: Bilingual(ja: "期の長さが分かりません", en: "the length of a period is not known")
    case .badPeriod: Bilingual(ja: "期として読めません", en: "this does not read as a period")
    case .oneQuestionWanted: Bilingual(ja: "設問を一つ指定します", en: "one question is wanted")
    case .separatorEmpty: Bilingual(ja: "区切り文字が空です", en: "the separator is empty")
    case .outputTwice:
      Bilingual(ja: "二つの書き出し先が同じファイルです", en: "two outputs are one file")
    case .outputIsInput: Bilingual(ja: "書き出し先が、読むファイルそのものです", en: "the file to write is the file that is read")
    case .intervalMissing:
      Bilingual(
        ja: "--level、--population、--against は --interval と一緒に使います",
        en: "--level, --population and --against go together with --interval")
    case .badLevel: Bilingual(ja: "信頼水準が数として読めません", en: "the level of confidence is not a number")
    case .marginsWanted:
      Bilingual(ja: "--weight-to と --margins の数が合いません", en: "--weight-to and --margins do not match")
    case .perMissing:
      Bilingual(ja: "人口の表 (--per) がありません", en: "the table of people (--per) is missing")
    case .badReference: Bilingual(ja: "表と列の書き方が違います", en: "a table and its column are not written this way")
    case .oneFormatWanted:
      Bilingual(ja: "一つのファイルや標準出力には、形式を一つだけ書き出せます", en: "one file, or standard output, holds one format")
    case .binaryToTerminal:
      Bilingual(ja: "この形式は画面に表示できません", en: "this format cannot be shown on a terminal")
    case .cannotStream:
      Bilingual(ja: "この形式では、すべての行を流し出せません", en: "this format cannot hold all rows as they come")
    case .excelIsNotPublished:
      Bilingual(ja: "--excel と --publish は一緒に使えません", en: "--excel does not go together with --publish")
    case .basisIsNotPublished:
      Bilingual(ja: "--basis と --publish は一緒に使えません", en: "--basis does not go together with --publish")
    case .basisNeedsPage:
      Bilingual(ja: "--basis はHTMLの報告書だけのものです", en: "--basis is for the HTML page of a report")
    case .unchangedNeedsPublish:
      Bilingual(ja: "--unchanged は --publish と一緒に使います", en: "--unchanged goes together with --publish")
    case .tooFewFiles: Bilingual(ja: "開けるファイルの数が少なすぎます", en: "too few files may be open at once")
    case .unknownCode: Bilingual(ja: "この符号はありません", en: "there is no such code")
    case .nothingToAccept: Bilingual(ja: "受け入れる番号がありません", en: "nothing was named that is to be accepted")
    case .editionsNeedErrata: Bilingual(ja: "版の名前は --errata と一緒に使います", en: "editions go together with --errata")
    }
  }

  var hint: Bilingual {
    switch self {
    case .inputMissing:
      Bilingual(
        ja: "CSVファイルかデータセット名を書いてください。一覧は shihyo datasets、標準入力は -",
        en: "name a CSV file or a dataset; shihyo datasets lists them, - is standard input")
    case .unknownEngine:
      Bilingual(
        ja: "--engine local か --engine sc://HOST:PORT と書くか、省いてください",
        en: "write --engine local or --engine sc://HOST:PORT, or leave it out")
    case .engineNotBuilt:
      Bilingual(
        ja: "SPARK=1 make build で作り直すか、--engine を省いてください",
        en: "build it with SPARK=1 make build, or leave --engine out")
    case .engineIsLocalOnly: Bilingual(ja: "--engine を省いてください", en: "leave --engine out")
    case .badDeadline:
      Bilingual(
        ja: "1以上の秒数を、--engine sc://HOST:PORT と一緒に書いてください",
        en: "give 1 second or more, together with --engine sc://HOST:PORT")
    case .oneColumnWanted: Bilingual(ja: "コンマを除き、列名を一つ書いてください", en: "remove the comma and name one column")
    case .badDelimiter: Bilingual(ja: "-d ',' -d ';' -d tab のように書いてください", en: "write -d ',' or -d ';' or -d tab")
    case .badEncoding:
      Bilingual(
        ja: "\(Self.encodingNames) のどれかを書いてください", en: "write one of \(Self.encodingNames)")
    case .badHeaderRows:
      Bilingual(ja: "--header-rows 3 または --header-rows 2-3 と書いてください", en: "write --header-rows 3 or --header-rows 2-3")
    case .badNumber(_, let least, nil):
      Bilingual(ja: "\(least)以上の整数にしてください", en: "give a whole number, \(least) or more")
    case .badNumber(_, let least, let most?):
      Bilingual(ja: "\(least)～\(most)の整数にしてください", en: "give a whole number from \(least) to \(most)")
    case .severalDatasets:
      Bilingual(ja: "一つずつ実行するか、CSVファイルの名前を並べてください", en: "run them one by one, or name the CSV files")
    case .unknownEnding:
      Bilingual(
        ja: "Excelで開くなら -o 結果.xlsx としてください。ほかは -f に \(OutputFormat.names) のどれかを添えてください",
        en: "for Excel write -o result.xlsx; else add -f with one of \(OutputFormat.names)")
    case .noSuchPaper(let ending):
      Self.paperHint(isPicture: ["svg", "png", "emf", "jpg", "jpeg", "gif"].contains(ending.lowercased()))
    case .previousNeedsKey:
      Bilingual(
        ja: "例: --previous 前回.csv --key 局名,番号", en: "for example --previous earlier.csv --key bureau,number")
    case .groupNeedsBy:
      Bilingual(
        ja: "内訳の列は --by 局名 のように指定し、--group はそれをまとめる列があるときだけ添えてください",
        en: "name the column with --by, and add --group only where another column groups it")
    case .rankColumnUnknown(let names):
      Bilingual(
        ja: "--rank 列名 で指定してください。列: \(names.joined(separator: "、"))",
        en: "name it with --rank COL; columns: \(names.joined(separator: ", "))")
    case .grainMissing:
      Bilingual(
        ja: "--time 利用日:四半期 のように書くか、--grain に \(Self.grainWords) のどれかを書いてください（\(Self.grainNames) も可）",
        en: "write --time date:quarter, or give --grain one of \(Self.grainNames)")
    case .badPeriod:
      Bilingual(
        ja: "--grain と同じ長さの期を FY2022Q1 や 令和4年度第1四半期 のように書いてください",
        en: "name a period as long as --grain, for example FY2022Q1 or 2022-04")
    case .oneQuestionWanted:
      Bilingual(
        ja: "--question 列名（複数回答なら --multiple ';' も）か、--options 列名,列名 のどちらかを書いてください",
        en: "give --question COL (with --multiple ';' for several answers) or --options COL,COL")
    case .separatorEmpty: Bilingual(ja: "--multiple ';' のように書いてください", en: "write --multiple ';'")
    case .outputTwice:
      Bilingual(
        ja: "-o と --rejects（理由は 名前.reasons.csv）に別の名前を書いてください",
        en: "give -o and --rejects (its reasons go to NAME.reasons.csv) other names")
    case .outputIsInput:
      Bilingual(
        ja: "元のファイルは書き換えません。別の名前を書いてください", en: "raw files are not changed: give another name")
    case .intervalMissing: Bilingual(ja: "--interval を加えてください", en: "add --interval")
    case .badLevel: Bilingual(ja: "--level 0.95 のように書いてください", en: "write --level 0.95")
    case .marginsWanted:
      Bilingual(
        ja: "例: --weight-to 性別,年齢 --margins 人口.csv:人口。表は1つか、区分と同じ数だけ書きます",
        en: "for example --weight-to sex,age --margins population.csv:people; give one table, or one for each key")
    case .perMissing: Bilingual(ja: "--per 人口.csv:人口 のように書いてください", en: "write --per population.csv:people")
    case .badReference:
      Bilingual(ja: "人口.csv:人口 のように、表:列 と書いてください", en: "write TABLE:COLUMN, for example population.csv:people")
    case .oneFormatWanted:
      Bilingual(ja: "-o にフォルダの名前を書くか、-f に形式を一つ書いてください", en: "name a folder with -o, or one format with -f")
    case .binaryToTerminal:
      Bilingual(ja: "-o 結果.xlsx のように書き出し先を書いてください", en: "name a file, for example -o result.xlsx")
    case .cannotStream:
      Bilingual(ja: "--all には -f text、csv、json を使ってください", en: "use -f text, csv or json with --all")
    case .unknownCode(let nearest?):
      Bilingual(
        ja: "「\(nearest)」ではありませんか。一覧は shihyo codes", en: "did you mean \"\(nearest)\"? shihyo codes lists them")
    case .excelIsNotPublished:
      Bilingual(
        ja: "版のCSVはいつも同じ形です。Excel用は --excel -f csv -o 資料.csv で別に書き出してください",
        en: "the CSV of an edition has one form; write one for Excel beside it: --excel -f csv -o paper.csv")
    case .basisIsNotPublished:
      Bilingual(
        ja: "版の算出根拠は report.yaml の basis: で決めます",
        en: "say it in report.yaml (basis: print, screen or none), from which the edition can be made again")
    case .basisNeedsPage:
      Bilingual(
        ja: "-f html か -o 資料.html を添えるか、--basis を省いてください", en: "add -f html or -o paper.html, or leave --basis out")
    case .unchangedNeedsPublish:
      Bilingual(ja: "--publish を加えるか、--unchanged を省いてください", en: "add --publish, or leave --unchanged out")
    case .tooFewFiles:
      Bilingual(ja: "ulimit -n 64 を実行してから、もう一度実行してください", en: "run ulimit -n 64, then this again")
    case .unknownCode(nil): Bilingual(ja: "一覧は shihyo codes で分かります", en: "shihyo codes lists them")
    case .nothingToAccept:
      Bilingual(
        ja: "--accept 番号 のように書くか、すべてなら --accept --all としてください",
        en: "write --accept ID, or --accept --all for everything")
    case .editionsNeedErrata:
      Bilingual(ja: "報告書の名前は一つだけ書くか、--errata を加えてください", en: "name one report only, or add --errata")
    }
  }

  static let encodingNames = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")

  static let grainNames = Grain.allCases.map(\.rawValue).joined(separator: ", ")
  static let grainWords = Grain.allCases.map(\.word).joined(separator: ", ")

  private static func paperHint(isPicture: Bool) -> Bilingual {
    let way =
      isPicture
      ? Bilingual(
        ja: "図は -o 資料.html（SVG）や -o 資料.xlsx の中にあります。", en: "charts stand in -o paper.html and -o paper.xlsx; ")
      : Bilingual(ja: "PDFは -o 資料.html をブラウザで印刷して作れます。", en: "print -o paper.html from a browser for a PDF; ")
    return Bilingual(
      ja: way.ja + "一つのファイルは .docx .xlsx .html など。フォルダなら名前の後に / を付けてください",
      en: way.en + "a single file ends in .docx, .xlsx, .html and so on; for a folder write a slash behind its name")
  }

  static var examples: [CommandRule] {
    [
      .inputMissing, .unknownEngine, .engineNotBuilt, .engineIsLocalOnly, .badDeadline, .oneColumnWanted, .badDelimiter,
      .badEncoding, .badHeaderRows,
      .badNumber("--digits", from: 0, to: 15), .badNumber("--threads", from: 1), .severalDatasets, .unknownEnding,
      .noSuchPaper("pdf"), .previousNeedsKey, .groupNeedsBy,
      .rankColumnUnknown(["課題", "評価"]), .grainMissing, .badPeriod, .oneQuestionWanted, .separatorEmpty,
      .outputIsInput, .outputTwice, .intervalMissing, .badLevel, .marginsWanted, .badReference,
      .perMissing, .oneFormatWanted,
      .binaryToTerminal, .nothingToAccept, .editionsNeedErrata, .cannotStream,
      .unknownCode(nearest: "cell.not-a-number"), .tooFewFiles, .excelIsNotPublished,
      .basisIsNotPublished, .basisNeedsPage, .unchangedNeedsPublish,
    ]
  }
}
