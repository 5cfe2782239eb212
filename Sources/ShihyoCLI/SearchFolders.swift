import Glibc
import Shihyo

/// Where datasets and reports are looked up by name: the folder given, else those of the environment and of the installation.
enum SearchFolders {
  static func datasets(option: String?) -> DatasetFinder {
    DatasetFinder(
      searchPath: DatasetSearchPath.folders(
        option: option, environment: environment("SHIHYO_DATASETS"), executable: executablePath()))
  }

  static func reports(option: String?) -> ReportFinder {
    ReportFinder(
      searchPath: ReportFinder.folders(
        option: option, environment: environment("SHIHYO_REPORTS"), executable: executablePath()))
  }

  private static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  private static func executablePath() -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    return length > 0 ? String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
  }
}
