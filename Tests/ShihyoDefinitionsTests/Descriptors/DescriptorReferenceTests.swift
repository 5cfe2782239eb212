import Glibc
import ShihyoModel
import Testing

@testable import ShihyoDefinitions

/// The reference for stewards must stay true: its examples load, and it names every key.
struct DescriptorReferenceTests {
  private let text: String

  init() throws {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    text = String(
      decoding: try DefinitionFile.read("/" + root + "/Sources/Shihyo/Shihyo.docc/Descriptor.md"), as: UTF8.self)
  }

  private var examples: [String] {
    var examples: [String] = []
    var current: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "```json" {
        current = ""
      } else if line == "```", let example = current {
        examples.append(example)
        current = nil
      } else {
        current?.append(line + "\n")
      }
    }
    return examples
  }

  @Test func `the examples load without a finding`() throws {
    try #require(examples.count == 5)
    let package = try load(examples[0], files: ["profiles/mihon.json": examples[4]])
    #expect(package.warnings.isEmpty)
    let schema = try #require(package.resources.first?.schema)
    #expect(schema.fields.map(\.type) == [.string, .period, .ageBracket, .integer, .number, .any])
    #expect(schema.field(named: "利用者数")?.constraints.required == true)
    #expect(schema.fields.first?.categories?.map(\.value) == ["企画局", "企画", "甲区", "甲", "甲区役所"])
  }

  @Test func `the examples of layouts load, and say what records come of them`() throws {
    let records = try examples[1...3].map { example in
      let package = try load(example)
      #expect(package.warnings.isEmpty)
      return try #require(package.resources.first?.schema).fields.map(\.name)
    }
    #expect(
      records == [
        ["区", "施設", "月", "利用者数", "件数", "年度", "年月"], ["regionName", "性別", "年齢", "人口"],
        ["月", "出生", "年", "区分", "市", "年月"],
      ])
  }

  @Test(arguments: [
    ShapeReader.subtotalKeys, ShapeReader.unpivotKeys, ShapeReader.constantKeys, ShapeReader.yearMonthKeys,
  ])
  func `every key of a layout stands in the reference`(_ keys: [String]) {
    for key in keys { #expect(text.contains("`\(key)`") || text.contains("\"\(key)\""), "\(key)") }
  }

  @Test(arguments: [ShihyoKey.package, ShihyoKey.resource, ShihyoKey.field, ConstraintsReader.keys])
  func `every key stands in the reference`(_ keys: [String]) {
    for key in keys { #expect(text.contains("`\(key)`"), "\(key)") }
    for reason in Reason.allCases where reason != .unknownMark { #expect(text.contains("`\(reason.name)`")) }
  }
}
