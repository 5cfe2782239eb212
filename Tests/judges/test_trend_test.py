"""`trend --test` and `--compare mean-growth` beside scipy and plain formulas, on seeded random series with gaps and ties."""

import itertools
import math
import random
from collections import Counter, defaultdict

import pytest
from scipy import stats

from command_output import csv_table


def run_test(shihyo, path, grain):
    _, rows = csv_table(
        shihyo, ["trend", path, "--measure", "sum(値)", "--time", "期", "--grain", grain, "--test", "-f", "csv", "-q"]
    )
    return next(row for row in rows if row["table"] == "trend-test")


def variance(values):
    def part(t):
        return t * (t - 1) * (2 * t + 5)

    return (part(len(values)) - sum(part(t) for t in Counter(values).values())) / 18


def normal(s, spread):
    z = 0 if s == 0 else (s - (1 if s > 0 else -1)) / math.sqrt(spread)
    return z, 2 * stats.norm.sf(abs(z))


def score(values):
    return sum((b > a) - (b < a) for a, b in itertools.combinations(values, 2))


def test_yearly_series(shihyo, seed, tmp_path):
    random.seed(seed)
    years = sorted(random.sample(range(1990, 2025), random.randrange(5, 25)))
    values = [random.randrange(0, 30) + (year - 1990) * random.choice([0, 1]) for year in years]
    values[0], values[-1] = 5, 9  # never all equal
    (tmp_path / "a.csv").write_text("期,値\n" + "".join(f"{y}年度,{v}\n" for y, v in zip(years, values)), "utf-8")
    row = run_test(shihyo, tmp_path / "a.csv", "fiscal-year")
    s = score(values)
    z, p = normal(s, variance(values))
    assert int(row["s"]) == s and int(row["n"]) == len(values)
    assert float(row["z"]) == pytest.approx(z, rel=1e-10, abs=1e-12)
    assert float(row["p"]) == pytest.approx(p, rel=1e-9)
    assert float(row["tau"]) == pytest.approx(stats.kendalltau(years, values).statistic, rel=1e-10, abs=1e-12)
    slope = stats.theilslopes(values, years, 0.95)
    assert float(row["slope"]) == pytest.approx(slope[0], rel=1e-12, abs=1e-12)
    exact = row["p-exact"]
    if len(set(values)) == len(values) <= 10:
        assert float(exact) == pytest.approx(stats.kendalltau(years, values, method="exact").pvalue, rel=1e-10)
        p = float(exact)
    else:
        assert exact == ""
    assert row["verdict"] == ("not-shown" if p >= 0.05 else "rising" if s > 0 else "falling")


def test_quarterly_series(shihyo, seed, tmp_path):
    random.seed(seed)
    seasons = defaultdict(list)
    lines = []
    for year in range(2015, 2015 + random.randrange(4, 9)):
        for quarter in range(1, 5):
            value = 100 * quarter + 3 * (year - 2015) + random.randrange(-5, 6)
            if random.random() < 0.9 or year < 2018:
                seasons[quarter].append((year, value))
                # Whole quarters, so that none is left out as partial.
                month = 3 * quarter + 1
                for place in range(3):
                    m = (month + place - 1) % 12 + 1
                    lines.append(f"{year + (month + place > 12)}-{m:02d},{value if place == 0 else 0}")
    (tmp_path / "a.csv").write_text("期,値\n" + "\n".join(lines) + "\n", "utf-8")
    row = run_test(shihyo, tmp_path / "a.csv", "quarter")
    s = sum(score([v for _, v in points]) for points in seasons.values())
    z, p = normal(s, sum(variance([v for _, v in points]) for points in seasons.values()))
    slopes = sorted(
        (b[1] - a[1]) / (b[0] - a[0]) for points in seasons.values() for a, b in itertools.combinations(points, 2)
    )
    middle = (slopes[(len(slopes) - 1) // 2] + slopes[len(slopes) // 2]) / 2
    assert int(row["s"]) == s
    assert float(row["z"]) == pytest.approx(z, rel=1e-10)
    assert float(row["p"]) == pytest.approx(p, rel=1e-9)
    assert float(row["slope"]) == pytest.approx(middle, rel=1e-12)


@pytest.mark.parametrize(
    ("values", "verdict"),
    [([1, 2, 3], "too-short"), ([7, 7, 7, 7, 7], "constant"), ([1, 2, 3, 4], "not-shown"), ([1, 2, 3, 4, 5], "rising")],
)
def test_too_short_and_constant(shihyo, values, verdict, tmp_path):
    lines = "".join(f"{2000 + i}年度,{v}\n" for i, v in enumerate(values))
    (tmp_path / "a.csv").write_text("期,値\n" + lines, "utf-8")
    assert run_test(shihyo, tmp_path / "a.csv", "fiscal-year")["verdict"] == verdict


def test_a_break_splits_the_series(shihyo, tmp_path):
    values = ["1", "2", "3", "4", "5", "90B", "80", "70", "60", "50"]
    (tmp_path / "a.csv").write_text("期,値\n" + "".join(f"{2000 + i}年度,{v}\n" for i, v in enumerate(values)), "utf-8")
    (tmp_path / "datapackage.json").write_text(
        '{"name": "a", "resources": [{"name": "a", "path": "a.csv", "schema": {"fields": ['
        '{"name": "期", "type": "any", "shihyo": {"type": "period"}}, {"name": "値", "type": "number"}]}}]}',
        "utf-8",
    )
    code, output, error = shihyo(
        "trend", tmp_path / "a.csv", "--measure", "sum(値)", "--time", "期", "--grain", "fiscal-year", "--test", "--lang", "ja"
    )
    assert code == 0, error
    text = output.decode()
    assert "増える傾向" in text and "減る傾向" in text and "断層" in text


def test_mean_growth(shihyo, seed, tmp_path):
    random.seed(seed)
    values = [random.randrange(1, 1000) for _ in range(8)]
    (tmp_path / "a.csv").write_text("期,値\n" + "".join(f"{2000 + i}年度,{v}\n" for i, v in enumerate(values)), "utf-8")
    arguments = ["trend", tmp_path / "a.csv", "--measure", "sum(値)", "--time", "期", "--grain", "fiscal-year"]
    _, rows = csv_table(shihyo, [*arguments, "--compare", "mean-growth", "-f", "csv", "-q"])
    assert rows[0]["mean-growth"] == ""
    for years, row in enumerate(rows[1:], 1):
        growth = 100 * ((values[years] / values[0]) ** (1 / years) - 1)
        assert float(row["mean-growth"]) == pytest.approx(growth, rel=1e-9, abs=1e-9)
