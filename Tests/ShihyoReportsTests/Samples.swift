import ShihyoModel
import ShihyoReports

/// Small documents with known numbers, shared by the tests of all renderers.
enum Samples {
  static func count(_ number: Int, unit: String? = nil) -> Figure {
    Figure(kind: .count, value: .decimal(ExactDecimal(number)), unit: unit, n: number)
  }

  static func share(_ part: Int, of total: Int) -> Figure {
    let value: Figure.Value =
      Rational(part * 100, over: total).map { .exact($0) } ?? .undefined(Bilingual(ja: "全体が0", en: "the total is 0"))
    return Figure(
      kind: .share, value: value, unit: "％", numerator: ExactDecimal(part), denominator: ExactDecimal(total), n: total,
      textDigits: 1)
  }

  static func sum(_ text: String, marks: Marks = [], reasons: [Reason: Int] = [:]) -> Figure {
    var counts = ReasonCounts()
    for (reason, number) in reasons { counts[reason] = number }
    return Figure(
      kind: .sum, value: ExactDecimal(text).map { .decimal($0) } ?? .absent(.missing), marks: marks, reasons: counts)
  }

  static func absent(_ reason: Reason) -> Figure {
    var counts = ReasonCounts()
    counts[reason] = 1
    return Figure(kind: .sum, value: .absent(reason), reasons: counts)
  }

  /// The rank list of the seed documents: 132 issues, 13 done, 118 under way, 1 under study.
  static let ranks = ReportDocument(
    title: Bilingual(ja: "局区X方針の到達状況", en: "Progress of the issues"),
    blocks: [
      .paragraph([
        .text(Bilingual(ja: "完了は", en: "Completed: ")), .figure(count(13, unit: "課題")),
        .text(Bilingual(ja: "（", en: " (")), .figure(share(13, of: 132)), .text(Bilingual(ja: "）。", en: ").")),
      ]),
      .table(
        ReportTable(
          name: "ranks", title: Bilingual(ja: "ランク別", en: "By rank"),
          keyColumns: [.init(name: "ランク", label: Bilingual(ja: "ランク", en: "rank"))],
          valueColumns: [
            .init(name: "count", label: Bilingual(ja: "課題数", en: "issues"), unit: "件"),
            .init(name: "share-of-count", label: Bilingual(ja: "構成比", en: "share")),
          ],
          rows: [
            .init(
              keys: [.init("3", label: Bilingual(ja: "3 完了", en: "3 done"))], figures: [count(13), share(13, of: 132)]),
            .init(
              keys: [.init("2", label: Bilingual(ja: "2 作業中", en: "2 under way"))],
              figures: [count(118), share(118, of: 132)]),
            .init(
              keys: [.init("1", label: Bilingual(ja: "1 検討段階", en: "1 under study"))],
              figures: [count(1), share(1, of: 132)]),
            .init(
              keys: [.init("total", label: Bilingual(ja: "計", en: "total"))],
              figures: [count(132), share(132, of: 132)],
              kind: .total),
          ])),
    ],
    inputs: [.init(name: "ranks.csv", accounting: Accounting(records: 132, accepted: 132))],
    notes: [Bilingual(ja: "資料：局区X方針（令和6年11月時点）", en: "Source: list of issues, November 2024")])

  /// One unit, every kind of sign and mark, a negative, spanners, footnotes.
  static let signs = ReportDocument(
    blocks: [
      .table(
        ReportTable(
          name: "signs", title: Bilingual(ja: "施設別利用件数", en: "Uses by facility"),
          keyColumns: [.init(name: "施設", label: Bilingual(ja: "施設", en: "facility"))],
          valueColumns: [
            .init(name: "sum(件数)@FY2023", label: Bilingual(ja: "件数", en: "uses"), unit: "件"),
            .init(name: "change", label: Bilingual(ja: "増減", en: "change"), unit: "件", footnotes: [1]),
            .init(name: "sum(件数)@FY2024", label: Bilingual(ja: "件数", en: "uses"), unit: "件"),
          ],
          spanners: [
            .init(label: Bilingual(ja: "令和5年度", en: "fiscal 2023"), columns: 0..<2),
            .init(label: Bilingual(ja: "令和6年度（速報を含む）", en: "fiscal 2024 (some figures provisional)"), columns: 2..<3),
          ],
          rows: [
            .init(
              keys: [.init("門司市民センター", footnotes: [2])],
              figures: [sum("1234567"), sum("-1234"), sum("12", marks: [.provisional])]),
            .init(
              keys: [.init("ｶﾞｰﾃﾞﾝ")],
              figures: [sum("5964", marks: [.reference, .approximate, .revised]), sum("0"), absent(.missing)]),
            .init(
              keys: [.init("小倉南")],
              figures: [sum("88", reasons: [.missing: 2, .nilCase: 1]), absent(.nilCase), absent(.suppressed)]),
            .init(keys: [.init("😀館")], figures: [absent(.empty), absent(.notSurveyed), absent(.unknownMark)]),
          ],
          footnotes: [
            Bilingual(ja: "前年度との差", en: "against the year before"),
            Bilingual(ja: "改修のため一部休館", en: "partly closed for works"),
          ],
          notes: [Bilingual(ja: "架空データ", en: "fictional data")]))
    ],
    inputs: [
      .init(
        name: "a.csv",
        accounting: Accounting(
          records: 1200, accepted: 1100, rejected: 3, filteredOut: 95, leftOut: two(.missing), blankLines: 4))
    ])

  private static func two(_ reason: Reason) -> ReasonCounts {
    var counts = ReasonCounts()
    counts[reason] = 2
    return counts
  }

  /// Six equal parts: 16.7 each, 100.2 as printed.
  static let sixths = ReportTable(
    keyColumns: [.init(name: "部")],
    valueColumns: [.init(name: "share-of-count", label: Bilingual(ja: "構成比", en: "share"))],
    rows: (1...6).map { .init(keys: [.init("\($0)")], figures: [share(1, of: 6)]) } + [
      .init(keys: [.init("total", label: Bilingual(ja: "計", en: "total"))], figures: [share(6, of: 6)], kind: .total)
    ])

  /// Labels and values that would run, colour, break or reverse something.
  static let hostile = ReportDocument(
    title: Bilingual(ja: "表題\u{1B}]0;x\u{7}", en: "title\u{1B}[2J"),
    blocks: [
      .table(
        ReportTable(
          keyColumns: [.init(name: "=cmd|' /C calc'!A0")],
          valueColumns: [.init(name: "min(備考,\"引用\")"), .init(name: "sum(a:b|c)")],
          rows: [
            .init(keys: [.init("+1")], figures: [Figure(kind: .minimum, value: .text("=1+1")), sum("-5")]),
            .init(
              keys: [.init("a\nb\r\nc")],
              figures: [Figure(kind: .minimum, value: .text("\u{1B}[31m赤")), absent(.missing)]),
            .init(
              keys: [.init("＝１\u{202E}")],
              figures: [Figure(kind: .minimum, value: .text("say \"x\", y")), sum("1.50", marks: [.provisional])]),
            .init(keys: [.init("")], figures: [Figure(kind: .minimum, value: .absent(.empty)), sum("2.00")]),
          ]))
    ])
}
