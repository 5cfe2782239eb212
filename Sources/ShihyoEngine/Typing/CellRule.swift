public import ShihyoModel

/// Why a cell does not fit its column, beyond what the grammars of numbers, dates and ages say themselves.
public enum CellRule: FindingRule {
  case notAnInteger
  case notABoolean(trueValues: [String], falseValues: [String])
  /// Undeclared: one cell carries a unit, another none or a different one. Units are spelled without scale, empty for none.
  case mixedUnits(first: String, firstFile: String?, firstLine: Int, second: String)
  /// A date of year 24 or 2204.
  case unlikelyYear(Int)
  /// Stands for the rule of this code where the field is personal, since a rule's own message may quote the cell.
  case personal(code: String, severity: Finding.Severity)

  /// From the first year of Meiji; beyond the last one no plan reaches.
  static let likelyYears = 1868...2100

  public static let examples: [CellRule] = [
    .notAnInteger, .notABoolean(trueValues: ["true"], falseValues: ["false"]),
    .mixedUnits(first: "件", firstFile: "a.csv", firstLine: 2, second: ""),
    .unlikelyYear(24),
    .personal(code: "cell.personal", severity: .error),
  ]

  public var code: String {
    switch self {
    case .notAnInteger: "cell.not-an-integer"
    case .notABoolean: "cell.not-a-boolean"
    case .mixedUnits: "cell.mixed-units"
    case .unlikelyYear: "cell.unlikely-year"
    case .personal(let code, _): code
    }
  }

  public var severity: Finding.Severity {
    switch self {
    case .personal(_, let severity): severity
    case .unlikelyYear: .warning
    case .notAnInteger, .notABoolean, .mixedUnits: .error
    }
  }

  public var message: Bilingual {
    switch self {
    case .notAnInteger: Bilingual(ja: "整数の列に小数があります", en: "a decimal stands in a column of integers")
    case .notABoolean: Bilingual(ja: "真偽の列に別の値があります", en: "this is neither true nor false")
    case .mixedUnits(let first, let file, let line, let second):
      Bilingual(
        ja:
          "この列の数値の単位がそろっていません: \(file.map { $0 + " の " } ?? "")\(line > 0 ? "\(line)行目は" : "")\(Self.name(first).ja)、ここは\(Self.name(second).ja)です",
        en: "the units of this column differ: \(Self.name(first).en)\(line > 0 ? " in line \(line)" : "")"
          + "\(file.map { " of " + $0 } ?? ""), \(Self.name(second).en) here")
    case .unlikelyYear(let year):
      Bilingual(
        ja: "西暦\(year)年の日付として読みました。統計の年としてはありそうにありません",
        en: "this was read as a date of the year \(year), of which there are hardly any statistics")
    case .personal:
      Bilingual(
        ja: "個人情報の列に読めない値があります (値は表示しません)",
        en: "a cell of a personal column cannot be read (it is not shown)")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .notAnInteger:
      Bilingual(
        ja: "値を直すか、定義ファイルで列の型を number にしてください", en: "correct the value, or declare the column as number")
    case .mixedUnits:
      Bilingual(
        ja: "すべてのセルに同じ単位を付けるか、すべて取り除いてください。記述子でこの列の unit を決めれば、単位のない数値はその単位で読みます",
        en:
          "write the same unit in all cells or remove it from all; with a unit declared in the descriptor, bare numbers are read in it"
      )
    case .unlikelyYear:
      Bilingual(
        ja:
          "年の打ち間違いなら直してください。9999-12-31 のような「期限なし」などの符号なら定義ファイルの missingValues に、実際の年なら constraints の minimum と maximum に書いてください",
        en:
          "correct a slip of the year; a code such as 9999-12-31 for «no end» belongs in missingValues of a descriptor, and where there are such years, declare minimum and maximum in constraints"
      )
    case .personal:
      Bilingual(
        ja: "元のファイルのこの行を開いて値を確かめてください", en: "open the file at this line and correct the cell")
    case .notABoolean(let trueValues, let falseValues):
      Bilingual(
        ja: "真は \(trueValues.joined(separator: ", "))、偽は \(falseValues.joined(separator: ", ")) と書きます",
        en: "true is written \(trueValues.joined(separator: ", ")) and false \(falseValues.joined(separator: ", "))")
    }
  }

  private static func name(_ unit: String) -> Bilingual {
    unit.isEmpty ? Bilingual(ja: "単位なし", en: "no unit") : Bilingual(ja: "「\(unit)」", en: unit)
  }
}
