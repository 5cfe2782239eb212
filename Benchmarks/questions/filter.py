from question import Key, Question

QUESTION = Question(
    title="a filter that keeps 1 %",
    kind="plain",
    rows=10_000_000,
    keys=[Key("区"), Key("施設")],
    sums=["人数", "料金"],
    where=("年齢", 50),
)
