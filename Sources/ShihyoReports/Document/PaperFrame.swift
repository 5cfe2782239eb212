public import ShihyoDefinitions
public import ShihyoModel

/// What a city's paper has around its content: 資料番号, 【速報】, who made it, its footnotes, 出典 and 問い合わせ先.
public struct PaperFrame: Hashable, Sendable {
  /// 資料2, at the top right.
  public var number: Bilingual?
  /// 【速報】, at the top left.
  public var status: Bilingual?
  public var department: Bilingual?
  /// 発行日, above the department.
  public var date: Bilingual?
  /// Where an HTML page carries the basis of its figures.
  public var basis: BasisPlace
  /// ※1, ※2 … of the whole paper: a table without footnotes of its own means these.
  public var footnotes: [Bilingual]
  /// Above the content, at the right: when, then who.
  var senders: [Bilingual] { [date, department].compactMap(\.self) }

  /// Last of all: 出典, 問い合わせ先.
  public var closing: [Bilingual]

  /// Before the contact of a paper, which errata look for in an edition.
  package static let contactLead = Bilingual(ja: "問い合わせ先：", en: "Contact: ")

  public init(
    number: Bilingual? = nil, status: Bilingual? = nil, department: Bilingual? = nil, date: Bilingual? = nil,
    basis: BasisPlace = .print, footnotes: [Bilingual] = [], closing: [Bilingual] = []
  ) {
    self.number = number
    self.status = status
    self.department = department
    self.date = date
    self.basis = basis
    self.footnotes = footnotes
    self.closing = closing
  }
}
