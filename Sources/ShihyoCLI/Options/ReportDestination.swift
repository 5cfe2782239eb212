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

  var formats: [OutputFormat] {
    switch self {
    case .standardOutput(let formats), .file(_, let formats), .folder(_, let formats): formats
    }
  }

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

  /// Only endings that everyone knows: 2025.Q2, 資料.v2 and 資料.2025 are folders.
  private static func looksLikeFile(_ ending: String) -> Bool { otherKinds.contains(ending.lowercased()) }

  /// What people ask for and a report cannot be.
  private static let otherKinds: Set<String> = [
    "pdf", "ps", "eps", "xps", "doc", "docm", "dot", "dotx", "odt", "rtf", "tex", "epub", "jtd", "xls", "xlsm", "xlsb",
    "ods", "ppt", "pptx", "pptm", "odp", "tsv", "htm", "xhtml", "mht", "mhtml", "xml", "yaml", "yml", "svg", "png",
    "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp", "emf", "wmf", "zip",
  ]

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
