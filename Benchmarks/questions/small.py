from question import Key, Question

QUESTION = Question(
    title="the same on 100 MB",
    kind="plain",
    rows=1_000_000,
    keys=[Key("区"), Key("施設")],
    sums=["人数", "料金"],
)
