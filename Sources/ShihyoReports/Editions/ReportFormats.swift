public import ShihyoDefinitions

extension ReportDefinition {
  /// What a folder of outputs holds where no format is asked for: its own `formats`, else all that need no other program.
  public var outputFormats: [OutputFormat] { ownFormats ?? OutputFormat.usual }

  /// What an edition holds where no format is asked for: its own `formats`, else every one.
  public var editionFormats: [OutputFormat] { ownFormats ?? OutputFormat.allCases }

  private var ownFormats: [OutputFormat]? {
    formats.isEmpty ? nil : formats.compactMap { OutputFormat(rawValue: $0) }
  }
}
