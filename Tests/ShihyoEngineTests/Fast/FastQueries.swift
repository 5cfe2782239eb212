import ShihyoModel

/// Questions that the hot path must answer as the plain path does: every form of key, every aggregate, every kind of condition.
enum FastQueries {
  /// - Parameter names: of the columns of a `RandomFile`.
  static func all(_ names: [String]) -> [[Query]] { plain(names) + extremes(names) + manifoldKeys(names) }

  private static func plain(_ names: [String]) -> [[Query]] {
    let (ward, place, day, age, people, fee) = (names[1], names[2], names[3], names[4], names[5], names[6])
    return [
      [Query(keys: [GroupKey(column: ward), GroupKey(column: place)], aggregates: [.count, .sum(people), .sum(fee)])],
      [Query(aggregates: [.count, .sum(fee)])],
      [Query(keys: [GroupKey(column: fee), GroupKey(column: ward)], aggregates: [.count])],
      [Query(keys: [GroupKey(column: people, form: .number)], aggregates: [.count, .sum(fee)])],
      [
        Query(
          keys: [GroupKey(column: place)], filter: [Condition(column: age, comparison: .less, values: ["30"])],
          aggregates: [.count, .sum(people)]),
        Query(keys: [GroupKey(column: day, form: .period(.month))], aggregates: [.sum(fee), .count, .sum(fee)]),
      ],
      [
        Query(
          keys: [GroupKey(column: age), GroupKey(column: ward)],
          filter: [
            Condition(column: place, comparison: .notEqual, values: ["市民センター1"]),
            Condition(column: people, comparison: .greaterOrEqual, values: ["10"]),
          ], aggregates: [.count, .sum(people)])
      ],
    ]
  }

  private static func extremes(_ names: [String]) -> [[Query]] {
    let (ward, place, day, age, people, fee) = (names[1], names[2], names[3], names[4], names[5], names[6])
    return [
      [Query(keys: [GroupKey(column: ward)], aggregates: [.min(fee), .max(people), .countValues(people), .count])],
      [Query(keys: [GroupKey(column: place)], aggregates: [.max(place), .min(day), .countValues(place), .max(fee)])],
      [
        Query(
          keys: [GroupKey(column: age)], aggregates: [.sum(people), .min(people), .max(people), .countValues(people)]),
        Query(
          keys: [GroupKey(column: ward)], filter: [Condition(column: age, comparison: .greater, values: ["40"])],
          aggregates: [.countValues(fee), .min(fee), .sum(people), .max(fee)]),
      ],
      [Query(aggregates: [.min(people), .max(age), .countValues(fee)])],
    ]
  }

  private static func manifoldKeys(_ names: [String]) -> [[Query]] {
    let (ward, place, age, people, fee) = (names[1], names[2], names[4], names[5], names[6])
    let old = Condition(column: age, comparison: .less, values: ["70"])
    let brackets = BracketScheme([(0, 29), (30, 59), (60, nil)].compactMap { AgeBracket(lower: $0.0, upper: $0.1) })
    return [
      [
        Query(
          keys: [GroupKey(.split(column: place, separator: ",")), GroupKey(column: ward)],
          aggregates: [.count, .sum(people), .max(people)])
      ],
      [
        Query(keys: [GroupKey(.options(columns: [people, age, fee]))], filter: [old], aggregates: [.count]),
        Query(keys: [GroupKey(column: ward), GroupKey(.split(column: place, separator: "y"))], aggregates: [.count]),
      ],
      [
        Query(
          keys: [GroupKey(column: ward), GroupKey(column: people, form: .number)], filter: [old], aggregates: [.count])
      ],
      [
        Query(
          keys: [GroupKey(column: place), GroupKey(column: fee, form: .value)], filter: [old], aggregates: [.count]),
        Query(keys: [GroupKey(column: people, form: .value)], aggregates: [.count, .min(fee)]),
      ],
      [Query(keys: [GroupKey(column: age, form: .brackets(brackets)), GroupKey(column: ward)], aggregates: [.count])],
    ]
  }
}
