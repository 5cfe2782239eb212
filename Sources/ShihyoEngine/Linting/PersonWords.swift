/// Headings above the names of people: 氏名, 代表者, 館長.
enum PersonWords {
  static func stand(in heading: String) -> Bool {
    names.contains(where: heading.contains) || offices.contains(where: heading.hasSuffix)
      || ["name", "full name", "person", "姓", "名"].contains(heading.lowercased())
  }

  private static let names = ["氏名", "姓名", "名前", "人名", "者名", "フリガナ", "ふりがな"]
  private static let offices = ["者", "担当", "委員", "館長", "会長", "議員", "理事", "職員", "代表", "責任者", "講師", "医師"]
}
