import Foundation
import ShihyoModel
import Testing

@testable import ShihyoReports

struct SignLegendTests {
  @Test func `signs of printed figures are explained, units and words are none`() throws {
    #expect(SignLegend.note(for: ["1,066コマ", "22.8％", "12 hour", "皆増", "課題B", ""]) == nil)
    let note = try #require(SignLegend.note(for: ["1,066コマ!", "523,138人r!", "…"]))
    #expect(note.ja.contains("!：値のないセルを除いた結果") && note.ja.contains("…：不詳・未受領"))
    #expect(note.ja.components(separatedBy: "：").count == 4)
  }
}
