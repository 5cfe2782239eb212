import ShihyoModel
import ShihyoReports

/// 旧 on the left and 新 on the right, line beside line, for a font of fixed width.
struct SideBySide {
  /// Columns of one side.
  let width: Int
  private let measure = DisplayWidth()

  init(width: Int = 38) { self.width = width }

  func lines(_ old: String, _ new: String) -> [String] {
    let (left, right) = (wrapped(old), wrapped(new))
    return (0..<max(left.count, right.count)).map { index in
      let (first, second) = (index < left.count ? left[index] : "", index < right.count ? right[index] : "")
      let line = first + String(repeating: " ", count: max(0, width - measure.columns(first))) + " │ " + second
      return second.isEmpty ? String(line.dropLast()) : line
    }
  }

  /// Signs that never begin a line.
  private static let closing = Set("、。，．・」』）〕］｝】》〉？！ー々,.)]}")

  private func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    var columns = 0
    for cluster in text {
      if cluster.isNewline {
        lines.append(line)
        (line, columns) = ("", 0)
        continue
      }
      let visible = VisibleText.make(String(cluster))
      let size = measure.columns(visible)
      if columns + size > width, !line.isEmpty, !(Self.closing.contains(cluster) && columns <= width) {
        lines.append(line)
        (line, columns) = ("", 0)
        if cluster == " " { continue }
      }
      line += visible
      columns += size
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }
}
