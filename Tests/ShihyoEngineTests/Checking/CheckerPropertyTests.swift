import SeededRandom
import ShihyoEngine
import ShihyoModel
import Testing

/// Errors planted at random are all found where they are, and nothing else is accused.
struct CheckerPropertyTests {
  private static let wards = ["門司", "小倉北", "若松", "八幡東"]

  private static var schema: Schema {
    let ward = Field.of("区") { $0.categories = wards.map { Field.Category(value: $0) } }
    let count = Field.of("件数", .integer) { $0.constraints.minimum = "0" }
    let code = Field.of("コード") { $0.constraints.pattern = "[A-Z][0-9]{2}" }
    var schema = Schema(fields: [.of("番号", .integer), ward, count, .of("日", .date), code])
    schema.primaryKey = ["番号"]
    return schema
  }

  @Test(arguments: 1...40)
  func findsWhatIsPlantedAndNothingElse(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var text = "番号,区,件数,日,コード\n"
    var line = 2
    var planted: [String] = []
    let rows = Int.random(in: 1...120, using: &random)
    var rejected = 0
    for number in 1...rows {
      let already = planted.count
      var cells = [
        "\(number)", Self.wards.randomElement(using: &random) ?? "門司",
        ["0", "12", "1,234", "－", "…", "３", ""].randomElement(using: &random) ?? "0",
        ["2025-04-01", "令和7年4月1日", "R7.4.1", "2024/2/29", ""].randomElement(using: &random) ?? "",
        ["A01", "Z99"].randomElement(using: &random) ?? "A01",
      ]
      // The first row keeps its key, so that a later 1 is always the second one.
      switch number == 1 ? 2 : Int.random(in: 0..<14, using: &random) {
      case 0:
        cells[0] = "1"
        planted.append("\(line)A key.duplicate «1»")
      case 1:
        cells[0] = ""
        planted.append("\(line)A key.empty")
      case 2:
        cells[1] = "門字"
        planted.append("\(line)B category.unknown «門字»")
      case 3:
        cells[2] = "-5"
        planted.append("\(line)C constraint.minimum «-5»")
      case 4:
        cells[2] = "12,34"
        planted.append("\(line)C cell.misplaced-comma «12,34»")
      case 5:
        cells[3] = "2025-02-30"
        planted.append("\(line)D time.impossible-date «2025-02-30»")
      case 6:
        cells[4] = "a01"
        planted.append("\(line)E constraint.pattern «a01»")
      case 7:
        cells.removeLast()
        planted.append("\(line)E record.short")
      case 8:
        text += "  \n\n"
        line += 2
      default: break
      }
      if planted.count > already { rejected += 1 }
      let quotes = Bool.random(using: &random)
      text += cells.map { quotes || $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") + "\n"
      line += 1
    }
    let encoding = ["UTF-8", "CP932"].randomElement(using: &random) ?? "UTF-8"
    let fixture = try CheckFixture(text, Self.schema, encoding: encoding)
    let blockBytes = Int.random(in: 1...4096, using: &random)
    let report = try fixture.report(blockBytes: blockBytes)
    let found = report.findings.filter { $0.severity == .error }.map { finding in
      finding.code == "record.short" ? String(finding.short.prefix { $0 != "«" }.dropLast()) : finding.short
    }
    #expect(found == planted, "seed \(seed), blocks of \(blockBytes)")
    #expect(report.accounting.records == rows && report.accounting.rejected == rejected, "seed \(seed)")
  }
}
