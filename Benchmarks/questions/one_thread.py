from question import Key, Question

QUESTION = Question(
    title="the main job on one thread",
    kind="plain",
    rows=10_000_000,
    keys=[Key("区"), Key("施設")],
    sums=["人数", "料金"],
    threads=1,
)
