/// Where datasets are looked for by name (design.md, section 7). A pure function of what the caller knows.
public enum DatasetSearchPath {
  /// Folders in order; the first that has the name wins.
  ///
  /// - `option`: `--datasets`; given, it is the only place.
  /// - `environment`: `SHIHYO_DATASETS`, several folders separated by `:`.
  /// - `executable`: path of the running binary after symbolic links; packaged data lie in `../share/shihyo/datasets`.
  public static func folders(
    option: String?, environment: String?, workingFolder: String = ".", executable: String?
  ) -> [String] {
    if let option, !option.isEmpty { return [option] }
    var folders = (environment ?? "").split(separator: ":").map(String.init)
    folders.append(FilePath.join(workingFolder, "datasets"))
    folders.append(workingFolder)
    if let executable {
      let prefix = FilePath.join(FilePath.folder(of: executable), "..")
      folders.append(FilePath.join(prefix, "share/shihyo/datasets"))
    }
    return folders
  }
}
