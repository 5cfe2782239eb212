/// Where the pages of a paper carry 算出根拠, the basis of every figure. On hover and in the ledger it is there anyway.
public enum BasisPlace: String, Hashable, Sendable, CaseIterable {
  /// On the screen and on paper.
  case print
  /// On the screen; what is printed says where to find it.
  case screen
  case none
}
