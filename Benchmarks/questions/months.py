from question import Key, Question

QUESTION = Question(
    title="months of a date column",
    kind="plain",
    rows=10_000_000,
    keys=[Key("利用日", "month")],
    sums=["料金"],
)
