from question import Key, Question

# Only Shihyo reads the CP932 file; the others get the UTF-8 copy, which has the same records.
QUESTION = Question(
    title="the main job, CP932 (peers: the UTF-8 copy)",
    kind="cp932",
    rows=10_000_000,
    keys=[Key("区"), Key("施設")],
    sums=["人数", "料金"],
)
