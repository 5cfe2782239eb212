"""`shares --interval` and `survey`: intervals, differences, weights and tests beside statsmodels and scipy, on seeded random data."""

import csv
import json
import random
from collections import Counter

import numpy
import pytest
from scipy import stats
from statsmodels.stats.contingency_tables import Table
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from command_output import csv_table

METHODS = {"wilson": "wilson", "agresti-coull": "agresti_coull", "clopper-pearson": "beta"}
ANSWERS = ["はい", "いいえ", "わからない"]


def respondents(seed, path, groups=("甲", "乙")):
    random.seed(seed)
    rows = []
    for _ in range(random.randrange(20, 400)):
        group = random.choice(groups)
        tilt = [3, 1, 1] if group == "甲" else [1, random.randrange(1, 4), 1]
        rows.append(
            {
                "区": group,
                "年齢": random.choice(["18～29歳", "30～59歳", "60歳以上"]),
                "性別": random.choice(["男", "女"]),
                "回答": random.choices(ANSWERS, tilt)[0],
                "重み": random.choice(["0.25", "0.5", "1", "1.75", "3"]),
            }
        )
    for answer in ANSWERS:  # so that no list below is empty
        for group in groups:
            rows.append({"区": group, "年齢": "18～29歳", "性別": "女", "回答": answer, "重み": "1"})
            rows.append({"区": group, "年齢": "30～59歳", "性別": "男", "回答": answer, "重み": "1"})
            rows.append({"区": group, "年齢": "60歳以上", "性別": "女", "回答": answer, "重み": "1"})
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    return rows


def tables(run, *arguments):
    """Rows of all tables by the name of the table; a command without tables of its own has one, called ''."""
    _, rows = csv_table(run, [*arguments, "-f", "csv", "-q"])
    found = {}
    for row in rows:
        found.setdefault(row.get("table", ""), []).append(row)
    return found


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("level", ["0.9", "0.95", "0.99"])
def test_intervals_equal_statsmodels(shihyo, seed, method, level, tmp_path):
    rows = respondents(seed, tmp_path / "a.csv")
    found = tables(shihyo, "shares", tmp_path / "a.csv", "--over", "回答", "--interval", method, "--level", level)
    counts = Counter(row["回答"] for row in rows)
    for row in found[""]:
        if row["回答"] == "total":
            continue
        assert int(row["count"]) == counts[row["回答"]] and int(row["n"]) == len(rows)
        low, high = proportion_confint(counts[row["回答"]], len(rows), 1 - float(level), METHODS[method])
        low, high = max(0, low), min(1, high)
        assert float(row["lower"]) == pytest.approx(100 * low, rel=1e-9, abs=1e-9)
        assert float(row["upper"]) == pytest.approx(100 * high, rel=1e-9, abs=1e-9)


def test_finite_population_narrows_as_its_formula_says(shihyo, seed, tmp_path):
    rows = respondents(seed, tmp_path / "a.csv")
    n, population = len(rows), len(rows) * 3
    found = tables(
        shihyo, "survey", tmp_path / "a.csv", "--question", "回答", "--interval", "--population", str(population)
    )
    # Without the correction so many answers would be as certain.
    effective = n * (population - 1) / (population - n)
    for row in found[""]:
        if row["回答"] == "total":
            continue
        low, high = proportion_confint(int(row["count"]) / n * effective, effective, method="wilson")
        assert float(row["lower"]) == pytest.approx(100 * low, rel=1e-9)
        assert float(row["upper"]) == pytest.approx(100 * high, rel=1e-9)


def test_differences_equal_statsmodels(shihyo, seed, tmp_path):
    rows = respondents(seed, tmp_path / "a.csv")
    found = tables(shihyo, "shares", tmp_path / "a.csv", "--over", "回答", "--by", "区", "--interval")
    counts = Counter((row["区"], row["回答"]) for row in rows)
    bases = Counter(row["区"] for row in rows)
    for row in found["differences"]:
        one, other, answer = row["group"], row["against"], row["回答"]
        low, high = confint_proportions_2indep(
            counts[one, answer], bases[one], counts[other, answer], bases[other], method="newcomb", compare="diff"
        )
        assert float(row["lower"]) == pytest.approx(100 * low, rel=1e-9, abs=1e-9)
        assert float(row["upper"]) == pytest.approx(100 * high, rel=1e-9, abs=1e-9)
        assert row["verdict"] == ("differs" if low > 0 or high < 0 else "not-shown")


def test_weights_use_kish(shihyo, seed, tmp_path):
    rows = respondents(seed, tmp_path / "a.csv")
    found = tables(shihyo, "survey", tmp_path / "a.csv", "--question", "回答", "--weight", "重み", "--interval")
    weights = numpy.array([float(row["重み"]) for row in rows])
    effective = weights.sum() ** 2 / (weights**2).sum()
    assert float(found["weights"][0]["effective-n"]) == pytest.approx(effective, rel=1e-12)
    assert float(found["weights"][0]["design-effect"]) == pytest.approx(len(rows) / effective, rel=1e-12)
    for row in found["1"]:
        if row["回答"] == "total":
            continue
        share = sum(w for w, r in zip(weights, rows) if r["回答"] == row["回答"]) / weights.sum()
        low, high = proportion_confint(share * effective, effective, method="wilson")
        assert float(row["share(sum(重み))"]) == pytest.approx(100 * share, rel=1e-12)
        assert float(row["lower"]) == pytest.approx(100 * low, rel=1e-9)
        assert float(row["upper"]) == pytest.approx(100 * high, rel=1e-9)


def population(path, seed):
    random.seed(seed + 1000)
    cells = {(a, s): random.randrange(500, 5000) for a in ["18～29歳", "30～59歳", "60歳以上"] for s in "男女"}
    lines = ["年齢,性別,人口"] + [f"{a},{s},{n}" for (a, s), n in cells.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return cells


def test_raking_meets_the_margins(shihyo, seed, tmp_path):
    rows = respondents(seed, tmp_path / "a.csv")
    cells = population(tmp_path / "p.csv", seed)
    flags = ["--weight-to", "年齢,性別", "--margins", f"{tmp_path / 'p.csv'}:人口"]
    total = sum(cells.values())
    for place, key in enumerate(["年齢", "性別"]):
        found = tables(shihyo, "survey", tmp_path / "a.csv", "--question", key, *flags)
        for row in found["1"]:
            if row[key] != "total":
                target = sum(n for cell, n in cells.items() if cell[place] == row[key]) / total
                assert float(row["share(weights)"]) == pytest.approx(100 * target, rel=1e-7)
    # An independent fit of the same cells.
    sizes = Counter((row["年齢"], row["性別"]) for row in rows)
    fitted = {cell: float(n) for cell, n in sizes.items()}
    for _ in range(2000):
        for place in (0, 1):
            sums = Counter()
            for cell, amount in fitted.items():
                sums[cell[place]] += amount
            goals = Counter()
            for cell, n in cells.items():
                goals[cell[place]] += n
            fitted = {cell: amount * goals[cell[place]] / sums[cell[place]] for cell, amount in fitted.items()}
    weights = {cell: fitted[cell] / sizes[cell] for cell in sizes}
    yes = sum(weights[row["年齢"], row["性別"]] for row in rows if row["回答"] == "はい")
    found = tables(shihyo, "survey", tmp_path / "a.csv", "--question", "回答", *flags)
    share = next(row["share(weights)"] for row in found["1"] if row["回答"] == "はい")
    assert float(share) == pytest.approx(100 * yes / sum(fitted.values()), rel=1e-7)
    w = numpy.array([weights[row["年齢"], row["性別"]] for row in rows])
    assert float(found["weights"][0]["effective-n"]) == pytest.approx(w.sum() ** 2 / (w**2).sum(), rel=1e-7)


def test_cross_tables_equal_scipy(shihyo, seed, tmp_path):
    rows = respondents(seed, tmp_path / "a.csv", groups=("甲", "乙", "丙", "丁"))
    found = tables(shihyo, "survey", tmp_path / "a.csv", "--question", "回答", "--cross", "区")
    groups = list(dict.fromkeys(row["区"] for row in rows))
    answers = [row["回答"] for row in found["residuals"]]
    counts = numpy.array([[sum(r["区"] == g and r["回答"] == a for r in rows) for g in groups] for a in answers])
    statistic, p, freedom, expected = stats.chi2_contingency(counts, correction=False)
    test = found["test"][0]
    assert float(test["chi-square"]) == pytest.approx(statistic, rel=1e-10)
    assert float(test["p"]) == pytest.approx(p, rel=1e-9)
    assert int(test["degrees-of-freedom"]) == freedom
    assert int(test["small-expected"]) == (expected < 5).sum()
    assert float(test["cramers-v"]) == pytest.approx(stats.contingency.association(counts, "cramer"), rel=1e-9)
    assert test["verdict"] == ("associated" if p < 0.05 else "not-shown")
    residuals = Table(counts).standardized_resids
    for i, row in enumerate(found["residuals"]):
        for j, group in enumerate(groups):
            assert float(row[f"residual[{group}]"]) == pytest.approx(residuals[i, j], rel=1e-9, abs=1e-10)


# What cannot be computed is an error that says so, or is said to be undefined; never NaN.
BAD = {
    "nobody passes": (["--question", "回答", "--where", "区=丙", "--interval"], 0),
    "negative weight": (["--question", "回答", "--weight", "負"], 65),
    "all weights 0": (["--question", "回答", "--weight", "零", "--interval"], 0),
    "weights missing": (["--question", "回答", "--weight", "空", "--interval"], 0),
    "a level of 2": (["--question", "回答", "--interval", "--level", "2"], 64),
    "a level in words": (["--question", "回答", "--interval", "--level", "高い"], 64),
    "a population below the sample": (["--question", "回答", "--interval", "--population", "2"], 64),
    "a population of 0": (["--question", "回答", "--interval", "--population", "0"], 64),
    "one group": (["--question", "回答", "--cross", "同"], 0),
    "margins without a group": (["--question", "回答", "--weight-to", "区", "--margins", "{m}:人口"], 65),
    "margins that do not agree": (
        ["--question", "回答", "--weight-to", "区,同", "--margins", "{ok}:人口", "--margins", "{other}:人口"],
        65,
    ),
    "margins of 0": (["--question", "回答", "--weight-to", "区", "--margins", "{zero}:人口"], 65),
    "raking without end": (["--question", "回答", "--weight-to", "区,対", "--margins", "{stuck}:人口"], 65),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_an_error_or_undefined(shihyo, name, tmp_path):
    arguments, code = BAD[name]
    (tmp_path / "a.csv").write_text(
        "区,回答,同,対,負,零,空\n甲,はい,x,p,1,0,\n甲,いいえ,x,p,-1,0,\n乙,はい,x,q,1,0,\n", encoding="utf-8"
    )
    files = {
        "m": "区,人口\n甲,10\n乙,20\n丙,5\n",
        "ok": "区,人口\n甲,10\n乙,20\n",
        "other": "同,人口\nx,31\n",
        "zero": "区,人口\n甲,0\n乙,0\n",
        # Only (甲, p) and (乙, q) have respondents, so 区 and 対 cannot have different margins.
        "stuck": "区,対,人口\n甲,p,10\n甲,q,20\n乙,p,30\n乙,q,0\n",
    }
    for file, text in files.items():
        (tmp_path / f"{file}.csv").write_text(text, encoding="utf-8")
    places = {file: str(tmp_path / f"{file}.csv") for file in files}
    arguments = [argument.format(**places) for argument in arguments]
    found, output, error = shihyo("survey", tmp_path / "a.csv", *arguments, "-f", "json")
    assert found == code, error
    text = output.decode("utf-8").lower()
    assert '"nan"' not in text and '"inf' not in text and '"-inf' not in text
    if code == 0:
        json.loads(text)
    else:
        assert error.strip()
