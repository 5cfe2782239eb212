import ShihyoModel

/// The last column `marks` of CSV output: what a bare number cannot say.
///
/// `sum(X):incomplete(missing=2);provisional|share(sum(X)):undefined`: columns are separated by `|`, the marks of one column by
/// `;`, and a name ends at its first `:`. In a name `%` `:` `;` `|` are percent-encoded; nothing else is.
/// Words: a reason (`nil`, `missing`, `suppressed`, `not-surveyed`, `empty`, `unknown-mark`) or `undefined` where the cell is
/// empty, `incomplete(reason=n …)`, `inexact` for irrational results, and the names of `Marks`. `:rejected=3` without a column
/// says that the inputs had 3 rejected records: a shorter table is never silent.
enum MarksColumn {
  static let name = "marks"

  /// Empty where every figure of the row is a plain exact number and no record was rejected.
  static func cell(_ figures: [(column: String, figure: Figure)], rejected: Int) -> String {
    var entries: [String] = []
    for (column, figure) in figures {
      let words = figure.markSpellings
      if !words.isEmpty { entries.append(encode(column) + ":" + words.joined(separator: ";")) }
    }
    if rejected > 0 { entries.append(":rejected=\(rejected)") }
    return entries.joined(separator: "|")
  }

  private static func encode(_ name: String) -> String {
    var result = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case ":": result += "%3A"
      case ";": result += "%3B"
      case "|": result += "%7C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
