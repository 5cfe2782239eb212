import CXlsxwriter

/// One format of the library for each look of cells that occurs.
struct WorkbookFormats {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var known: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) { self.workbook = workbook }

  mutating func format(_ style: CellStyle) throws(LibraryError) -> UnsafeMutablePointer<lxw_format> {
    if let format = known[style] { return format }
    guard let format = workbook_add_format(workbook) else { throw LibraryError(LXW_ERROR_MEMORY_MALLOC_FAILED) }
    known[style] = format
    format_set_font_name(format, WorkbookFile.font)
    format_set_font_size(format, style.role == .title || style.role == .longTitle ? 16 : 11)
    if style.role != .title { format_set_text_wrap(format) }
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    if style.side == .right { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    if style.isIndented { format_set_indent(format, 1) }
    switch style.role {
    case .body: break
    case .title, .longTitle, .strong: format_set_bold(format)
    case .link:
      format_set_font_color(format, 0x0563C1)
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    case .header:
      format_set_bold(format)
      format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
      format_set_bg_color(format, 0xE7ECF2)
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
    }
    if style.isTotal { format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if let numberFormat = style.numberFormat { format_set_num_format(format, numberFormat) }
    return format
  }
}
