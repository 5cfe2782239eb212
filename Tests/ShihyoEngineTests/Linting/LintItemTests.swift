import ShihyoModel
import Testing

@testable import ShihyoEngine

/// The check items of the ministry's rule as a table: for each, tables that break it and tables that only look like it.
///
/// - Item 1-8 (drawn objects) cannot be broken by CSV, and 1-1 is a matter of the file's name: `FileTypeTests`.
struct LintItemTests {
  struct Item: CustomTestStringConvertible, Sendable {
    let number: String
    let broken: [String]
    let sound: [String]
    var testDescription: String { number }
  }

  static let items = [
    Item(
      number: "1-2",
      broken: [
        "区,利用者数\n甲,12(3)\n乙,5\n", "区,利用者数\n甲,1、2\n乙,5\n", "区,利用者数\n甲,1～2\n乙,5\n", "区,人口（人）\n甲,3/5\n乙,不明\n",
        "区,利用者数\n甲,1-2\n乙,5\n", "区,件数\n甲,2 3\n乙,5\n",
      ],
      sound: [
        "区,年齢\n甲,0～4\n乙,5～9\n丙,10\n", "区,開催日\n甲,2025/4/1\n乙,2025/4/2\n", "区,住所\n甲,1-2\n乙,3\n丙,4\n",
        "区,更新年月,件数\n甲,2025-04,1\n乙,2025-05,2\n", "区,時間帯\n甲,6-9\n乙,9-12\n", "区,件数\n甲,-3\n乙,4\n",
      ]),
    Item(
      number: "1-3",
      broken: [
        "区,利用者数\n甲,\"1,200\"\n", "区,利用者数\n甲,△5\n乙,6\n", "区,利用者数\n甲,3人\n", "区,人口\n甲,12 345\n乙,1\n",
        "区,率\n甲,1.5（注1）\n乙,2\n",
        "区,件数\n甲,１２\n", "区,件数\n甲,約30\n乙,調査中2\n", "区,件数\n甲,5\n乙,5人(内1人)\n", "区,件数\n甲,1e5\n乙,3\n",
      ],
      sound: [
        "区,利用者数\n甲,-5\n乙,1200\n", "区,率（％）\n甲,12.30\n乙,0.0\n", "区,規模\n甲,3人以上\n乙,大\n丙,小\n",
        "区,電話番号\n甲,093-582-1111\n乙,12\n",
        "code,area,A1301,A1303,A1419\n,,2020,2020,2020\n地域コード,市区町村,15歳未満人口,65歳以上人口,人口\n1,甲,1,2,3\n2,乙,4,5,6\n3,丙,7,8,9\n",
        "区,項目\n甲,(4)先進地視察\n乙,1\n", "区,時点\n甲,2025年4月\n乙,2024\n",
      ]),
    Item(
      number: "1-4",
      broken: [
        "区,館,件数\n甲,a,1\n,b,2\n", "区,,件数\n甲,a,1\n", "区,館,件数\n甲,a,1\n,b,2\n,c,3\n乙,d,4\n",
        "年度,区,館,件数\n2023,甲,a,1\n2023,,b,2\n2023,乙,c,2\n2023,,d,2\n", "年度,区,館,件数\n2023,甲,a,1\n,,b,2\n,乙,c,2\n,,d,1\n",
      ],
      sound: [
        "区,館,件数\n甲,a,1\n甲,b,2\n", "区,館,件数\n甲,a,1\n乙,,2\n", "区,件数,備考\n甲,1,\n乙,2,移転\n",
        // Nobody can tell a blank label from one that was left out.
        "区,町,館,件数\n甲,西,a,1\n甲,,b,2\n甲,西,c,2\n乙,,d,2\n乙,,e,2\n", "年度,区,件数\n2023,甲,1\n2023,,2\n2023,,3\n",
        "区,備考,館,件数\n甲,改修,a,1\n甲,,b,2\n甲,,c,2\n", "区,町,館,件数\n甲,西,a,1\n計,,b,2\n総数,,c,2\n",
      ]),
    Item(
      number: "1-5",
      broken: [
        "区,件　数\n甲,1\n", "区,件数\n合　計,1\n", "区,件数\n 甲,1\n", "区,件数\n\"乙\n区\",3\n", "区,件数\n甲  区,3\n",
        "区,件数,備 考\n甲,1,移転\n", "区,件数\n合 計,1\n", "区,総 人 口\n甲,1\n", "氏 名,件数\n山田  太郎,1\n", "氏名,件数\n\"林\n隆\",1\n",
        "費目,件数\n総　　務　　費,1\n",
      ],
      sound: [
        "区,件数\n北区 西部,1\n", "氏名,件数\n山田　太郎,1\n林　隆,2\n", "窓口,件数\n山田　太郎,1\n", "館長,件数\n林 隆,2\n",
        "区,件数\nA 2,1\n", "区,意見\n甲,今年度は地域の方の協力を得て進めることができた。　来年度は、市民センターの利用を一層進めたい。\n", "name,count\nNorth ward,1\n",
      ]),
    Item(
      number: "1-6",
      broken: [
        "区,件数\n甲,1\n〃,2\n", "区,件数\n甲,1\n同上,2\n", "区,館,件数\n甲,同左,1\n", "区,〃\n甲,1\n",
      ],
      sound: [
        "区,件数\n甲,1\n同上野,2\n", "姓,件数\n佐々木,1\n", "区,館,件数\n甲,左,1\n",
      ]),
    Item(
      number: "1-7",
      broken: [
        "区,件数\n甲,=SUM(B1:B2)\n乙,1\n", "区,件数\n甲,=B2\n乙,1\n", "番号,件数\n\"=\"\"001\"\"\",1\n", "区,件数\n甲,=-B3\n乙,2\n",
      ],
      sound: [
        "区,備考\n甲,=\n", "区,備考\n甲,==移転==\n", "区,備考\n甲,1+1=2\n", "区,件数\n甲,-3\n",
      ]),
    Item(
      number: "1-9",
      broken: [
        "区,金額\n甲,1\n", "区,値\n甲,1\n乙,－\n", "name,amount\na,1\n", "name,total\na,1\n", "name,amount,total\na,1,1\n",
      ],
      sound: [
        "区,金額（千円）\n甲,1\n", "区,値,単位\n甲,1,件\n", "西暦,件数\n2023,1\n", "区,利用者数\n甲,1\n", "区,緯度,経度\n甲,33.883500,130.875200\n",
        "天候,天候区分,件数\n1,晴,2\n", "区,発生時\n甲,06\n乙,07\n", "区,順位\n甲,1\n",
        "area,male,female,total\na,1,2,3\n", "area,numberOfHouseholds,birth_rate\na,1,2.5\n", "区,男,女,計\n甲,1,2,3\n",
      ]),
    Item(
      number: "1-10",
      broken: [
        "項目,件数\n①計画,1\n", "項目,件数\n㈱甲,2\n", "氏名,件数\n髙木,4\n", "区,面積（㎡）\n甲,1\n",
      ],
      sound: [
        "項目,件数\n(1)計画,1\n", "項目,件数\n(株)甲,2\n", "氏名,件数\n高木,4\n", "区,増減\n甲,△\n乙,∴\n",
      ]),
    Item(
      number: "1-11",
      broken: [
        "期間,件数\n令和5年度,1\n令和6年度,2\n", "年度,件数\nR5,1\nR6,2\n", "年度,件数\n令和5年度,1\n計,1\n", "区,令和5年度,令和6年度\n甲,1,2\n",
        "年度,西暦,件数\n令和5年度,2024,1\n令和6年度,2025,2\n",
      ],
      sound: [
        "年度,西暦,件数\n令和5年度,2023,1\n令和6年度,2024,2\n", "期間,件数\n2023（令和5）年度,1\n2024年度,2\n",
        "時点,開始日,件数\n令和7年9月1日,2025-09-01,1\n",
        "室,件数\nS1,1\nS2,2\n", "指標,件数\nH550701,1\nH550801,2\n", "区,2023年度,2024年度\n甲,1,2\n",
        "年度,時間軸コード,件数\n令和5年度,2023100000,1\n令和6年度,2024100000,2\n",
      ]),
    Item(
      number: "1-12",
      broken: [
        "都道府県,件数\n福岡,1\n東京都,2\n", "地域,件数\n東京,1\n大阪,2\n北海道,3\n", "団体コード,件数\n1100,1\n401005,2\n",
      ],
      sound: [
        "都道府県,件数\n福岡県,1\n東京都,2\n", "担当者,件数\n石川,1\n福島,2\n佐藤,3\n鈴木,4\n田中,5\n", "団体コード,件数\n011002,1\n401005,2\n",
        "区コード,件数\n1,1\n2,2\n",
      ]),
    Item(
      number: "1-13",
      broken: [
        "区,件数\n甲,－\n乙,-\n丙,5\n", "区,件数\n甲,x\n乙,X\n丙,5\n", "区,件数\n甲,…\n乙,・・・\n丙,…\n丁,5\n", "区,人口\n甲,NA\n乙,5\n",
        "区,件数\n甲,不明\n乙,3\n",
        "区,件数\n甲,調査中\n乙,3\n丙,未定\n",
      ],
      sound: [
        "区,件数\n甲,－\n乙,－\n丙,5\n", "区,件数\n甲,…\n乙,***\n丙,5\n", "区,件数\n甲,x\n乙,－\n丙,…\n丁,1\n", "区,件数\n甲,3\n計,3\n",
        "区,備考\n甲,不明\n乙,5\n",
        "区,増減率\n甲,皆増\n乙,3\n", "区,件数\n甲,3\n（注）暫定,\n",
      ]),
    Item(
      number: "2-1",
      broken: [
        "区,件数\n甲,1\n\n乙,2\n", "区,件数\n甲,1\n,\n丙,3\n", "区,件数,,館数\n甲,1,,2\n",
      ],
      sound: [
        "区,件数\n甲,1\n\n", "区,件数\n甲,1\n乙,2\n,\n", "区,件数,備考\n甲,1,\n",
      ]),
    Item(
      number: "2-2",
      broken: [
        "区,件数\n甲,1\n区,件数\n乙,2\n", "区,件数,館数\n甲,1,2\n第2表 利用,,\n乙,2,3\n", "区,件数\n甲,1\n乙,2\n\n館,人数\n丙,3\n丁,4\n",
      ],
      sound: [
        "区,件数\n甲,1\n乙,2\n", "区,館,件数\n甲,第2表,1\n", "区,区名\n区,区名称\n甲,乙\n",
      ]),
  ]

  private func found(_ text: String) throws -> [Finding] {
    let fixture = try EngineFixture(text)
    return try Linter().add(to: try Checker().run(on: fixture.dataset), of: fixture.dataset).findings
  }

  @Test(arguments: items)
  func `what breaks the item is found`(_ item: Item) throws {
    #expect(item.broken.count >= 3)
    for table in item.broken {
      let findings = try found(table)
      #expect(findings.contains { $0.message.ja.hasPrefix("(\(item.number))") }, "\(item.number): \(table)")
    }
  }

  @Test(arguments: items)
  func `what only looks like it is not accused`(_ item: Item) throws {
    #expect(item.sound.count >= 3)
    for table in item.sound {
      let accused = try found(table).filter { $0.message.ja.hasPrefix("(\(item.number))") }
      #expect(accused.isEmpty, "\(item.number): \(table) \(accused.map { $0.place.line ?? 0 })")
    }
  }

  @Test func `every item that a table can break is in the table`() {
    let ofRules = Set(LintRule.examples.map(\.item)).subtracting(["1-1"])
    #expect(Set(Self.items.map(\.number)) == ofRules)
  }

  @Test func `a descriptor decides what a number column is, and which marks it has`() throws {
    var (answer, amount) = (Field(name: "回数", type: .string), Field(name: "規模", type: .integer))
    amount.unit = MeasureUnit(parsing: "人")
    amount.missingValues = [MissingValue("NA", label: "不詳")]
    answer.title = "利用回数"
    let schema = Schema(fields: [answer, amount])
    let codes: (String) throws -> [String] = { text in
      let fixture = try EngineFixture(text, schema: schema)
      let report = try Linter().add(to: try Checker().run(on: fixture.dataset), of: fixture.dataset)
      return report.findings.filter { $0.code.hasPrefix("lint.") && $0.code != "lint.file-type" }.map(
        ShapeFixture.spelled)
    }
    #expect(try codes("回数,規模\n1～2,NA\n5,NA\n週1,3\n").isEmpty)
    #expect(
      try codes("回数,規模\n0,未定\n1,調査中\n2,1～2\n") == [
        "lint.foreign-mark 2 B", "lint.foreign-mark 3 B", "lint.several-values 4 B",
      ])
  }
}
