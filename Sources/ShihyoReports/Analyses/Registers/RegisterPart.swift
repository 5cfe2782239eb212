/// The parts of a register on paper, in their order.
public enum RegisterPart: String, Hashable, Sendable, CaseIterable {
  /// How many issues, by organisation, field and area.
  case areas
  case issues
  /// Impact × urgency.
  case matrix
  /// Completion and ranks, and what moved since the date before.
  case states
  /// What the documents say about the progress.
  case progress
  /// Plan by quarter, cells as printed.
  case plan
  /// Old and new numbers of an issue.
  case numbers
  /// Readings where a document disagrees with itself.
  case readings
  /// Two versions of an issue side by side.
  case versions
}
