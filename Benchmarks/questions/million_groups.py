from question import Key, Question

QUESTION = Question(
    title="a million groups",
    kind="groups",
    rows=10_000_000,
    keys=[Key("利用者")],
    sums=["人数", "料金"],
)
