public import ShihyoModel

/// The one grammar of keys, conditions and aggregates, on the command line and in every definition file.
///
///     keys       区,利用日:quarter,`曜日(発生年月日)`:month,年齢:brackets(0-29,30-59,60+),split(手段,";"),options(a,b,c)
///     condition  区=門司区|戸畑区   件数>=10   利用日:quarter=FY2025Q2   備考=   名称~センター
///     measure    count  count(X)  sum(X)  min(X)  max(X)  mean(X)  median(X)  quantile(0.25,X)  distinct(X)
///     sum        sum(a)+sum(b)-count
///     ratio      share:sum(a)/sum(b)   rate(1000):count/sum(人口)   change:(sum(a)+sum(b))/sum(c)   稼働率(%)=share:sum(a)/sum(b)
///
/// A column name stands as it is up to the next character that means something there; any name can stand in backticks, with
/// backticks inside doubled. Names are taken exactly and matched to columns later, folded.
/// - Errors: `Findings` of kind `usage` with one finding: its text is the expression, its column the character from 1.
public enum Expressions {
  /// One name and nothing else, as the options of the command line take it: `曜日(発生年月日)` needs no backticks here.
  public static func columnName(_ text: String) throws(Findings) -> String {
    try parse(text) { scanner throws(Finding) in try scanner.columnName(until: []) }
  }

  /// Names separated by commas.
  public static func columnNames(_ text: String) throws(Findings) -> [String] {
    try parse(text) { scanner throws(Finding) in
      var names: [String] = []
      repeat {
        names.append(try scanner.columnName(until: [","]))
        scanner.skipSpace()
      } while scanner.take(",")
      return names
    }
  }

  /// The name as it stands in an expression, with backticks if it needs them. `columnName(spell(x)) == x`.
  public static func spell(_ name: String) -> String { ColumnSpelling.quotedIfNeeded(name) }

  /// Runs a rule of the grammar over the whole text.
  static func parse<Result>(
    _ text: String, _ rule: (inout ExpressionScanner) throws(Finding) -> Result
  ) throws(Findings) -> Result {
    var scanner = ExpressionScanner(text)
    do throws(Finding) {
      scanner.skipSpace()
      guard scanner.next != nil else { throw scanner.finding(.empty) }
      let result = try rule(&scanner)
      try scanner.expectEnd()
      return result
    } catch {
      throw Findings([error], kind: .usage)
    }
  }
}
