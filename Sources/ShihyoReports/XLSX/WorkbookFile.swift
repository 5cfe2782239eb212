import CXlsxwriter
import Glibc
import ShihyoEngine
import ShihyoModel

/// Writes a workbook with libxlsxwriter. All pointers of the library stay in these files.
///
/// The library writes to a file only, so the workbook is made in a folder of its own and read back: what reaches the user's
/// folder goes through `AtomicOutput` like every other format. Its archive carries 1980-01-01 as the time of every part, and
/// so do the workbook's properties here, so the same sheets give the same bytes.
enum WorkbookFile {
  /// 1980-01-01T00:00:00Z, the oldest time that an archive can carry.
  static let created: time_t = 315_532_800
  static let font = "游ゴシック"

  static func bytes(of workbook: Workbook) throws(Findings) -> [UInt8] {
    do {
      let folder = try TemporaryFolder()
      try write(workbook, to: folder.file("report.xlsx"), temporary: folder.path)
      return try folder.read("report.xlsx")
    } catch let error as SystemError {
      throw failure(error.text)
    } catch let error as LibraryError {
      throw failure(error.text)
    } catch {
      throw failure("\(error)")
    }
  }

  private static func failure(_ reason: String) -> Findings {
    Findings([Finding(WorkbookRule.notWritten(reason: reason))], kind: .inputOutput)
  }

  private static func write(_ workbook: Workbook, to path: String, temporary: String) throws {
    let opened = temporary.withMutableCString { folder in
      var options = lxw_workbook_options(constant_memory: 0, tmpdir: folder, use_zip64: 0)
      return workbook_new_opt(path, &options)
    }
    guard let raw = opened else { throw LibraryError(LXW_ERROR_MEMORY_MALLOC_FAILED) }
    var failure: LibraryError?
    do {
      try fill(raw, with: workbook)
    } catch {
      failure = error
    }
    // Frees the workbook, whatever happened before. Its parts are made in `temporary`; were that removed by a stopped run, the
    // library would go on in `TMPDIR` and leave them there.
    let code = TemporaryFiles.keeping { workbook_close(raw) }
    if let failure { throw failure }
    try LibraryError.check(code)
  }

  private static func fill(_ raw: UnsafeMutablePointer<lxw_workbook>, with workbook: Workbook) throws(LibraryError) {
    setProperties(raw, workbook)
    var formats = WorkbookFormats(raw)
    for sheet in workbook.sheets {
      guard let worksheet = workbook_add_worksheet(raw, sheet.name) else {
        throw LibraryError(LXW_ERROR_INVALID_SHEETNAME_CHARACTER)
      }
      try SheetWriter(sheet: sheet, worksheet: worksheet).write(&formats)
      if let chart = sheet.chart { try ChartWriter(chart, sheet: sheet).insert(into: worksheet, of: raw) }
    }
  }

  private static func setProperties(_ raw: UnsafeMutablePointer<lxw_workbook>, _ workbook: Workbook) {
    workbook.title.withMutableCString { title in
      workbook.author.withMutableCString { author in
        workbook.comment.withMutableCString { comment in
          var properties = lxw_doc_properties()
          if !workbook.title.isEmpty { properties.title = title }
          if !workbook.author.isEmpty { properties.author = author }
          if !workbook.comment.isEmpty { properties.comments = comment }
          properties.created = created
          // Copies all of it; its only error is a lack of memory, which the closing reports as well.
          _ = workbook_set_properties(raw, &properties)
        }
      }
    }
  }
}

/// An error number of libxlsxwriter.
struct LibraryError: Error, Hashable {
  let number: UInt32
  init(_ code: lxw_error) { number = code.rawValue }

  static func check(_ code: lxw_error) throws(LibraryError) {
    if code != LXW_NO_ERROR { throw LibraryError(code) }
  }

  var text: String { lxw_strerror(lxw_error(rawValue: number)).map { String(cString: $0) } ?? String(number) }
}

extension String {
  /// For members of structs that the library declares writable and only reads.
  func withMutableCString<Result>(_ body: (UnsafeMutablePointer<CChar>) -> Result) -> Result {
    withCString { body(UnsafeMutablePointer(mutating: $0)) }
  }
}
