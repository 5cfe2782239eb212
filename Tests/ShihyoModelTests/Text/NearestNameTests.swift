import ShihyoModel
import Testing

struct NearestNameTests {
  private let columns = ["事故内容", "事故類型", "死者数", "負傷者数", "曜日(発生年月日)", "amount", "year", "区"]

  @Test(arguments: [
    ("amuont", "amount"), ("Amount", "amount"), ("ａｍｏｕｎｔ", "amount"), ("amounts", "amount"), ("事故内用", "事故内容"),
    ("死者", "死者数"), ("負傷者", "負傷者数"), ("曜日", "曜日(発生年月日)"), ("曜日（発生年月日）", "曜日(発生年月日)"), ("yaer", "year"),
  ])
  func `finds the name that was meant`(name: String, expected: String) {
    #expect(NearestName.find(name, in: columns) == expected)
  }

  @Test(arguments: ["", "市", "金額", "population", "件"])
  func `finds nothing where nothing is near`(name: String) {
    #expect(NearestName.find(name, in: columns) == nil)
  }

  /// Of two characters the second may be another; a first one that differs is another name, and all columns are listed then.
  @Test func `names of two characters`() {
    let columns = ["申請", "施設", "利用者数"]
    #expect(NearestName.find("申情", in: columns) == "申請")
    #expect(NearestName.find("施没", in: columns) == "施設")
    #expect(NearestName.find("設施", in: columns) == "施設")
    #expect(NearestName.find("甲請", in: columns) == nil)
  }

  @Test func `takes the first of equals, and no name of several that contain it`() {
    #expect(NearestName.find("age_0", in: ["age_1", "age_2"]) == "age_1")
    #expect(NearestName.find("事故", in: ["事故内容区分", "事故類型区分"]) == nil)
    #expect(NearestName.find("x", in: []) == nil)
    #expect(NearestName.find("丙区", in: ["甲区", "乙区"]) == nil)
    #expect(NearestName.find("件教", in: ["区", "件数"]) == "件数")
  }
}
