from question import Key, Question

QUESTION = Question(
    title="age brackets from ages",
    kind="plain",
    rows=10_000_000,
    keys=[Key("年齢", "bracket"), Key("区")],
    sums=["人数"],
)
