from question import Key, Question

QUESTION = Question(
    title="the main job from standard input",
    kind="plain",
    rows=10_000_000,
    keys=[Key("区"), Key("施設")],
    sums=["人数", "料金"],
    standard_input=True,
    left_out={"clickhouse": "chdb does not read the standard input of its host"},
)
