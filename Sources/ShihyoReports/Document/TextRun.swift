/// A stretch of a text in a cell of a 新旧対照表: what changed is underlined where a format can underline.
public struct TextRun: Hashable, Sendable {
  public var text: String
  public var isChanged: Bool
  public init(_ text: String, isChanged: Bool) {
    self.text = text
    self.isChanged = isChanged
  }
}
