"""`--disclosure`: an independent solver must not recover a hidden count from what is printed, over hundreds of random tables.

The reader knows every printed number, that counts are whole and not below 0, and that all totals over keys are known to somebody:
the grand total from the note under the table, and the margins because anyone can ask for them (unless they are hidden themselves).
"""

import csv
import io
import itertools
import json
import random

import numpy
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

THRESHOLD = 5


def random_people(seed, sizes):
    random.seed(seed)
    names = [[f"{'ABC'[axis]}{i}" for i in range(size)] for axis, size in enumerate(sizes)]
    top = random.choice([4, 8, 20, 60])
    counts = {place: max(0, random.randrange(-2, top)) for place in itertools.product(*names)}
    if not any(counts.values()):
        counts[next(iter(counts))] = 7
    # The margins have to be asked for as well, so every category must occur.
    return names, counts


def write(path, counts, keys):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(keys)
        for place, count in counts.items():
            writer.writerows([place] * count)


def printed(shihyo, path, keys, *flags):
    code, output, error = shihyo("aggregate", path, "--by", ",".join(keys), "--count", "-f", "csv", "-q", *flags)
    assert code == 0, error
    return list(csv.DictReader(io.StringIO(output.decode("utf-8"))))


def ranges(counts, names, hidden):
    """Least and largest possible value of each hidden place; every other cell and total is known."""
    axes = [[*axis, None] for axis in names]
    places = list(itertools.product(*axes))
    number = {place: i for i, place in enumerate(places)}
    total = {
        place: sum(n for cell, n in counts.items() if all(p is None or p == c for p, c in zip(place, cell)))
        for place in places
    }
    rows = []
    for axis in range(len(names)):
        for place in places:
            if place[axis] is None:
                row = numpy.zeros(len(places))
                row[number[place]] = -1
                for part in names[axis]:
                    row[number[place[:axis] + (part,) + place[axis + 1 :]]] = 1
                rows.append(row)
    lower = numpy.array([0 if place in hidden else total[place] for place in places], float)
    upper = numpy.array([1e6 if place in hidden else total[place] for place in places], float)
    constraint = LinearConstraint(numpy.array(rows), 0, 0)
    found = {}
    for place in hidden:
        ends = []
        for sign in (1, -1):
            cost = numpy.zeros(len(places))
            cost[number[place]] = sign
            answer = milp(cost, constraints=constraint, bounds=Bounds(lower, upper), integrality=numpy.ones(len(places)))
            assert answer.success
            ends.append(round(sign * answer.fun))
        found[place] = (ends[0], ends[1], total[place])
    return found


def hidden_places(shihyo, path, keys, names):
    """Cells and margins that are hidden when each is asked for together with the whole table."""
    hidden = set()
    for row in printed(shihyo, path, keys, "--disclosure", str(THRESHOLD), "--total"):
        if row["count"] == "":
            assert "count:suppressed" in row["marks"]
            hidden.add(tuple(None if row[key] in ("total", "") else row[key] for key in keys))
    return hidden


def check_safe(counts, names, hidden):
    for place, count in counts.items():
        if 0 < count < THRESHOLD:
            assert place in hidden, f"{place}: {count} is shown"
        if count == 0:
            assert place not in hidden
    for place, (least, most, true) in ranges(counts, names, hidden).items():
        assert least <= true <= most
        if 0 < true < THRESHOLD:
            assert most - least >= THRESHOLD, f"{place}: {true} lies in {least}…{most}"


@pytest.mark.parametrize("block", range(8))
def test_two_keys(shihyo, seed, block, tmp_path):
    random.seed(seed * 100 + block)
    sizes = [random.randrange(2, 7), random.randrange(2, 7)]
    names, counts = random_people(seed * 100 + block, sizes)
    names = [[n for n in axis if any(p[i] == n and c for p, c in counts.items())] for i, axis in enumerate(names)]
    counts = {p: c for p, c in counts.items() if all(p[i] in axis for i, axis in enumerate(names))}
    write(tmp_path / "a.csv", counts, ["a", "b"])
    if 0 < sum(counts.values()) < THRESHOLD:
        pytest.skip("too few in all: refused")
    code, output, error = shihyo(
        "aggregate", tmp_path / "a.csv", "--by", "a,b", "--count", "-f", "csv", "--disclosure", "5", "-q"
    )
    if code == 65 and "disclosure.cannot-protect" in error:
        return  # a refusal shows nothing
    hidden = hidden_places(shihyo, tmp_path / "a.csv", ["a", "b"], names)
    # Margins below the threshold are not printed here, but nobody may know them either.
    for i, axis in enumerate(names):
        for name in axis:
            margin = sum(c for p, c in counts.items() if p[i] == name)
            if 0 < margin < THRESHOLD:
                hidden.add(tuple(name if j == i else None for j in range(2)))
    margins = {place for place in hidden if None in place}
    if margins:
        # Which further margins are hidden is the plan's own; the cells alone must be safe with the grand total.
        axes_total = {(None, None)}
        every_margin = {(n, None) for n in names[0]} | {(None, n) for n in names[1]}
        safe = ranges(counts, names, hidden | (every_margin - axes_total))
    else:
        safe = ranges(counts, names, hidden)
    for place, (least, most, true) in safe.items():
        if None not in place and 0 < true < THRESHOLD:
            assert most - least >= THRESHOLD, f"{place}: {true} lies in {least}…{most}"


def test_one_key(shihyo, seed, tmp_path):
    names, counts = random_people(seed, [random.Random(seed).randrange(2, 12)])
    counts = {p: c for p, c in counts.items() if c}
    names = [[p[0] for p in counts]]
    write(tmp_path / "a.csv", counts, ["a"])
    code, output, error = shihyo("aggregate", tmp_path / "a.csv", "--by", "a", "--count", "-f", "csv", "--disclosure", "5")
    if code == 65:
        assert "disclosure.too-few-records" in error or "disclosure.cannot-protect" in error
        return
    check_safe(counts, names, hidden_places(shihyo, tmp_path / "a.csv", ["a"], names))


def test_three_keys(shihyo, seed, tmp_path):
    """Cells of a cube, with all its totals known that are large enough."""
    random.seed(seed)
    names, counts = random_people(seed, [3, 3, 2])
    write(tmp_path / "a.csv", counts, ["a", "b", "c"])
    if 0 < sum(counts.values()) < THRESHOLD:
        return
    code, output, error = shihyo(
        "aggregate", tmp_path / "a.csv", "--by", "a,b,c", "--count", "-f", "csv", "--disclosure", "5", "-q"
    )
    if code == 65 and "disclosure.cannot-protect" in error:
        return
    assert code == 0, error
    hidden = hidden_places(shihyo, tmp_path / "a.csv", ["a", "b", "c"], names)
    present = {p: c for p, c in counts.items()}
    for place, count in present.items():
        if 0 < count < THRESHOLD:
            assert place in hidden
    total = {
        place: sum(n for cell, n in counts.items() if all(p is None or p == c for p, c in zip(place, cell)))
        for place in itertools.product(*[[*axis, None] for axis in names])
    }
    small = {place for place, n in total.items() if None in place and 0 < n < THRESHOLD}
    if small:
        return  # which further totals are then hidden is printed nowhere
    for place, (least, most, true) in ranges(counts, names, hidden).items():
        if 0 < true < THRESHOLD:
            assert most - least >= THRESHOLD, f"{place}: {true} lies in {least}…{most}"


def test_shares_hide_all_alike(shihyo, seed, tmp_path):
    names, counts = random_people(seed, [3, 4])
    write(tmp_path / "a.csv", counts, ["a", "b"])
    arguments = ["shares", tmp_path / "a.csv", "--over", "b", "--by", "a", "--interval", "--disclosure", "5"]
    code, output, error = shihyo(*arguments, "-f", "csv", "-q")
    if code == 65:
        return
    assert code == 0, error
    rows = list(csv.DictReader(io.StringIO(output.decode("utf-8"))))
    rows = [row for row in rows if row.get("table", "1") == "1"]
    hidden = set()
    for row in rows:
        if row["count"] == "":
            hidden.add((row["a"], None if row["b"] == "total" else row["b"]))
            assert row["share-of-count"] == row["lower"] == row["upper"] == ""
        elif row["b"] != "total":
            assert not 0 < int(row["count"]) < 5
    # Rows with a hidden base show no share of any part.
    for row in rows:
        if (row["a"], None) in hidden:
            assert row["share-of-count"] == ""
    # Totals over a are printed nowhere but known to all unless they are small.
    for name in names[1]:
        if 0 < sum(c for p, c in counts.items() if p[1] == name) < 5:
            return
    names = [[n for n in axis if any(p[i] == n and c for p, c in counts.items())] for i, axis in enumerate(names)]
    counts = {p: c for p, c in counts.items() if all(p[i] in axis for i, axis in enumerate(names))}
    for place, (least, most, true) in ranges(counts, names, hidden).items():
        if 0 < true < THRESHOLD:
            assert most - least >= THRESHOLD, f"{place}: {true} lies in {least}…{most}"
    # JSON holds no parts of what is hidden.
    code, output, error = shihyo(*arguments, "-f", "json", "-q")
    for block in json.loads(output)["blocks"]:
        for row in block.get("rows", []):
            for figure in row["figures"]:
                if "suppressed" in figure.get("marks", []):
                    assert figure["value"] is None and not {"n", "numerator", "denominator"} & figure.keys()
