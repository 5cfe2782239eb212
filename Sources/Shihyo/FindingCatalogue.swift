/// Every code that a message can end with, from the rules themselves: what `shihyo codes` and the page of codes show.
public struct FindingCatalogue: Sendable {
  /// One code with the message of its example.
  public struct Entry: Sendable {
    public let finding: Finding
    public var code: String { finding.code }
    /// What stands before the first full stop: `cell`.
    public var family: String { String(code.prefix { $0 != "." }) }
  }

  /// By code, in byte order; of several examples of one code, the first.
  public let entries: [Entry]

  /// - Parameter more: families of rules outside the library, such as those of a command line.
  public init(adding more: [any FindingRule.Type] = []) {
    var entries: [String: Entry] = [:]
    for family in Self.families + more {
      for finding in Self.findings(family) where entries[finding.code] == nil {
        entries[finding.code] = Entry(finding: finding)
      }
    }
    self.entries = entries.values.sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
  }

  /// A code, or all of a family (`cell`); empty where there is none.
  public func entries(named name: String) -> [Entry] {
    let exact = entries.filter { $0.code == name }
    return exact.isEmpty ? entries.filter { $0.family == name } : exact
  }

  /// - Returns: a code or a family that is spelled alike.
  public func nearest(_ name: String) -> String? {
    NearestName.find(name, in: entries.map(\.code) + Set(entries.map(\.family)).sorted())
  }

  private static func findings<Rule: FindingRule>(_ rule: Rule.Type) -> [Finding] { rule.examples.map { Finding($0) } }

  private static let families: [any FindingRule.Type] = [
    FigureIDRule.self, AgeRule.self, NumberRule.self, TimeRule.self,
    CheckRule.self, ShapeRule.self, RejectsRule.self, RunRule.self, ReadingRule.self, LayoutRule.self, SuspectRule.self,
    QueryRule.self, CellRule.self, LintRule.self,
    DatasetRule.self, ReportRule.self, DescriptorRule.self, DefinitionFileRule.self, MetricRule.self,
    ExpressionRule.self, YAMLRule.self, JSONRule.self, ProfileRule.self, StatisticsRule.self,
    KnownFigureRule.self, RelationRule.self, CompareRule.self, ExplainRule.self, VerificationRule.self,
    DraftRule.self, LedgerRule.self, RoundingRule.self, DisclosureRule.self, IntervalRule.self, SurveyRule.self,
    RegisterRule.self, RateRule.self, AnalysisRule.self, KeyRule.self, TrendRule.self, BracketRule.self, WordRule.self,
    WorkbookRule.self, EditionRule.self, ReportDraftRule.self, ReportRunRule.self, MetricRunRule.self, OutputRule.self,
    PublishedFolderRule.self,
  ]
}
