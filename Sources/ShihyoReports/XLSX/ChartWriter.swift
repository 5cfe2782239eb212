import CXlsxwriter

/// Draws a native chart over the cells of its sheet, below them.
///
/// Series differ in colour, and lines in their markers and dashes as well, so that a grey print tells them apart. The colours
/// are those of `ChartStyle` on paper.
struct ChartWriter {
  private static let colors: [lxw_color_t] = [
    0x0B5FA5, 0xB8470F, 0x137355, 0x6F45A0, 0x7A6000, 0xA8305F, 0x3D4C57, 0x5B3A1E,
  ]
  private static let markers = [
    LXW_CHART_MARKER_CIRCLE, LXW_CHART_MARKER_SQUARE, LXW_CHART_MARKER_TRIANGLE, LXW_CHART_MARKER_DIAMOND,
  ]
  private static let dashes = [
    LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_DASH, LXW_CHART_LINE_DASH_ROUND_DOT, LXW_CHART_LINE_DASH_DASH_DOT,
  ]

  private let chart: SheetChart
  private let sheet: Sheet

  init(_ chart: SheetChart, sheet: Sheet) {
    self.chart = chart
    self.sheet = sheet
  }

  func insert(
    into worksheet: UnsafeMutablePointer<lxw_worksheet>, of workbook: UnsafeMutablePointer<lxw_workbook>
  ) throws(LibraryError) {
    let kind =
      switch chart.kind {
      case .columns: LXW_CHART_COLUMN
      case .stackedShares: LXW_CHART_BAR_STACKED_PERCENT
      case .bars: LXW_CHART_BAR
      case .line: LXW_CHART_LINE
      }
    guard let raw = workbook_add_chart(workbook, UInt8(kind.rawValue)) else {
      throw LibraryError(LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    chart_title_set_name(raw, Self.title(chart.title))
    withFont(size: 12) { chart_title_set_name_font(raw, $0) }
    for index in chart.series.indices { try addSeries(index, to: raw) }
    setAxes(raw)
    withFont(size: 9) { chart_legend_set_font(raw, $0) }
    chart_legend_set_position(
      raw, UInt8((chart.series.count > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE).rawValue))
    try place(raw, on: worksheet)
  }

  private func addSeries(_ index: Int, to raw: UnsafeMutablePointer<lxw_chart>) throws(LibraryError) {
    guard let series = chart_add_series(raw, nil, nil) else { throw LibraryError(LXW_ERROR_MEMORY_MALLOC_FAILED) }
    let column = UInt16(index + 1)
    let last = UInt32(chart.categories)
    chart_series_set_categories(series, sheet.name, 1, 0, last, 0)
    chart_series_set_values(series, sheet.name, 1, column, last, column)
    chart_series_set_name_range(series, sheet.name, 0, column)
    var fill = lxw_chart_fill(color: Self.colors[index % Self.colors.count], none: 0, transparency: 0)
    if chart.kind == .line {
      var line = lxw_chart_line()
      line.color = fill.color
      line.width = 2.25
      line.dash_type = UInt8(Self.dashes[index % Self.dashes.count].rawValue)
      chart_series_set_line(series, &line)
      line.width = 1.25
      line.dash_type = 0
      chart_series_set_marker_type(series, UInt8(Self.markers[index % Self.markers.count].rawValue))
      chart_series_set_marker_size(series, 7)
      chart_series_set_marker_line(series, &line)
      chart_series_set_marker_fill(series, &fill)
    } else {
      chart_series_set_fill(series, &fill)
      if hasLabels {
        chart_series_set_labels(series)
        chart_series_set_labels_num_format(series, chart.series[index].numberFormat)
        let color: lxw_color_t = chart.kind == .stackedShares ? 0xFFFFFF : 0x1A1A1A
        withFont(size: 9, color: color) { chart_series_set_labels_font(series, $0) }
      }
    }
    try markPartial(chart.series[index].partial, of: series, color: fill.color)
  }

  /// A point with part of its period only is hollow.
  private func markPartial(
    _ partial: [Bool], of series: UnsafeMutablePointer<lxw_chart_series>, color: lxw_color_t
  ) throws(LibraryError) {
    guard partial.contains(true) else { return }
    var white = lxw_chart_fill(color: 0xFFFFFF, none: 0, transparency: 0)
    var full = lxw_chart_fill(color: color, none: 0, transparency: 0)
    var line = lxw_chart_line()
    line.color = color
    line.width = 1.25
    let code = withUnsafeMutablePointer(to: &white) { white in
      withUnsafeMutablePointer(to: &full) { full in
        withUnsafeMutablePointer(to: &line) { line in
          var hollow = lxw_chart_point(line: line, fill: white, pattern: nil)
          var plain = lxw_chart_point(line: line, fill: full, pattern: nil)
          return withUnsafeMutablePointer(to: &hollow) { hollow in
            withUnsafeMutablePointer(to: &plain) { plain in
              var points: [UnsafeMutablePointer<lxw_chart_point>?] = partial.map { $0 ? hollow : plain }
              points.append(nil)
              return chart_series_set_points(series, &points)
            }
          }
        }
      }
    }
    try LibraryError.check(code)
  }

  private func setAxes(_ raw: UnsafeMutablePointer<lxw_chart>) {
    let (categories, values) =
      isHorizontal ? (raw.pointee.y_axis, raw.pointee.x_axis) : (raw.pointee.x_axis, raw.pointee.y_axis)
    withFont(size: 9) { font in
      chart_axis_set_num_font(values, font)
      chart_axis_set_name_font(values, font)
      if !isHorizontal && labelPixels > Self.widestPixels { font.pointee.rotation = -45 }
      chart_axis_set_num_font(categories, font)
    }
    if isHorizontal {
      // In the order of the cells from the top, with the values still below.
      chart_axis_set_reverse(categories)
      chart_axis_set_crossing_max(categories)
    }
    // Shares have an axis of percents of their own.
    if chart.kind != .stackedShares {
      if let title = chart.axisTitle { chart_axis_set_name(values, Self.title(title)) }
      if let format = chart.series.first?.numberFormat { chart_axis_set_num_format(values, format) }
    }
    if chart.kind != .line { chart_set_series_gap(raw, 60) }
    chart_show_blanks_as(raw, UInt8(LXW_CHART_BLANKS_AS_GAP.rawValue))
  }

  private var isHorizontal: Bool { chart.kind == .bars || chart.kind == .stackedShares }

  private static let widestPixels = 960.0

  /// What the labels of the categories need side by side, with the axis of values beside them.
  private var labelPixels: Double {
    let measure = DisplayWidth(ambiguous: .wide)
    let widest = sheet.rows.dropFirst().prefix(chart.categories).reduce(0) { widest, row in
      if case .text(let label, _) = row.first { max(widest, measure.columns(label)) } else { widest }
    }
    return Double(chart.categories * (widest * 6 + 9) + 90)
  }

  /// Columns of several series stand too close for their numbers, which the cells above hold.
  private var hasLabels: Bool { chart.kind != .columns || chart.series.count == 1 }

  private func place(
    _ raw: UnsafeMutablePointer<lxw_chart>, on worksheet: UnsafeMutablePointer<lxw_worksheet>
  ) throws(LibraryError) {
    // 480 × 288 pixels before scaling; every horizontal bar has room for its label.
    let height =
      isHorizontal
      ? max(1.0, Double(90 + 34 * chart.categories * max(1, chart.kind == .bars ? chart.series.count : 1)) / 288) : 1.25
    let code = LibraryLimits.attribute(chart.alternative).withMutableCString { description in
      var options = lxw_chart_options()
      options.x_scale = isHorizontal ? 1.4 : max(1.4, min(labelPixels, Self.widestPixels) / 480)
      options.y_scale = min(height, 8)
      options.object_position = 2  // moves with its cells, keeps its size
      options.description = description
      return worksheet_insert_chart_opt(worksheet, UInt32(sheet.rows.count + 1), 0, raw, &options)
    }
    try LibraryError.check(code)
  }

  private func withFont(
    size: Double, color: lxw_color_t = 0x1A1A1A, _ body: (UnsafeMutablePointer<lxw_chart_font>) -> Void
  ) {
    WorkbookFile.font.withMutableCString { name in
      var font = lxw_chart_font()
      font.name = name
      font.size = size
      font.color = color
      body(&font)
    }
  }

  /// The library takes a name that begins with `=` for a reference to a cell.
  private static func title(_ text: String) -> String {
    let short = LibraryLimits.title(text)
    return short.hasPrefix("=") ? " " + short : short
  }
}
