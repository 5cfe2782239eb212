import SeededRandom
import ShihyoModel

/// A generated CSV file as bytes: regular in one of the ways of real exports, or with a share of everything that can be
/// wrong with a file.
struct RandomFile {
  /// How often, in 1000 records, something is wrong or odd.
  let faults: Int
  let bytes: [UInt8]

  static let header = ["番号", "区", "施設", "利用日", "年齢", "人数", "料金"]

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let faults = [0, 0, 3, 30, 200][Int.random(in: 0..<5, using: &random)]
    let oddities = [0, 20, 400][Int.random(in: 0..<3, using: &random)]
    let quoting = Int.random(in: 0..<4, using: &random)
    var end = Int.random(in: 0..<3, using: &random) == 0 ? "\r\n" : "\n"
    let mixesEnds = Int.random(in: 0..<5, using: &random) == 0
    let feesAreBare = Int.random(in: 0..<3, using: &random) > 0
    let hasASCIILabels = Int.random(in: 0..<4, using: &random) == 0
    let rows = Int.random(in: 0..<300, using: &random)
    var bytes: [UInt8] = []
    if Int.random(in: 0..<5, using: &random) == 0 { bytes += [0xEF, 0xBB, 0xBF] }
    let names = hasASCIILabels ? ["id", "ward", "place", "day", "age", "people", "fee"] : Self.header
    bytes += Array((names.joined(separator: ",") + end).utf8)
    for row in 0..<rows {
      var cells = Self.cells(row, hasASCIILabels, oddities: oddities, &random)
      if !feesAreBare { cells[6] = row % 3 == 0 ? "0円" : "\(row)円" }
      cells = cells.map { cell in Self.quoted(cell, quoting, &random) }
      if mixesEnds { end = ["\n", "\n", "\r\n", "\r\n", faults > 0 ? "\r" : "\n"].randomElement(using: &random)! }
      var line = Array((cells.joined(separator: ",") + end).utf8)
      if Int.random(in: 0..<1000, using: &random) < faults { Self.damage(&line, &random) }
      bytes += line
    }
    if Int.random(in: 0..<4, using: &random) == 0, rows > 0 { bytes.removeLast(end.utf8.count) }
    self.faults = faults
    self.bytes = bytes
  }

  private static func cells(
    _ row: Int, _ isASCII: Bool, oddities: Int, _ random: inout SeededGenerator
  ) -> [String] {
    func odd(_ random: inout SeededGenerator) -> Bool { Int.random(in: 0..<1000, using: &random) < oddities }
    let wards = isASCII ? ["Moji", "Kokura", "Tobata"] : ["門司区", "小倉北区", "戸畑区", "若松区"]
    let number = Int.random(in: 0..<3, using: &random) == 0 ? 40 : 4
    var place = isASCII ? "Centre" : "市民センター"
    place += "\(Int.random(in: 1...number, using: &random))"
    if odd(&random) {
      place = ["", " ", "市民センター１", "a\nb", "say \"hi\"", "x,y", "\"", "－", "\r\n"].randomElement(using: &random)!
    }
    let day = "2025-\(pad(Int.random(in: 1...12, using: &random)))-\(pad(Int.random(in: 1...28, using: &random)))"
    var age = "\(Int.random(in: 0...99, using: &random))"
    if odd(&random) { age = ["", "－", "５０"].randomElement(using: &random)! }
    var people = "\(Int.random(in: 0...60, using: &random))"
    if odd(&random) {
      people =
        ["", "－", "x", "1,234", "-5", "△3", "12.50", "…", "１２", "123456789", "999999999999999999", "0.000000001", "-0"]
        .randomElement(using: &random)!
    }
    var fee = "\(10 * Int.random(in: 0...2000, using: &random))"
    if odd(&random) {
      fee = ["-12000", "123456789012", "p100", "", "0012", "100円", "1.2万円", "5人", "0円"].randomElement(using: &random)!
    }
    return ["\(row)", wards.randomElement(using: &random)!, place, day, age, people, fee]
  }

  private static func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// - Parameter style: 0: where it must be; 1: always; 2: now and then; 3: where it must be.
  private static func quoted(_ cell: String, _ style: Int, _ random: inout SeededGenerator) -> String {
    let must = cell.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    let wants = style == 1 || (style == 2 && Int.random(in: 0..<3, using: &random) == 0)
    guard must || wants else { return cell }
    var inner = ""
    for scalar in cell.unicodeScalars { inner += scalar == "\"" ? "\"\"" : String(scalar) }
    return "\"" + inner + "\""
  }

  private static func damage(_ line: inout [UInt8], _ random: inout SeededGenerator) {
    let place = Int.random(in: 0..<line.count, using: &random)
    switch Int.random(in: 0..<9, using: &random) {
    case 0: line.insert(0x22, at: place)
    case 1: line.insert(0x2C, at: place)
    case 2: line.removeAll { $0 == 0x2C }
    case 3: line[place] = 0
    case 4: line[place] = 0xFF
    case 5: line = Array([0x0A, 0x20, 0x0A].prefix(Int.random(in: 1...3, using: &random))) + line
    case 6: line.insert(0x0D, at: place)
    case 7: line.insert(contentsOf: Array("abc".utf8), at: place)
    default: line.insert(contentsOf: [UInt8](repeating: 0x78, count: 3_000), at: place)
    }
  }
}
