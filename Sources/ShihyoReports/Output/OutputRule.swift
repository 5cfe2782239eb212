public import ShihyoModel

/// What can go wrong when a result is written. `reason` is the system's own text, for example `No space left on device`.
public enum OutputRule: FindingRule, Error {
  case cannotCreate(reason: String)
  case isDirectory
  /// A folder of outputs holds something that no run wrote.
  case foreignFile(String)
  /// A file that must not be replaced is there.
  case exists
  case writeFailed(reason: String)
  /// It is in its place, but the disk did not confirm its name.
  case notSecured(reason: String)
  /// Of several files that belong together these are new, and this one could not be put in its place.
  case partlyReplaced(written: [String], reason: String)
  /// The folder that is to be replaced is the one where the user stands.
  case workingFolder

  public static let examples: [OutputRule] = [
    .cannotCreate(reason: "Permission denied"), .isDirectory, .foreignFile("notes.docx"), .exists,
    .writeFailed(reason: "No space left on device"), .notSecured(reason: "Input/output error"),
    .partlyReplaced(written: ["datapackage.json"], reason: "Input/output error"), .workingFolder,
  ]

  /// 73 or 74 of sysexits.
  public var kind: FailureKind {
    switch self {
    case .cannotCreate, .isDirectory, .foreignFile, .exists, .workingFolder: .cannotCreate
    case .writeFailed, .notSecured, .partlyReplaced: .inputOutput
    }
  }

  public var code: String {
    switch self {
    case .cannotCreate: "output.cannot-create"
    case .isDirectory: "output.is-directory"
    case .foreignFile: "output.foreign-file"
    case .exists: "output.exists"
    case .writeFailed: "output.write-failed"
    case .notSecured: "output.not-secured"
    case .partlyReplaced: "output.partly-replaced"
    case .workingFolder: "output.working-folder"
    }
  }

  public var message: Bilingual {
    switch self {
    case .cannotCreate(let reason):
      Bilingual(ja: "出力ファイルを作れません（\(SystemReason.ja(reason))）", en: "the output file cannot be created (\(reason))")
    case .isDirectory: Bilingual(ja: "出力先がフォルダです", en: "the output is a folder")
    case .exists: Bilingual(ja: "その名前のファイルがもうあります", en: "a file of that name is there already")
    case .foreignFile(let name):
      Bilingual(ja: "出力先のフォルダに別のファイル「\(name)」があります", en: "the folder holds another file, \"\(name)\"")
    case .writeFailed(let reason):
      Bilingual(ja: "書き込みに失敗しました（\(SystemReason.ja(reason))）", en: "writing failed (\(reason))")
    case .notSecured(let reason):
      Bilingual(
        ja: "書き込みましたが、ディスクが保存を確認しませんでした（\(SystemReason.ja(reason))）",
        en: "written, but the disk did not confirm it (\(reason))")
    case .partlyReplaced(let written, let reason):
      Bilingual(
        ja: "このファイルを置き換えられませんでした（\(SystemReason.ja(reason))）。置き換え済み: \(written.joined(separator: "、"))",
        en: "this file could not be replaced (\(reason)); replaced already: \(written.joined(separator: ", "))")
    case .workingFolder:
      Bilingual(ja: "出力先が、今いるフォルダです", en: "the output is the folder that you are in")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .cannotCreate:
      Bilingual(
        ja: "フォルダがあるか、書き込みが許可されているかを確かめるか、-o で別の場所を指定してください。元のファイルは変わっていません。",
        en: "Check that the folder exists and may be written to, or name another place with -o. No file was changed.")
    case .isDirectory:
      Bilingual(ja: "-o にはファイル名まで書いてください。", en: "Give -o the name of a file.")
    case .exists:
      Bilingual(
        ja: "別の名前を指定するか、要らないことを確かめて消してください。上書きはしません。",
        en: "Give another name, or remove the file if nobody needs it. It is never replaced.")
    case .foreignFile:
      Bilingual(
        ja: "フォルダは丸ごと置き換わります。-o に新しい名前か、以前の出力のフォルダを指定してください。",
        en: "The folder is replaced as a whole: name a new one with -o, or that of an earlier run.")
    case .writeFailed:
      Bilingual(
        ja: "空き容量と接続を確かめて、もう一度実行してください。途中までの出力は残していません。",
        en: "Check free space and the connection, then run again. A named output file keeps what it held before.")
    case .notSecured:
      Bilingual(
        ja: "新しい出力は置かれています。ディスクを確かめて、もう一度実行してください。",
        en: "The new output is in its place. Check the disk, then run again.")
    case .partlyReplaced:
      Bilingual(
        ja: "ディスクと権限を確かめて、もう一度実行してください。残りのファイルが置き換わります。",
        en: "Check the disk and its rights, then run again: the other files are replaced then.")
    case .workingFolder:
      Bilingual(
        ja: "フォルダは丸ごと置き換わります。-o に別の名前を書くか、上のフォルダに移って実行してください。",
        en: "The folder is replaced as a whole: name another one with -o, or run from the folder above.")
    }
  }
}
