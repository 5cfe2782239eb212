"""Damaged files through the real command: a figure is right, or something is said, and nothing ends in a trap.

The whole set (every cell, every kind) is judged inside the engine's tests; this is a sample of a seed, with a Python reader of
the same table that knows nothing of Shihyo.
"""

import csv
import io
import random

HEADER = ["区", "利用日", "人数", "備考"]
WARDS = ["門司区", "小倉北区", "小倉南区", "若松区", "八幡東区"]


def base(random_):
    rows = [
        [random_.choice(WARDS), f"2025-04-{day:02}", str(random_.randrange(1, 2000)), random_.choice(["", "雨天", "午前,午後", '"特例"'])]
        for day in range(1, 13)
    ]
    return [HEADER, *rows]


def text(rows, delimiter=",", end="\r\n"):
    target = io.StringIO()
    csv.writer(target, delimiter=delimiter, lineterminator=end).writerows(rows)
    return target.getvalue()


def sums(rows):
    found = {}
    for ward, _, users, _ in rows[1:]:
        found[ward] = found.get(ward, 0) + int(users)
    return found


def at_random(random_, content):
    return random_.randrange(len(content) + 1)


def insert(sign):
    def change(random_, content, rows):
        place = at_random(random_, content)
        return (content[:place] + sign + content[place:]).encode()

    return change


def delete(sign):
    def change(random_, content, rows):
        places = [place for place, letter in enumerate(content) if letter == sign]
        place = random_.choice(places)
        return (content[:place] + content[place + 1 :]).encode()

    return change


def whole(**options):
    return lambda random_, content, rows: text(rows, **options).encode()


POLLUTIONS = {
    "quote": insert('"'),
    "comma": insert(","),
    "semicolon": insert(";"),
    "line end": insert("\n"),
    "return": insert("\r"),
    "NUL": insert("\0"),
    "zero width space": insert("\u200b"),
    "mark": insert("\ufeff"),
    "escape": insert("\x1b"),
    "lost character": insert("\ufffd"),
    "no comma": delete(","),
    "no line end": delete("\n"),
    "no quote": delete('"'),
    "semicolons": whole(delimiter=";"),
    "tabs": whole(delimiter="\t", end="\n"),
    "bars": whole(delimiter="|"),
    "returns": whole(end="\r"),
    "CP932": lambda random_, content, rows: content.encode("cp932"),
    "UTF-16": lambda random_, content, rows: content.encode("utf-16"),
    "UTF-32": lambda random_, content, rows: content.encode("utf-32"),
    "EUC-JP": lambda random_, content, rows: content.encode("euc_jp"),
    "two encodings": lambda random_, content, rows: content[:90].encode("cp932") + content[90:].encode(),
    "cut off": lambda random_, content, rows: content.rsplit(",", 2)[0].encode(),
    "title": lambda random_, content, rows: ("利用状況\n\n" + content).encode(),
    "note": lambda random_, content, rows: (content + "※速報値である。,,,\r\n").encode(),
    "second table": lambda random_, content, rows: (content + "\r\n" + content).encode(),
    "no header": lambda random_, content, rows: text(rows[1:]).encode(),
    "bytes": lambda random_, content, rows: bytes(random_.randrange(256) for _ in range(200)),
}


def test_polluted_files_are_read_right_or_told_of(shihyo, tmp_path, seed):
    random_ = random.Random(seed)
    counts = {"right": 0, "reported": 0}
    for name, pollute in POLLUTIONS.items():
        rows = base(random_)
        path = tmp_path / f"{name}.csv"
        path.write_bytes(pollute(random_, text(rows), rows))
        code, output, error = shihyo("aggregate", path, "--by", "区", "--sum", "人数", "-f", "csv")
        assert code in (0, 64, 65), f"{name}, seed {seed}: exit code {code}\n{error}"
        found = list(csv.DictReader(io.StringIO(output.decode("utf-8"), newline="")))
        if code == 0 and {row["区"]: row["sum(人数)"] for row in found} == {ward: str(n) for ward, n in sums(rows).items()}:
            counts["right"] += 1
            continue
        if code != 0:
            assert error, f"{name}, seed {seed}: refused without a word"
        else:
            code, output, error = shihyo("check", path, "-f", "csv")
            assert code in (0, 1, 65), f"{name}, seed {seed}: exit code {code}\n{error}"
            told = list(csv.DictReader(io.StringIO(output.decode("utf-8"), newline="")))
            assert told or code == 65, f"{name}, seed {seed}: wrong in silence\n{path.read_bytes()!r}"
        counts["reported"] += 1
    print(f"polluted files, seed {seed}: {sum(counts.values())} tried, {counts}; one wrong in silence would have failed")
