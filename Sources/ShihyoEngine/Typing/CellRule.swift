public import ShihyoModel

/// Why a cell does not fit its column, beyond what the grammars of numbers, dates and ages say themselves.
public enum CellRule: FindingRule {
  case notAnInteger
  case notABoolean(trueValues: [String], falseValues: [String])

  public static let examples: [CellRule] = [
    .notAnInteger, .notABoolean(trueValues: ["true"], falseValues: ["false"]),
  ]

  public var code: String {
    switch self {
    case .notAnInteger: "cell.not-an-integer"
    case .notABoolean: "cell.not-a-boolean"
    }
  }

  public var message: Bilingual {
    switch self {
    case .notAnInteger: Bilingual(ja: "整数の列に小数があります", en: "a decimal stands in a column of integers")
    case .notABoolean: Bilingual(ja: "真偽の列に別の値があります", en: "this is neither true nor false")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .notAnInteger:
      Bilingual(
        ja: "値を直すか、定義ファイルで列の型を number にしてください", en: "correct the value, or declare the column as number")
    case .notABoolean(let trueValues, let falseValues):
      Bilingual(
        ja: "真は \(trueValues.joined(separator: ", "))、偽は \(falseValues.joined(separator: ", ")) と書きます",
        en: "true is written \(trueValues.joined(separator: ", ")) and false \(falseValues.joined(separator: ", "))")
    }
  }
}
