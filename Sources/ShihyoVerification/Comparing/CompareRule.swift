public import ShihyoModel

/// Why two versions cannot be compared, and what is worth knowing where they can.
public enum CompareRule: FindingRule {
  case keyMissing(columns: [String])
  case keyUnknown(version: Bilingual, nearest: String?, columns: [String])
  case keyNotUnique(line: Int, file: String?, others: Int)
  case keySpelling(other: String, line: Int, file: String?)
  case onlyOneLedger

  public var code: String {
    switch self {
    case .keyMissing: "compare.key-missing"
    case .keyUnknown: "compare.key-unknown"
    case .keyNotUnique: "compare.key-not-unique"
    case .keySpelling: "compare.key-spelling"
    case .onlyOneLedger: "compare.only-one-ledger"
    }
  }

  public var severity: Finding.Severity { if case .keySpelling = self { .warning } else { .error } }

  public var message: Bilingual {
    switch self {
    case .keyMissing: Bilingual(ja: "行を突き合わせる列が分かりません", en: "the columns that identify a row are not known")
    case .keyUnknown(let version, _, _):
      Bilingual(ja: "\(version.ja)版にこの列がありません", en: "the \(version.en) version has no such column")
    case .keyNotUnique(let line, let file, let others):
      Bilingual(
        ja: "同じキーの行が\(file.map { $0 + " の" } ?? "")\(line)行目にもあります" + (others > 0 ? "（ほかにも\(others)行）" : ""),
        en: "line \(line)\(file.map { " of " + $0 } ?? "") has the same key"
          + (others > 0 ? " (and \(others) more lines)" : ""))
    case .keySpelling(let other, let line, let file):
      Bilingual(
        ja: "表記だけが違うキーが新しい版の\(file.map { $0 + " " } ?? "")\(line)行目にあります（\(other)）",
        en:
          "line \(line) of the new version\(file.map { ", " + $0 + "," } ?? "") has the key in another spelling (\(other))"
      )
    case .onlyOneLedger:
      Bilingual(ja: "一方だけが数値根拠表です", en: "only one of the two is a ledger")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .keyMissing(let columns):
      Bilingual(
        ja: "--key で指定してください。例 --key 番号。列：\(columns.joined(separator: "、"))",
        en: "name them with --key; the columns are: \(columns.joined(separator: ", "))")
    case .keyUnknown(_, let nearest?, _):
      Bilingual(ja: "「\(nearest)」ではありませんか", en: "did you mean \"\(nearest)\"?")
    case .keyUnknown(_, nil, let columns):
      Bilingual(ja: "列：\(columns.joined(separator: "、"))", en: "the columns are: \(columns.joined(separator: ", "))")
    case .keyNotUnique:
      Bilingual(
        ja: "--key に列を加えて、一行に一つのキーにしてください。例 --key 局名,番号",
        en: "add a column to --key, so that every row has a key of its own")
    case .keySpelling:
      Bilingual(
        ja: "同じものであれば、どちらかの表記にそろえてください。削除と追加として扱いました",
        en: "if both mean the same, give them one spelling; they are treated as removed and added")
    case .onlyOneLedger:
      Bilingual(ja: "figures.csv を二つ、またはデータを二つ指定してください", en: "name two figures.csv, or two datasets")
    }
  }

  public static var examples: [CompareRule] {
    let old = Bilingual(ja: "古い", en: "old")
    return [
      .keyMissing(columns: ["番号", "件名"]), .keyUnknown(version: old, nearest: "番号", columns: ["番号"]),
      .keyUnknown(version: old, nearest: nil, columns: ["番号", "件名"]),
      .keyNotUnique(line: 12, file: nil, others: 0), .keyNotUnique(line: 12, file: "r6.csv", others: 3),
      .keySpelling(other: "Ａ－１", line: 4, file: nil), .onlyOneLedger,
    ]
  }
}
