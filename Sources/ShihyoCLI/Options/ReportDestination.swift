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
  init(output: String?, choice: FormatChoice?, usual: [OutputFormat]) {
    guard let output, output != "-" else {
      self = .standardOutput(choice?.formats ?? [.text])
      return
    }
    if let name = output.split(separator: "/").last, output.utf8.last != UInt8(ascii: "/"),
      let dot = name.lastIndex(of: "."), dot != name.startIndex,
      let format = OutputFormat(ending: String(name[name.index(after: dot)...])), !Self.isFolder(output)
    {
      self = .file(output, choice?.formats ?? [format])
    } else {
      self = .folder(output, choice?.formats ?? usual)
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
