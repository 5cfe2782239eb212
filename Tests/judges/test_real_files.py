"""Real municipal files, read by flags alone: the answers are those of expected.json, which others computed."""

import json

import pytest

from command_output import csv_table

FLAT = []  # a header on line 1
AFTER_SIX_NOTES = ["--skip-lines", "6", "--skip-after-header", "2"]  # six # lines, the header, two rows of types
SEVENTH_ROW = ["--header-rows", "7", "--skip-after-header", "2"]  # the same in other words


@pytest.fixture
def answers(real_file):
    """The answers of a file: check id → answer."""
    known = json.loads(real_file("expected.json").read_text("utf-8"))["files"]
    return lambda name: {check["id"]: check["answer"] for check in known[name]["checks"]}


@pytest.fixture
def ask(shihyo, real_file):
    def run(names, *flags):
        names = [names] if isinstance(names, str) else names
        return csv_table(shihyo, ["aggregate", *map(real_file, names), *flags, "-f", "csv"])[1]

    return run


def sums(*columns):
    return [word for column in columns for word in ("--sum", column)]


def added(row, *columns):
    return sum(int(row[f"sum({column})"]) for column in columns)


def pairs(rows, key, value):
    return {row[key]: int(row[value]) for row in rows}


def half_up(numerator, denominator, digits):
    scaled = (numerator * 100 * 10**digits * 2 + denominator) // (2 * denominator)
    return f"{scaled // 10**digits}.{scaled % 10**digits:0{digits}d}"


# Fukuoka: ISO dates, NA


FUKUOKA = "fukuoka-covid-daily.csv"


def test_fukuoka_quarters(ask, answers):
    rows = ask(FUKUOKA, "--by", "date:quarter", "--sum", "detected")
    expected = {name.replace(" ", ""): cases for name, cases in answers(FUKUOKA)["fiscal-quarters"].items()}
    assert pairs(rows, "date:quarter", "sum(detected)") == expected
    assert [row["date:quarter"] for row in rows] == list(expected), "quarters come in the order of time"


def test_fukuoka_years(ask, answers):
    rows = ask(FUKUOKA, "--by", "date:fiscal-year", "--sum", "detected", "--count")
    found = {row["date:fiscal-year"]: [int(row["sum(detected)"]), int(row["count"])] for row in rows}
    assert found == {f"FY{year}": answer for year, answer in answers(FUKUOKA)["fiscal-years"].items()}


def test_fukuoka_range_and_peak(ask, answers):
    (row,) = ask(FUKUOKA, "--count", "--min", "date", "--max", "date", "--max", "detected", "--distinct", "date")
    first, last, days, missing = answers(FUKUOKA)["range"]
    assert [row["min(date)"], row["max(date)"], row["count"], row["distinct(date)"]] == [first, last, str(days), str(days)]
    assert row["max(detected)"] == str(answers(FUKUOKA)["peak"][1])


def test_fukuoka_ages(ask, answers):
    young, old = ["age_00", "age_01_04", "age_05_09"], ["age_65_69", "age_70_79", "age_80_89", "age_90_"]
    known = answers(FUKUOKA)["age-known-period"]
    flags = ["--where", f"date>={known['first']}", "--count", *sums("detected", "age_unknown", *young, *old)]
    (row,) = ask(FUKUOKA, *flags)
    assert int(row["count"]) == known["days"]
    assert added(row, "detected") == known["cases"]
    assert added(row, *young) == known["0-9"]
    assert added(row, *old) == known["65+"]


def test_fukuoka_na_stays_out(ask, answers):
    """Over the whole file the days without ages are marked, and the sum is that of the days with ages."""
    (row,) = ask(FUKUOKA, *sums("age_00", "age_01_04", "age_05_09"))
    assert added(row, "age_00", "age_01_04", "age_05_09") == answers(FUKUOKA)["age-known-period"]["0-9"]
    assert "missing" in row["marks"]


# Yaizu: BOM, CRLF, full-width blanks in the header


YAIZU = "yaizu-traffic-accident-2021.csv"


def test_yaizu_totals(ask, answers):
    date = "発生日時（年月日）"
    rows = ask(YAIZU, "--count", *sums("死者数", "負傷者数"), "--min", date, "--max", date)
    assert len(rows) == 1
    values = [int(rows[0]["count"]), added(rows[0], "死者数"), added(rows[0], "負傷者数")]
    edges = [value for name, value in rows[0].items() if name.startswith(("min(", "max("))]
    assert values + sorted(edges) == answers(YAIZU)["totals"]


@pytest.mark.parametrize(
    "column, check, part", [("事故類型区分", "by-type", 0), ("曜日区分", "by-weekday", 0), ("時間帯区分", "by-hour-band", None)]
)
def test_yaizu_groups(ask, answers, column, check, part):
    answer = answers(YAIZU)[check]
    expected = answer if part is None else answer[part]
    assert pairs(ask(YAIZU, "--by", column, "--count"), column, "count") == expected


def test_yaizu_day_and_night(ask, answers):
    found = {}
    for row in ask(YAIZU, "--by", "昼夜区分", "--count"):
        found[row["昼夜区分"][0]] = found.get(row["昼夜区分"][0], 0) + int(row["count"])
    assert found == answers(YAIZU)["by-type"][1]


# Asahikawa: yen beyond 32 bits, two files of one header


@pytest.mark.parametrize("year", ["2013", "2014"])
def test_asahikawa(ask, answers, year):
    name = f"asahikawa-budget-{year}.csv"
    (total,) = ask(name, "--count", "--sum", "amount")
    assert [int(total["count"]), added(total, "amount")] == answers(name)["total"]
    found = pairs(ask(name, "--by", "category", "--sum", "amount"), "category", "sum(amount)")
    count, largest = answers(name)["by-category"]
    assert len(found) == count
    assert sorted(found.items(), key=lambda item: -item[1])[:5] == [tuple(item) for item in largest]


def test_asahikawa_both_years(ask, answers):
    names = ["asahikawa-budget-2013.csv", "asahikawa-budget-2014.csv"]
    rows = ask(names, "--by", "year", "--sum", "amount", "--count")
    found = {row["year"]: [int(row["count"]), int(row["sum(amount)"])] for row in rows}
    assert found == {name[-8:-4]: answers(name)["total"] for name in names}


# Takamatsu: CP932 and a header on line 7


@pytest.mark.parametrize(
    "name, flags",
    [
        ("takamatsu-population-202304-cp932.csv", FLAT),
        ("takamatsu-population-202304-cp932.csv", ["-e", "cp932"]),
        ("takamatsu-population-201903.csv", AFTER_SIX_NOTES),
        ("takamatsu-population-201903.csv", SEVENTH_ROW),
    ],
)
def test_takamatsu_population(ask, answers, name, flags):
    def ages(first, last):
        return [f"{sex}{number}" for number in range(first, last + 1) for sex in ("man", "woman")]

    columns = ["totalPopulation", "numberOfHouseholds", *ages(1, 18)]
    (row,) = ask(name, *flags, "--count", "--max", "totalPopulation", *sums(*columns))
    (dashes,) = ask(name, *flags, "--count", "--where", "numberOfHouseholds=-")
    assert {
        "towns": int(row["count"]),
        "total": added(row, "totalPopulation"),
        "0-14": added(row, *ages(1, 3)),
        "15-64": added(row, *ages(4, 13)),
        "65+": added(row, *ages(14, 18)),
        "households": added(row, "numberOfHouseholds"),
        "households_dash": int(dashes["count"]),
    } == answers(name)["totals-and-brackets"]
    assert "nil" in row["marks"]
    assert int(row["max(totalPopulation)"]) == answers(name)["largest-town"][1]


TAX = "takamatsu-city-tax-r2.csv"


@pytest.mark.parametrize("flags", [AFTER_SIX_NOTES, SEVENTH_ROW])
def test_takamatsu_tax(ask, answers, flags):
    (everything,) = ask(TAX, *flags, "--count")
    (items,) = ask(TAX, *flags, "--count", "--where", "taxItem!=全税目")
    (totals,) = ask(TAX, *flags, "--count", "--where", "taxItem=全税目")
    assert [int(row["count"]) for row in (everything, items, totals)] == answers(TAX)["rows"]
    columns = ["adjustedAmount", "incomeAmount", "unpaidIncome"]
    rows = ask(TAX, *flags, "--where", "taxItem!=全税目", "--by", "carryoverClassification", *sums(*columns))
    for column in columns:
        expected = {name: answer["summed"] for name, answer in answers(TAX)[f"sum-{column}"].items()}
        assert pairs(rows, "carryoverClassification", f"sum({column})") == expected
    where = ["--where", "taxItem=固定資産税", "--where", "carryoverClassification=現年課税分"]
    (share,) = ask(TAX, *flags, *where, "--sum", "incomeAmount")
    assert added(share, "incomeAmount") == answers(TAX)["share-kotei"]["numerator"]


CHILDCARE = "takamatsu-childcare.csv"


def test_takamatsu_childcare(ask, answers):
    """Line breaks in cells, and a line of commas only: it is a record, and its capacity is empty."""
    measures = [flag for name in ("sum", "mean", "max", "min") for flag in (f"--{name}", "capacity")]
    (row,) = ask(CHILDCARE, *AFTER_SIX_NOTES, "--count", *measures)
    expected = answers(CHILDCARE)["capacity"]
    records, filled, _ = answers(CHILDCARE)["rows"]
    assert int(row["count"]) == records
    assert {name: int(row[f"{name}(capacity)"]) for name in ("sum", "max", "min")} == {
        name: expected[name] for name in ("sum", "max", "min")
    }
    assert float(row["mean(capacity)"]) == expected["sum"] / filled
    (closed,) = ask(CHILDCARE, *AFTER_SIX_NOTES, "--count", "--where", "startTimeSundays=休")
    assert int(closed["count"]) == answers(CHILDCARE)["sunday-closed"]


@pytest.mark.parametrize("year", ["2020", "2021", "2022"])
def test_takamatsu_births_and_deaths(ask, answers, year):
    name = f"takamatsu-births-deaths-{year}.csv"
    (row,) = ask(name, *AFTER_SIX_NOTES, *sums("birthTotal", "deathTotal"))
    births, deaths = added(row, "birthTotal"), added(row, "deathTotal")
    assert [births, deaths, births - deaths] == answers(name)["calendar-totals"]


# SSDSE: CP932, 127 columns, labels on the third row


SSDSE = "ssdse-a-2022.csv"
LABELS = ["--header-rows", "3"]
AGES = ["15歳未満人口", "15～64歳人口", "65歳以上人口"]


def test_ssdse_totals(ask, answers):
    expected = dict(answers(SSDSE)["totals"])
    (row,) = ask(SSDSE, *LABELS, "--count", *sums(*[name for name in expected if name != "rows"]))
    found = {name: added(row, name) for name in expected if name != "rows"}
    assert found | {"rows": int(row["count"])} == expected
    assert found["総人口"] - added(row, *AGES) == answers(SSDSE)["unknown-age"]


def test_ssdse_prefectures(ask, answers):
    rows = ask(SSDSE, *LABELS, "--by", "都道府県", *sums(*AGES))
    assert len(rows) == 47
    shares = sorted((half_up(added(row, AGES[2]), added(row, *AGES), 2), row["都道府県"]) for row in rows)
    assert [[name, share] for share, name in [*shares[:-4:-1], shares[0]]] == answers(SSDSE)["prefecture-65-share"]


def test_ssdse_filters(ask, answers):
    (none,) = ask(SSDSE, *LABELS, "--count", "--where", "図書館数=0")
    (neither,) = ask(SSDSE, *LABELS, "--count", "--where", "図書館数=0", "--where", "公民館数=0")
    assert [int(none["count"]), int(neither["count"])] == answers(SSDSE)["no-library"]
    city = answers(SSDSE)["takamatsu"]
    (row,) = ask(SSDSE, *LABELS, "--where", f"地域コード={city['code']}", *sums("総人口", *AGES))
    assert added(row, "総人口") == city["total"]
    assert [added(row, AGES[2]), added(row, *AGES)] == [city["65+"]["numerator"], city["65+"]["denominator"]]
