/// How the records of a table came together: what its figures say of others than those counted.
public enum CollectionMethod: String, Hashable, Sendable, CaseIterable {
  /// 全数: everybody, or everything, is in the table.
  case fullCount = "full-count"
  /// 無作為抽出: drawn by chance.
  case randomSample = "random-sample"
  /// Whoever wished to answer, as in a web form that anyone could fill in.
  case selfSelected = "self-selected"
}
