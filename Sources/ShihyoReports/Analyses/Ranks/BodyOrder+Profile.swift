public import ShihyoDefinitions
import ShihyoModel

extension BodyOrder {
  /// The bodies of a city profile under the label of their group.
  public init(_ profile: CityProfile) {
    self.init(
      profile.bodies.map { body in
        let group = profile.groups.first { $0.id == body.group }
        let spellings = body.spellings
        return Body(name: spellings.first ?? body.id, aliases: Array(spellings.dropFirst()), group: group?.label.ja)
      })
  }
}
