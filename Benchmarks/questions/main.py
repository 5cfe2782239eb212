from question import Key, Question

# The main job of design.md, section 10.
QUESTION = Question(
    title="two text keys, count, two sums; 1 GB plain",
    kind="plain",
    rows=10_000_000,
    keys=[Key("区"), Key("施設")],
    sums=["人数", "料金"],
)
