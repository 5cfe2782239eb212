"""Rates per population, adjusted rates, rounding by name and to a base, weighted medians and quantiles of type 6, beside plain formulas."""

import decimal
import random
from collections import Counter, defaultdict
from fractions import Fraction

import numpy
import pytest

from command_output import csv_table

MODES = {
    "half-up": decimal.ROUND_HALF_UP,
    "half-even": decimal.ROUND_HALF_EVEN,
    "down": decimal.ROUND_DOWN,
    "up": decimal.ROUND_UP,
}


def test_rates_are_exact_and_adjusted_ones_weigh_the_standard(shihyo, seed, tmp_path):
    random.seed(seed)
    ages, wards = ["0～14歳", "15～64歳", "65歳以上"], ["甲", "乙", "丙"]
    cells = {(w, a): (random.randrange(0, 90), random.randrange(100, 5000)) for w in wards for a in ages}
    standard = {a: random.randrange(1000, 9000) for a in ages}
    events = "区,年齢,件\n" + "".join(f"{w},{a},{n}\n" for (w, a), (n, _) in cells.items())
    people = "区,年齢,人口\n" + "".join(f"{w},{a},{n}\n" for (w, a), (_, n) in cells.items())
    (tmp_path / "e.csv").write_text(events, "utf-8")
    (tmp_path / "p.csv").write_text(people, "utf-8")
    (tmp_path / "s.csv").write_text("年齢,人口\n" + "".join(f"{a},{n}\n" for a, n in standard.items()), "utf-8")
    arguments = ["aggregate", tmp_path / "e.csv", "--by", "区", "--sum", "件", "--per", f"{tmp_path / 'p.csv'}:人口"]
    arguments += ["--per-base", "100000", "--standard", f"{tmp_path / 's.csv'}:人口"]
    arguments += ["--standard-over", "年齢:brackets(0-14,15-64,65+)", "-f", "csv", "-q"]
    _, rows = csv_table(shihyo, arguments)
    for row in rows:
        own = {a: cells[row["区"], a] for a in ages}
        crude = Fraction(100000 * sum(n for n, _ in own.values()), sum(p for _, p in own.values()))
        adjusted = sum(Fraction(standard[a] * 100000 * n, p) for a, (n, p) in own.items()) / sum(standard.values())
        assert float(row["rate(100000)"]) == pytest.approx(float(crude), rel=1e-14)
        assert float(row["adjusted-rate(100000)"]) == pytest.approx(float(adjusted), rel=1e-14)


def test_rates_over_time_divide_each_period_by_its_own_people(shihyo, seed, tmp_path):
    random.seed(seed)
    years, wards = range(2019, 2025), ["甲", "乙"]
    cells = {(y, w): (random.randrange(1, 90), random.randrange(100, 5000)) for y in years for w in wards}
    del cells[2021, "乙"]
    (tmp_path / "e.csv").write_text("年度,区,件\n" + "".join(f"{y}年度,{w},{n}\n" for (y, w), (n, _) in cells.items()), "utf-8")
    (tmp_path / "p.csv").write_text("年度,区,人口\n" + "".join(f"{y}年度,{w},{n}\n" for (y, w), (_, n) in cells.items()), "utf-8")
    arguments = ["trend", tmp_path / "e.csv", "--measure", "sum(件)", "--time", "年度", "--grain", "fiscal-year", "--by", "区"]
    arguments += ["--total", "--per", f"{tmp_path / 'p.csv'}:人口", "--per-base", "100000", "-f", "csv", "-q"]
    _, rows = csv_table(shihyo, arguments)
    column = next(name for name in rows[0] if name.startswith("rate(100000)"))
    assert len(rows) == 3 * len(years)
    for row in rows:
        year = int(row["年度:fiscal-year"][2:])
        own = [cell for (y, w), cell in cells.items() if y == year and row["区"] in (w, "total")]
        if own:
            rate = Fraction(100000 * sum(n for n, _ in own), sum(p for _, p in own))
            assert float(row[column]) == pytest.approx(float(rate), rel=1e-14)
        else:
            assert row[column] == ""


@pytest.mark.parametrize("mode", MODES)
def test_rounding_by_name(shihyo, seed, mode, tmp_path):
    random.seed(seed)
    values = [random.randrange(-400, 400) for _ in range(40)]
    lines = "".join(f"g{i},{v},{random.choice([1, 4, 8])}\n" for i, v in enumerate(values))
    (tmp_path / "a.csv").write_text("組,値,数\n" + lines, "utf-8")
    arguments = ["aggregate", tmp_path / "a.csv", "--by", "組", "--sum", "値", "--sum", "数", "--ratio"]
    arguments += ["rate(1):sum(値)/sum(数)", "--digits", "2", "--rounding", mode, "-f", "csv", "-q"]
    _, rows = csv_table(shihyo, arguments)
    assert len(rows) == 40
    name = next(column for column in rows[0] if column.startswith("rate"))
    for row in rows:
        exact = decimal.Decimal(row["sum(値)"]) / decimal.Decimal(row["sum(数)"])
        assert decimal.Decimal(row[name]) == exact.quantize(decimal.Decimal("0.01"), MODES[mode])


def test_rounding_to_a_base_adds_up(shihyo, seed, tmp_path):
    random.seed(seed)
    rows = [(random.choice("abcd"), random.choice("xyz")) for _ in range(random.randrange(5, 300))]
    (tmp_path / "a.csv").write_text("r,c\n" + "".join(f"{r},c{c}\n" for r, c in rows), "utf-8")
    base = random.choice([3, 5, 10])
    counts = Counter(rows)
    arguments = ["aggregate", tmp_path / "a.csv", "--by", "r,c", "--count", "--total"]
    _, found = csv_table(shihyo, [*arguments, "--round-base", base, "-f", "csv", "-q"])
    rounded = {(row["r"], row["c"][1:]): int(row["count"]) for row in found[:-1]}
    assert int(found[-1]["count"]) == sum(rounded.values())

    def adjacent(printed, true):
        return printed % base == 0 and abs(printed - true) < base

    for place, count in counts.items():
        assert adjacent(rounded[place], count)
    for axis in (0, 1):
        printed, true = defaultdict(int), defaultdict(int)
        for place, count in counts.items():
            printed[place[axis]] += rounded[place]
            true[place[axis]] += count
        assert all(adjacent(printed[name], true[name]) for name in true)
    assert adjacent(sum(rounded.values()), len(rows))


def test_rounded_shares_are_of_the_rounded_table(shihyo, seed, tmp_path):
    random.seed(seed)
    rows = [(random.choice("abcd"), random.choice("xyz")) for _ in range(random.randrange(30, 300))]
    (tmp_path / "a.csv").write_text("r,c\n" + "".join(f"{r},c{c}\n" for r, c in rows), "utf-8")
    base = random.choice([3, 5, 10])
    counts = Counter(rows)
    _, found = csv_table(
        shihyo, ["shares", tmp_path / "a.csv", "--over", "c", "--by", "r", "--round-base", base, "-f", "csv", "-q"]
    )
    columns = defaultdict(int)
    for group in "abcd":
        own = {row["c"]: row for row in found if row["r"] == group}
        whole = int(own.pop("total")["count"])
        assert whole == sum(int(row["count"]) for row in own.values()) and whole % base == 0
        assert abs(whole - sum(counts[group, c] for c in "xyz")) < base
        for name, row in own.items():
            assert int(row["count"]) % base == 0 and abs(int(row["count"]) - counts[group, name[1:]]) < base
            columns[name] += int(row["count"])
            if whole:
                share = float(Fraction(100 * int(row["count"]), whole))
                assert float(row["share-of-count"]) == pytest.approx(share, rel=1e-14)
            else:
                assert row["share-of-count"] == ""
    for name, total in columns.items():
        assert abs(total - sum(counts[r, name[1:]] for r in "abcd")) < base


def test_weighted_medians_and_quantiles_of_type_6(shihyo, seed, tmp_path):
    random.seed(seed)
    rows = [(random.choice("ab"), random.randrange(100), random.randrange(0, 5)) for _ in range(60)] + [("a", 1, 1), ("b", 1, 1)]
    (tmp_path / "a.csv").write_text("g,v,w\n" + "".join(f"{g},{v},{w}\n" for g, v, w in rows), "utf-8")
    arguments = ["aggregate", tmp_path / "a.csv", "--by", "g", "-f", "csv", "-q"]
    _, found = csv_table(shihyo, [*arguments, "--median", "v", "--median-weight", "w"])
    for row in found:
        values = sorted(v for g, v, w in rows if g == row["g"] for _ in range(w))
        middle = Fraction(values[(len(values) - 1) // 2] + values[len(values) // 2], 2)
        assert Fraction(row["median(v)"]) == middle
    _, found = csv_table(shihyo, [*arguments, "--quantile", "0.3:v", "--median", "v", "--quantile-type", "6"])
    for row in found:
        values = [v for g, v, _ in rows if g == row["g"]]
        for column, p in (("quantile(0.3,v)", 0.3), ("median(v)", 0.5)):
            assert float(row[column]) == pytest.approx(numpy.quantile(values, p, method="weibull"), rel=1e-12, abs=1e-12)
