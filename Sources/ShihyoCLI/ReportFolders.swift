import Glibc
import Shihyo

/// Where reports are looked up by name.
enum ReportFolders {
  static func searchPath(option: String?) -> [String] {
    ReportFinder.folders(
      option: option, environment: getenv("SHIHYO_REPORTS").map { String(cString: $0) },
      executable: InputResolver.executablePath())
  }
}
