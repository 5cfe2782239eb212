from question import Key, Question

QUESTION = Question(
    title="200 columns of which 3 are used",
    kind="wide",
    rows=1_000_000,
    keys=[Key("区")],
    sums=["人数", "料金"],
)
