import ArgumentParser
import Glibc
import Shihyo

/// `-f` of a report: some formats, or all that there are.
struct FormatChoice: ExpressibleByArgument {
  let formats: [OutputFormat]

  init?(argument: String) {
    if argument == "all" {
      formats = OutputFormat.allCases
      return
    }
    var formats: [OutputFormat] = []
    for name in argument.split(separator: ",") {
      guard let format = OutputFormat(rawValue: String(name)) else { return nil }
      if !formats.contains(format) { formats.append(format) }
    }
    if formats.isEmpty { return nil }
    self.formats = formats
  }

  static let allValueStrings = OutputFormat.allCases.map(\.rawValue) + ["all"]
  static let usualNames = OutputFormat.usual.map(\.rawValue).joined(separator: ", ")
}

/// Where a report goes, and in which formats.
enum ReportDestination {
  case standardOutput([OutputFormat])
  /// The paper alone: 資料2.docx.
  case file(String, [OutputFormat])
  /// With its ledger and its record.
  case folder(String, [OutputFormat])

  /// A name that tells a format is a file, unless a folder of that name is there.
  ///
  /// - Parameter usual: what a folder holds where no format is asked for.
  /// - Errors: a name that ends as a file of another kind does (資料.pdf); a slash behind it means a folder.
  init(output: String?, choice: FormatChoice?, usual: [OutputFormat]) throws(Findings) {
    guard let output, output != "-" else {
      self = .standardOutput(choice?.formats ?? [.text])
      return
    }
    guard let ending = Self.ending(of: output), !Self.isFolder(output) else {
      self = .folder(output, choice?.formats ?? usual)
      return
    }
    if let format = OutputFormat(ending: ending) {
      self = .file(output, choice?.formats ?? [format])
    } else if Self.looksLikeFile(ending) {
      throw Findings([Finding(CommandRule.noSuchPaper(ending), text: output)], kind: .usage)
    } else {
      self = .folder(output, choice?.formats ?? usual)
    }
  }

  /// What stands behind the last dot of the name; nil where a slash says that it is a folder.
  private static func ending(of output: String) -> String? {
    guard let name = output.split(separator: "/").last, output.utf8.last != UInt8(ascii: "/"),
      let dot = name.lastIndex(of: "."), dot != name.startIndex
    else { return nil }
    return String(name[name.index(after: dot)...])
  }

  /// svg, pdf, mp3: up to five letters and digits that begin with a letter. 資料.2025 is a folder.
  private static func looksLikeFile(_ ending: String) -> Bool {
    guard let first = ending.first, first.isASCII, first.isLetter else { return false }
    return ending.count <= 5 && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
