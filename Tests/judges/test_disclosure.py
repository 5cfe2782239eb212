"""`--disclosure`: an independent solver must not recover a hidden count from what is printed, over hundreds of random tables.

`--seeds N` widens it: each seed makes 8 tables of one and two keys, 2 of three, 4 surveys and 4 tables over periods, each with every
total that the output does not declare hidden known to the reader.
"""

import csv
import io
import itertools
import json
import random

import pytest
from disclosure_reader import THRESHOLD, Axis, check_hidden, ranges, totals


def tables(shihyo, *arguments):
    """The printed tables by name; None where the command refuses to show anything."""
    code, output, error = shihyo(*arguments, "-f", "csv", "-q", "--disclosure", str(THRESHOLD))
    if code == 65:
        assert "disclosure.cannot-protect" in error or "disclosure.too-few-records" in error, error
        return None
    assert code == 0, error
    found = {}
    for row in csv.DictReader(io.StringIO(output.decode("utf-8"))):
        found.setdefault(row.pop("table", None) or "1", []).append(row)
    return found


def label(text):
    return None if text in ("total", "") else text


def hidden_places(found, keys, column="count", place=lambda place: place):
    """What the first table and that of hidden totals hide; the first is the one that is not named."""
    hidden = set()
    main = next(name for name in found if name != "hidden-totals")
    for row in found[main] + found.get("hidden-totals", []):
        if f"{column}:suppressed" in row.get("marks", "").split("|"):
            assert row[column] == ""
            hidden.add(place(tuple(label(row[key]) for key in keys)))
    return hidden


def random_counts(source, sizes):
    axes = [[f"{'ABC'[axis]}{i}" for i in range(size)] for axis, size in enumerate(sizes)]
    top = source.choice([4, 8, 20, 60])
    counts = {place: max(0, source.randrange(-2, top)) for place in itertools.product(*axes)}
    if sum(counts.values()) < THRESHOLD:
        counts[next(iter(counts))] = 7
    # A label that no record has is none.
    axes = [[n for n in axis if any(p[i] == n and c for p, c in counts.items())] for i, axis in enumerate(axes)]
    return axes, {p: c for p, c in counts.items() if all(p[i] in axis for i, axis in enumerate(axes))}


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)
    return path


def write_records(path, counts, keys):
    return write(path, keys, (place for place, count in counts.items() for _ in range(count)))


def check_keys(shihyo, tmp_path, source, sizes, context):
    names, counts = random_counts(source, sizes)
    keys = ["a", "b", "c"][: len(sizes)]
    path = write_records(tmp_path / "a.csv", counts, keys)
    found = tables(shihyo, "aggregate", path, "--by", ",".join(keys), "--count", "--total")
    if found:
        check_hidden(counts, [Axis(axis) for axis in names], hidden_places(found, keys), context)
    return found is not None


@pytest.mark.parametrize("block", range(4))
def test_one_and_two_keys(shihyo, seed, block, tmp_path):
    source = random.Random(seed * 100 + block)
    shown = check_keys(shihyo, tmp_path, source, [source.randrange(2, 12)], f"seed {seed} block {block}, one key")
    sizes = [source.randrange(2, 7), source.randrange(2, 7)]
    shown += check_keys(shihyo, tmp_path, source, sizes, f"seed {seed} block {block}, two keys")


@pytest.mark.parametrize("block", range(2))
def test_three_keys(shihyo, seed, block, tmp_path):
    source = random.Random(seed * 100 + block)
    check_keys(shihyo, tmp_path, source, [3, 2, 2 + block], f"seed {seed} block {block}")


QUARTERS = [f"FY{year}Q{quarter}" for year in (2023, 2024) for quarter in (1, 2, 3, 4)]
MONTH = {1: "04", 2: "07", 3: "10", 4: "01"}


def month(quarter):
    year, number = int(quarter[2:6]), int(quarter[-1])
    return f"{year + (number == 4)}-{MONTH[number]}-15"


@pytest.mark.parametrize("block", range(4))
def test_over_periods(shihyo, seed, block, tmp_path):
    """Quarters with the years and all periods together; whatever is compared with a hidden quarter is hidden, too."""
    source = random.Random(seed * 100 + block)
    quarters = QUARTERS[source.randrange(3) : source.randrange(5, 9)]
    wards = ["甲", "乙", "丙"][: source.randrange(1, 4)]
    top = source.choice([6, 12, 40])
    counts = {(w, q): max(0, source.randrange(-1, top)) for w in wards for q in quarters}
    counts[wards[0], quarters[0]] = counts[wards[-1], quarters[-1]] = 9
    wards = [w for w in wards if any(counts[w, q] for q in quarters)]
    counts = {place: count for place, count in counts.items() if place[0] in wards}
    path = write(tmp_path / "a.csv", ["区", "日"], ((w, month(q)) for (w, q), n in counts.items() for _ in range(n)))
    compare = "previous,year-ago,to-date,moving,contribution,index"
    arguments = ["trend", path, "--time", "日", "--grain", "quarter", "--by", "区", "--compare", compare, "--test"]
    found = tables(shihyo, *arguments)
    if not found:
        return
    held = [q for q in quarters if any(counts[w, q] for w in wards)]
    years = {year: [q for q in held if q.startswith(year)] for year in ("FY2023", "FY2024")}
    axes = [Axis(wards), Axis(held, {y: qs for y, qs in years.items() if qs and len(qs) < len(held)})]
    counts = {place: count for place, count in counts.items() if place[1] in held}
    hidden = hidden_places(found, ["区", "日:quarter"])
    check_hidden(counts, axes, hidden, f"seed {seed} block {block}")
    main = next(iter(found.values()))
    for row in main:
        ward, quarter = label(row["区"]), row["日:quarter"]
        at = quarters.index(quarter) if quarter in quarters else None
        if at is None:
            continue
        before = (ward, quarters[at - 1]) if at else None
        if (ward, quarter) in hidden or before in hidden:
            assert row["change.previous"] == "", row
            assert row["contribution.previous"] == "" if "contribution.previous" in row else True
        year = [(ward, q) for q in quarters[: at + 1] if q[:6] == quarter[:6]]
        if any(place in hidden for place in year):
            assert row["to-date"] == "", row
        window = [(ward, q) for q in quarters[max(0, at - 2) : at + 3]]
        if any(place in hidden for place in window):
            assert row["moving"] == "", row


def survey_file(source, path):
    wards, answers = ["甲", "乙", "丙"][: source.randrange(1, 4)], ["はい", "いいえ", "どちらとも"]
    rows = []
    for ward in wards:
        for answer in [*answers, "", "非該当"]:
            rows += [(ward, answer)] * max(0, source.randrange(-2, source.choice([6, 15, 40])))
        rows += [(ward, "はい")] * 2
    return wards, rows, write(path, ["区", "問"], rows)


@pytest.mark.parametrize("no_answer", ["in", "out"])
def test_a_survey(shihyo, seed, no_answer, tmp_path):
    """No answer is a part of the base, or stands beside it; those who were not asked stand beside both."""
    source = random.Random(seed)
    wards, rows, path = survey_file(source, tmp_path / "a.csv")
    found = tables(shihyo, "survey", path, "--question", "問", "--by", "区", "--no-answer", no_answer, "--interval")
    if not found:
        return
    names = {"": "no-answer"}
    counts = {}
    for ward, answer in rows:
        place = (ward, names.get(answer, answer))
        counts[place] = counts.get(place, 0) + 1
    answers = list(dict.fromkeys(place[1] for place in counts))
    outside = {"非該当"} | ({"no-answer"} if no_answer == "out" else set())
    base = [a for a in answers if a not in outside]
    asked = [a for a in answers if a != "非該当"]
    parts = {"base": base, "asked": asked}
    axis = Axis(answers, {name: own for name, own in parts.items() if set(own) != set(answers)})
    name = "base" if "base" in axis.totals else None
    main = next(name for name in found if name != "hidden-totals")
    hidden = hidden_places({"1": found[main]}, ["区", "問"], place=lambda p: (p[0], p[1] or name))
    # The table has no total over the wards, no one that was not asked, and of those who were asked only a note.
    unprinted = {(None, place) for place in axis.places}
    unprinted |= {(ward, place) for ward in wards for place in ["非該当", "asked", None] if place in axis.places}
    unprinted -= {(w, name) for w in wards} | {(None, None)}
    true = totals(counts, [Axis(wards), axis])
    for place, count in true.items():
        if place[0] and place[1] in base and 0 < count < THRESHOLD:
            assert place in hidden, f"seed {seed}: {place} shows {count}"

    small = [p for p in hidden if p in true and 0 < true[p] < THRESHOLD]
    unknown = hidden | {p for p in unprinted if p in true}
    for place, (least, most, count) in ranges(counts, [Axis(wards), axis], unknown, small).items():
        assert least <= count <= most
        assert most - least >= THRESHOLD, f"seed {seed}: {place}, {count}, lies in {least}…{most}"
    for row in found[main]:
        is_base = label(row["問"]) is None
        if (row["区"], name if is_base else row["問"]) in hidden or (row["区"], name) in hidden:
            assert row["share-of-count"] == row["lower"] == row["upper"] == "", row


def test_a_question_with_several_answers(shihyo, seed, tmp_path):
    """Each answer beside those who did not give it, whose number is the base less the answer."""
    source = random.Random(seed)
    wards, options = ["甲", "乙", "丙"], ["交流", "健康", "学び"]
    rows = []
    for ward in wards:
        for _ in range(source.randrange(3, 30)):
            rows.append((ward, ";".join(o for o in options if source.random() < source.choice([0.1, 0.5, 0.95]))))
    path = write(tmp_path / "a.csv", ["区", "理由"], rows)
    for command in (["survey", path, "--question", "理由", "--multiple", ";", "--by", "区"], None):
        command = command or ["aggregate", path, "--by", "区,理由:split(;)", "--count"]
        code, _, error = shihyo(*command, "-f", "csv", "-q")
        if code == 64:  # this spelling of keys is not for the command line
            continue
        found = tables(shihyo, *command)
        if not found:
            continue
        column = next(key for key in found[next(iter(found))][0] if key.startswith("理由"))
        hidden = hidden_places(found, ["区", column])
        for option in options:
            counts = {}
            for ward, given in rows:
                place = (ward, option if option in given.split(";") else "rest")
                counts[place] = counts.get(place, 0) + 1
            both = [a for a in (option, "rest") if any(p[1] == a for p in counts)]
            own = {place for place in hidden if place[1] in (option, None)}
            # Nobody prints the rest: who knows base and answer knows it.
            own |= {(ward, "rest") for ward, answer in own if answer == option} if "rest" in both else set()
            own |= {(w, a) for w, b in own if b is None for a in both if counts.get((w, a), 1)} - {(None, option)}
            true = totals(counts, [Axis(wards), Axis(both)])
            own = {p for p in own if p in true and true[p]}
            check_hidden(counts, [Axis(wards), Axis(both)], own, f"seed {seed} {command[0]} {option}")


def test_shares_hide_all_alike(shihyo, seed, tmp_path):
    names, counts = random_counts(random.Random(seed), [3, 4])
    path = write_records(tmp_path / "a.csv", counts, ["a", "b"])
    arguments = ["shares", path, "--over", "b", "--by", "a", "--interval"]
    found = tables(shihyo, *arguments)
    if not found:
        return
    hidden = hidden_places(found, ["a", "b"])
    check_hidden(counts, [Axis(axis) for axis in names], hidden, f"seed {seed}")
    main = next(name for name in found if name != "hidden-totals")
    for row in found[main]:
        if (row["a"], label(row["b"])) in hidden or (row["a"], None) in hidden:
            assert row["share-of-count"] == row["lower"] == row["upper"] == ""
    # JSON holds no parts of what is hidden.
    code, output, error = shihyo(*arguments, "-f", "json", "-q", "--disclosure", "5")
    for block in json.loads(output)["blocks"]:
        for row in block.get("rows", []):
            for figure in row["figures"]:
                if "suppressed" in figure.get("marks", []):
                    assert figure["value"] is None and not {"n", "numerator", "denominator"} & figure.keys()


def test_the_audit_finds_what_the_solver_finds(shihyo, seed, tmp_path):
    """Only small cells hidden, totals shown: `check --disclosure` gives the ranges of the independent solver."""

    source = random.Random(seed)
    names, counts = random_counts(source, [3, 4])
    spelled = ["令和5年度第3四半期", "令和5年度第4四半期", "令和6年度第1四半期", "令和6年度第2四半期"]
    quarters = dict(zip(names[1], spelled[-len(names[1]) :]))
    # The second year has two quarters so far; of the first only two are printed, so its total is not.
    axis = Axis(names[1], {"令和6年度": names[1][-2:]} if len(names[1]) > 2 else {})
    true = totals(counts, [Axis(names[0]), axis])
    hidden = {place for place, count in true.items() if 0 < count < THRESHOLD}
    rows = []
    for place, count in true.items():
        words = [place[0] or "計", quarters.get(place[1], place[1] or "計")]
        rows.append([*words, "x" if place in hidden else count])
    path = write(tmp_path / "a.csv", ["区", "期", "人数"], rows)
    code, output, error = shihyo("check", path, "--disclosure", "5", "--by", "区,期", "--of", "人数", "-f", "csv", "-q")
    found = {row["group"]: row for row in csv.DictReader(io.StringIO(output.decode("utf-8")))}
    assert len(found) == len(hidden), error
    for place, (least, most, _) in ranges(counts, [Axis(names[0]), axis], hidden).items():
        row = found["・".join([place[0] or "計", quarters.get(place[1], place[1] or "計")])]
        assert (int(row["least"]), row["most"]) == (least, "" if most == 1e5 else str(most)), (place, row)
