import ShihyoDefinitions
import ShihyoModel

/// Which time a table or chart is of, where that is not the period of the report.
extension ReportComposer {
  /// The title of a table with its time, for one that no row or column of it names.
  ///
  /// - Parameter moments: of its figures; none where the table says them.
  mutating func caption(_ title: String?, _ moments: [Moment], of block: TableBlock) -> Bilingual? {
    let labels = moments.distinct
    guard labels.count == 1, let moment = labels.first, let said = untold(moment, beside: title) else {
      return title.map(same)
    }
    let name = [currentSection, block.name]
    if otherTimes[name] == nil { otherTimes[name] = said }
    return same(titled(title, said))
  }

  /// The title of a chart, with the time of its table or of the one column that it draws.
  func caption(_ block: ChartBlock, of table: ReportTable, columns: [Int]) -> Bilingual {
    let title = plain(block.title)
    var time = otherTimes[[currentSection, table.name ?? ""]]
    if columns.count == 1, let period = Period(machineSpelling: table.valueColumns[columns[0]].name) {
      let moment = Moment(period: period, spelling: period.machineSpelling, label: period.bilingualLabel)
      time = untold(moment, beside: title)
    }
    guard let time, !Self.says(time, title) else { return same(title) }
    return same(titled(title, time))
  }

  private func titled(_ title: String?, _ time: String) -> String {
    guard let title else { return time }
    return report.language == .ja ? "\(title)（\(time)）" : "\(title) (\(time))"
  }

  /// nil where it is the period of the report, is not known, or stands above the table already.
  private func untold(_ moment: Moment, beside title: String?) -> String? {
    let label = moment.label[report.language]
    guard !desk.isAsking, !label.isEmpty, moment.spelling != "undated", moment.spelling != period?.machineSpelling
    else {
      return nil
    }
    let section = report.sections.first { $0.id == currentSection }
    let above = [title ?? "", section.map { plain($0.title) } ?? "", section?.asOf ?? "", plain(report.title)]
    let isSaid = above.contains { Self.says(label, $0) } || (try? sectionPeriod(at: Place())) == moment.spelling
    return isSaid ? nil : label
  }

  /// Whether a text names a period itself, not a part or a span that begins with it: 令和7年度 in 令和7年度の実績, not in
  /// 令和7年度第2四半期.
  static func says(_ label: String, _ text: String) -> Bool {
    let longer = ["第", "上", "下", "～", "〜", "から", "・", "末", " Q", " H", "–", "-"]
    return text.ranges(of: label).contains { found in
      let rest = text[found.upperBound...]
      return !(rest.first?.isNumber ?? false) && !longer.contains { rest.hasPrefix($0) }
    }
  }
}
