public import ShihyoModel

/// An input file against the digest that its descriptor declares.
public struct CheckedFile: Hashable, Sendable {
  public enum State: String, Hashable, Sendable { case same, changed, undeclared, unreadable }

  /// `kitakyushu-requests/requests.csv`
  public var id: String
  public var path: String
  public var state: State
  public var declared = ""
  public var found = ""
  public var bytes = 0
  /// `dataset/resource`; several where they share a file, none for known figures.
  public var inputs: [String] = []
  public var dataset: String
  /// Where the digest stands.
  public var place = Place()
  /// Figures that do not hold any more and were computed from it; filled at the end.
  public var moved: [String] = []
  /// Ledgers that could not be computed again: whether their figures moved cannot be told.
  public var untold: [String] = []
  /// The `known-figures.csv` of its dataset.
  public var isKnownFigures = false
}
