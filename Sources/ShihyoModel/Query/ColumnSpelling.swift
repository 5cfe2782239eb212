/// How a column name stands in an expression: as it is, or in backticks (doubled inside) where a character of it would be
/// read as part of the expression. Names of machine output use it too, so that they can be pasted back into a command.
public enum ColumnSpelling {
  /// Characters that end a plain name in a key, a condition or an aggregate. Full-width forms mean nothing, and `+ - /`
  /// stand only between aggregates, so `user-count` and `男/女` need no backticks.
  public static let special: Set<Unicode.Scalar> = [",", ":", "(", ")", "`", "=", "!", "<", ">", "~"]

  /// True for a space that expressions trim, and for a line break.
  public static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "\n", "\r", "\u{3000}", "\u{A0}": true
    default: false
    }
  }

  /// `区` stays `区`; `曜日(発生年月日)` becomes `` `曜日(発生年月日)` ``.
  public static func quotedIfNeeded(_ name: String) -> String {
    let scalars = name.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return "``" }
    let isPlain =
      !isSpace(first) && !isSpace(last)
      && scalars.allSatisfy { !special.contains($0) && $0 != "\n" && $0 != "\r" }
    return isPlain ? name : quoted(name)
  }

  public static func quoted(_ name: String) -> String {
    var result = "`"
    for scalar in name.unicodeScalars {
      if scalar == "`" { result.unicodeScalars.append("`") }
      result.unicodeScalars.append(scalar)
    }
    return result + "`"
  }
}

extension GroupKey {
  /// The column name of machine output: the source's own name, with its grain where it has one (`利用日:quarter`).
  public var machineName: String {
    let name =
      switch source {
      case .column(let column): column
      case .split(let column, _): column
      case .options(let columns): "options(" + columns.map(ColumnSpelling.quotedIfNeeded).joined(separator: ",") + ")"
      }
    return if case .period(let grain) = form { name + ":" + grain.rawValue } else { name }
  }
}
