/// Colours, patterns and markers of charts. Series differ in all three, so that print in one colour and readers who do not
/// tell colours apart lose nothing; eight series have a style of their own, more are not drawn.
enum ChartStyle {
  static let seriesLimit = 8
  /// More bars than this do not fit a page; the table has them.
  static let categoryLimit = 40

  static let fonts =
    "\"Noto Sans CJK JP\",\"Noto Sans JP\",\"Hiragino Sans\",\"Yu Gothic\",\"BIZ UDPGothic\",Meiryo,sans-serif"

  /// Name of the variable and its value on white paper and on a dark screen.
  static let colors: [(name: String, light: String, dark: String)] = [
    ("paper", "#ffffff", "#14171c"), ("ink", "#1a1a1a", "#e9ecf0"), ("muted", "#4d545c", "#b4bcc6"),
    ("grid", "#c9ced4", "#454d57"), ("tint", "#e4eef8", "#22384f"), ("tint2", "#c3dcf3", "#2c5178"),
    ("c0", "#0b5fa5", "#74b5f0"), ("c1", "#b8470f", "#f3a373"), ("c2", "#137355", "#62cfa6"),
    ("c3", "#6f45a0", "#c4a5f2"), ("c4", "#7a6000", "#dfc25a"), ("c5", "#a8305f", "#f28fb8"),
    ("c6", "#3d4c57", "#b3c1cb"), ("c7", "#5b3a1e", "#d5b08c"),
  ]

  /// - Parameter usesVariables: as part of a page that defines the colours; a file of its own has them written out.
  static func css(usesVariables: Bool) -> String {
    func color(_ name: String) -> String {
      usesVariables ? "var(--\(name))" : colors.first { $0.name == name }?.light ?? "#000"
    }
    var rules = [
      ".sc{font-family:\(fonts)}",
      ".sc text{font-size:12px;fill:\(color("ink"))}",
      ".sc .m{font-size:11px;fill:\(color("muted"))}",
      ".sc .v{font-size:11px;font-variant-numeric:tabular-nums}",
      ".sc .h{paint-order:stroke;stroke:\(color("paper"));stroke-width:3px;stroke-linejoin:round}",
      ".sc .b{font-size:24px;font-weight:700}",
      ".sc .st{font-size:14px;font-weight:700}",
      ".sc .g{stroke:\(color("grid"));stroke-width:1}",
      ".sc .a{stroke:\(color("ink"));stroke-width:1}",
      ".sc .p{fill:\(color("paper"))}",
      ".sc .q0{fill:\(color("paper"));stroke:\(color("ink"))}",
      ".sc .q1{fill:\(color("tint"));stroke:\(color("ink"))}",
      ".sc .q2{fill:\(color("tint2"));stroke:\(color("ink"))}",
    ]
    for index in 0..<seriesLimit {
      let own = color("c\(index)")
      rules.append(".sc .f\(index){fill:\(own)}")
      rules.append(".sc .k\(index){stroke:\(own);stroke-width:2;fill:none}")
      rules.append(".sc .o\(index){stroke:\(own);stroke-width:1}")
      rules.append(".sc .w\(index){stroke:\(own);stroke-width:2;fill:\(color("paper"))}")
    }
    return rules.joined(separator: "\n")
  }

  /// Definitions of the patterns of `count` series.
  static func patterns(_ count: Int, prefix: String) -> [String] {
    (1..<max(1, min(count, seriesLimit))).map { index in
      let marks =
        switch index {
        case 1: "<path d=\"M-2 2L2 -2M0 8L8 0M6 10L10 6\" class=\"k\(index)\"/>"
        case 2: "<circle cx=\"2\" cy=\"2\" r=\"1.5\" class=\"f2\"/><circle cx=\"6\" cy=\"6\" r=\"1.5\" class=\"f2\"/>"
        case 3: "<path d=\"M0 2H8M0 6H8\" class=\"k3\"/>"
        case 4: "<path d=\"M2 0V8M6 0V8\" class=\"k4\"/>"
        case 5: "<path d=\"M0 4H8M4 0V8\" class=\"k5\"/>"
        case 6: "<path d=\"M-2 6L2 10M0 0L8 8M6 -2L10 2\" class=\"k6\"/>"
        default: "<path d=\"M0 0L8 8M0 8L8 0\" class=\"k\(index)\" stroke-width=\"1\"/>"
        }
      return
        "<pattern id=\"\(prefix)-p\(index)\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
        + "<rect width=\"8\" height=\"8\" class=\"p\"/>\(marks)</pattern>"
    }
  }

  /// Corners of the marker of a series about its middle, in hundredths of a pixel; nil for a circle of radius 4.
  static func marker(_ series: Int) -> [(x: Int, y: Int)]? {
    switch series {
    case 0: nil
    case 1: [(-400, -400), (400, -400), (400, 400), (-400, 400)]
    case 2: [(0, -500), (480, 400), (-480, 400)]
    case 3: [(0, -550), (550, 0), (0, 550), (-550, 0)]
    case 4: [(0, 500), (480, -400), (-480, -400)]
    case 5: [(-500, -200), (500, -200), (500, 200), (-500, 200)]
    case 6: [(-200, -500), (200, -500), (200, 500), (-200, 500)]
    default: [(-400, -400), (400, -400), (0, 0), (400, 400), (-400, 400), (0, 0)]
    }
  }

  /// `#0b5fa5` on white paper as red, green and blue.
  static func light(_ name: String) -> UInt32 {
    let color = colors.first { $0.name == name }?.light ?? "#000000"
    return UInt32(color.dropFirst(), radix: 16) ?? 0
  }
}
