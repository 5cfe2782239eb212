import ShihyoModel

/// What the words of a header say of a column: a guess, for a person to confirm.
package enum HeaderWords {
  /// コード, 番号, No.: digits that are a name.
  package static func isCode(_ name: String) -> Bool {
    let folded = TextFolding.fold(name).lowercased()
    return ["コード", "番号", "code", "#property", "_id", "郵便"].contains(where: folded.contains)
      || ["no", "no.", "id", "連番", "通番", "通し", "項番", "#", "行"].contains(folded)
  }

  package static func isTime(_ name: String) -> Bool {
    let folded = TextFolding.fold(name).lowercased()
    return ["年度", "年", "年次", "西暦", "和暦", "調査年", "year", "fy"].contains(folded) || folded.hasSuffix("年度")
      || folded.hasSuffix("年次")
  }

  package static func isMonth(_ name: String) -> Bool {
    ["月", "月次", "month", "利用月", "対象月"].contains(TextFolding.fold(name).lowercased())
  }

  /// 年齢, 利用者年齢: years of life. 年齢計 and 平均年齢 are none of one person.
  package static func isAge(_ name: String) -> Bool {
    let folded = TextFolding.fold(name).lowercased()
    return (folded.hasSuffix("年齢") || folded == "age") && !["計", "合", "総"].contains(where: folded.contains)
  }

  /// 稼働率, 構成比, 平均: neither summed nor averaged.
  package static func isRate(_ name: String) -> Bool {
    let folded = TextFolding.fold(name).lowercased()
    return [
      "率", "割合", "比率", "構成比", "平均", "1人当たり", "一人当たり", "あたり", "(%)", "密度", "指数", "単価", "前年比", "前年度比", "対前年", "rate",
      "ratio", "percent", "compared", "average",
    ]
    .contains(where: folded.contains)
  }

  /// 備考, 摘要: words about a row, which tell no groups apart.
  package static func isNote(_ name: String) -> Bool {
    let folded = TextFolding.fold(name).lowercased()
    return [
      "備考", "備考欄", "注", "注記", "注釈", "摘要", "メモ", "特記事項", "補足", "remark", "remarks", "note", "notes", "comment",
      "comments",
    ].contains(folded)
  }

  /// 人口, 世帯数, 年度末の会員数: true at one instant, so not summed over time.
  package static func isStock(_ name: String) -> Bool {
    let folded = TextFolding.fold(name)
    return ["人口", "世帯数", "現在", "残高", "年度末", "月末", "在籍", "会員数", "登録者数", "職員数", "施設数", "累計"].contains(
      where: folded.contains)
  }

  /// 緯度 and 経度 are numbers, and no amounts.
  package static func isPlace(_ name: String) -> Bool {
    let folded = TextFolding.fold(name).lowercased()
    return ["緯度", "経度", "latitude", "longitude", "lat", "lon", "lng"].contains(folded)
  }

  /// The unit that the name itself suggests: 件数 is in 件; nil where it does not say.
  package static func unit(_ name: String) -> String? {
    let folded = TextFolding.fold(name)
    if isRate(name) { return ["率", "割合", "構成比", "(%)"].contains(where: folded.contains) ? "％" : nil }
    if case .bracket? = try? AgeGrammar().read(folded), folded.contains("歳") { return "人" }
    for (ending, unit) in [
      ("件数", "件"), ("者数", "人"), ("人数", "人"), ("人口", "人"), ("員数", "人"), ("世帯数", "世帯"), ("世帯", "世帯"), ("回数", "回"),
      ("日数", "日"), ("コマ数", "コマ"), ("団体数", "団体"), ("冊数", "冊"), ("台数", "台"), ("戸数", "戸"), ("出生数", "人"), ("死亡数", "人"),
    ] where folded.hasSuffix(ending) {
      return unit
    }
    return nil
  }
}
