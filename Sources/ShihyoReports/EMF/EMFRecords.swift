/// The records of an enhanced metafile (EMF), the drawing that Word and LibreOffice both show, sharp at every size.
///
/// - Units: a tenth of a pixel of the drawing; the reference device has 9,600 of them in 10 inches.
/// - Source: Microsoft, [MS-EMF], Enhanced Metafile Format.
struct EMFRecords {
  /// Device units in 254 mm.
  private static let device: UInt32 = 9600

  private var body: [UInt8] = []
  private var count: UInt32 = 1
  private var handles: [Tool: UInt32] = [:]
  private var selected: [Tool.Slot: Tool] = [:]
  private var textColor: UInt32?

  /// What is made once and selected before it is used.
  enum Tool: Hashable {
    case pen(color: UInt32, width: Int)
    case brush(color: UInt32)
    case font(height: Int, isBold: Bool)

    enum Slot: Hashable { case pen, brush, font }
    var slot: Slot {
      switch self {
      case .pen: .pen
      case .brush: .brush
      case .font: .font
      }
    }
  }

  init(width: Int, height: Int) {
    add(17, [8])  // SETMAPMODE, anisotropic
    add(10, [0, 0])  // SETWINDOWORGEX
    add(9, [UInt32(width), UInt32(height)])  // SETWINDOWEXTEX
    add(12, [0, 0])  // SETVIEWPORTORGEX
    add(11, [UInt32(width), UInt32(height)])  // SETVIEWPORTEXTEX
    add(18, [1])  // SETBKMODE, transparent
    add(22, [24])  // SETTEXTALIGN, left at the base line
  }

  mutating func polyline(_ points: [(x: Int, y: Int)], pen: Tool) {
    select(pen)
    add(4, Self.bounds(points) + [UInt32(points.count)] + Self.flat(points))
  }

  /// - Parameter pen: nil: no edge.
  mutating func polygon(_ points: [(x: Int, y: Int)], brush: Tool, pen: Tool?) {
    select(brush)
    select(pen, orStock: 0x8000_0008, .pen)
    add(3, Self.bounds(points) + [UInt32(points.count)] + Self.flat(points))
  }

  mutating func circle(x: Int, y: Int, radius: Int, brush: Tool, pen: Tool?) {
    select(brush)
    select(pen, orStock: 0x8000_0008, .pen)
    add(42, Self.flat([(x - radius, y - radius), (x + radius, y + radius)]))
  }

  /// - Parameter advances: one for each UTF-16 unit, so that the text is as wide here as in every other drawing.
  mutating func text(_ units: [UInt16], advances: [Int], x: Int, y: Int, font: Tool, color: UInt32) {
    select(font)
    if textColor != color {
      textColor = color
      add(24, [color])  // SETTEXTCOLOR
    }
    // EXTTEXTOUTW: bounds, compatible mode with its scale in 0.01 mm, then place, count and where text and advances stand.
    let scale = (Float(25400) / Float(Self.device)).bitPattern
    let fixed: UInt32 = 76
    let padded = units.count + units.count % 2
    let words: [UInt32] =
      [0, 0, 0xFFFF_FFFF, 0xFFFF_FFFF, 1, scale, scale] + Self.flat([(x, y)])
      + [UInt32(units.count), fixed, 0, 0, 0, 0xFFFF_FFFF, 0xFFFF_FFFF, fixed + UInt32(padded * 2)]
    var text = units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    if padded > units.count { text += [0, 0] }
    add(84, bytes: Self.bytes(words) + text + Self.bytes(advances.map { UInt32(max(0, $0)) }))
  }

  /// The whole file.
  func file(width: Int, height: Int) -> [UInt8] {
    let end = Self.bytes([14, 20, 0, 0, 20])  // EOF, no palette
    let size: UInt32 = 108
    let frame = [width, height].map { UInt32($0 * 25400 / Int(Self.device)) }
    let length = Int(size) + body.count + end.count
    let head: [UInt32] =
      [1, size, 0, 0, UInt32(width - 1), UInt32(height - 1), 0, 0, frame[0], frame[1], 0x464D_4520, 0x10000]
      + [UInt32(length), count + 1, UInt32(handles.count + 1), 0, 0, 0]
      + [Self.device, Self.device, 254, 254, 0, 0, 0, 254_000, 254_000]
    return Self.bytes(head) + body + end
  }

  // MARK: Tools

  private mutating func select(_ tool: Tool?, orStock stock: UInt32, _ slot: Tool.Slot) {
    if let tool { return select(tool) }
    selected[slot] = nil
    add(37, [stock])
  }

  private mutating func select(_ tool: Tool) {
    guard selected[tool.slot] != tool else { return }
    selected[tool.slot] = tool
    if let handle = handles[tool] { return add(37, [handle]) }
    let handle = UInt32(handles.count + 1)
    handles[tool] = handle
    switch tool {
    case .pen(let color, let width): add(38, [handle, 0, UInt32(width), 0, color])
    case .brush(let color): add(39, [handle, 0, color, 0])
    case .font(let height, let isBold):
      add(82, bytes: Self.bytes([handle]) + Self.font(height: height, isBold: isBold))
    }
    add(37, [handle])
  }

  /// A font of Japanese Windows whose characters are half an em and one em wide; where it is not there, another one is taken.
  private static let face = Array("BIZ UDGothic".utf16)

  /// EXTLOGFONTW.
  private static func font(height: Int, isBold: Bool) -> [UInt8] {
    let sizes: [UInt32] = [UInt32(bitPattern: Int32(-height)), 0, 0, 0, isBold ? 700 : 400]
    // Neither italic, underlined nor struck out; Shift_JIS; fixed pitch.
    let traits: [UInt8] = [0, 0, 0, 128, 0, 0, 0, 1]
    let name = (face + [UInt16](repeating: 0, count: 32 - face.count)).flatMap {
      [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)]
    }
    return bytes(sizes) + traits + name + [UInt8](repeating: 0, count: 320 - 92)
  }

  // MARK: Bytes

  private mutating func add(_ type: UInt32, _ words: [UInt32]) { add(type, bytes: Self.bytes(words)) }

  private mutating func add(_ type: UInt32, bytes: [UInt8]) {
    body += Self.bytes([type, UInt32(bytes.count + 8)]) + bytes
    count += 1
  }

  private static func bounds(_ points: [(x: Int, y: Int)]) -> [UInt32] {
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    return flat([(xs.min() ?? 0, ys.min() ?? 0), (xs.max() ?? 0, ys.max() ?? 0)])
  }

  private static func flat(_ points: [(x: Int, y: Int)]) -> [UInt32] {
    points.flatMap { [UInt32(bitPattern: Int32($0.x)), UInt32(bitPattern: Int32($0.y))] }
  }

  private static func bytes(_ words: [UInt32]) -> [UInt8] {
    words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
  }
}
