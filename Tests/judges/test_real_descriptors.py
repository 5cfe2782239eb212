"""Real municipal files, read by the descriptors in Tests/real-descriptors: every answer of expected.json, no file edited.

Where an answer needs a command that is not there yet (changes between years, identities of a row), it is computed here from what
`aggregate -f csv` prints.
"""

import copy
import datetime
import json
import shutil

import pytest
from command_output import csv_table
from conftest import ROOT
from frictionless import Checklist, Package

DESCRIPTORS = ROOT / "Tests" / "real-descriptors"
NAMES = sorted(path.parent.name for path in DESCRIPTORS.glob("*/datapackage.json"))


def paths_of(package):
    for resource in package["resources"]:
        yield from [resource["path"]] if isinstance(resource["path"], str) else resource["path"]


@pytest.fixture(scope="session")
def folder(real_file, tmp_path_factory):
    """Descriptors beside copies of the files: a path must stay inside its folder."""
    root = tmp_path_factory.mktemp("real")
    for name in NAMES:
        shutil.copytree(DESCRIPTORS / name, root / name)
        for path in set(paths_of(json.loads((root / name / "datapackage.json").read_text("utf-8")))):
            shutil.copyfile(real_file(path), root / name / path)
    return root


@pytest.fixture(scope="session")
def answers(real_file):
    known = json.loads(real_file("expected.json").read_text("utf-8"))["files"]
    return lambda name: {check["id"]: check["answer"] for check in known[name]["checks"]}


@pytest.fixture
def ask(shihyo, folder):
    def run(name, *flags, command="aggregate"):
        return csv_table(shihyo, [command, name, "--datasets", folder, *flags, "-f", "csv"])[1]

    return run


def sums(*columns):
    return [word for column in columns for word in ("--sum", column)]


def added(row, *columns):
    return sum(int(row[f"sum({column})"]) for column in columns)


def pairs(rows, key, value):
    return {row[key]: int(row[value]) for row in rows}


def half_up(numerator, denominator, digits):
    sign, numerator = (-1, -numerator) if numerator < 0 else (1, numerator)
    scaled = (numerator * 100 * 10**digits * 2 + denominator) // (2 * denominator)
    return f"{'-' if sign < 0 and scaled else ''}{scaled // 10**digits}.{scaled % 10**digits:0{digits}d}"


def is_share(answer, numerator, denominator):
    assert (answer["numerator"], answer["denominator"]) == (numerator, denominator)
    assert half_up(numerator, denominator, 1) == answer["percent_half_up_1dp"]
    assert half_up(numerator, denominator, 2) == answer["percent_half_up_2dp"]


@pytest.mark.parametrize("name", NAMES)
def test_frictionless_accepts(folder, name):
    """File by file: frictionless puts the bytes of several paths together, and some of these files lack the last line end."""
    package = json.loads((folder / name / "datapackage.json").read_text("utf-8"))
    assert Package.validate_descriptor(package).valid
    package["resources"] = [
        {**copy.deepcopy(resource), "name": f"{resource['name']}-{number}", "path": path}
        for resource in package["resources"]
        for number, path in enumerate(paths_of({"resources": [resource]}))
    ]
    # A line of commas is what the file has; it is declared under shihyo.
    report = Package(package, basepath=str(folder / name)).validate(Checklist(skip_errors=["blank-row"]))
    assert report.valid, "\n".join(map(str, report.flatten(["type", "fieldName", "rowNumber", "message"])[:10]))


def test_every_check_is_here(answers, real_file):
    """A check that nobody judges would look like one that holds."""
    text = (ROOT / "Tests" / "judges" / "test_real_descriptors.py").read_text("utf-8")
    for name in json.loads(real_file("expected.json").read_text("utf-8"))["files"]:
        for check in answers(name):
            assert f'"{check}"' in text, f"{name}: {check}"


# Takamatsu, population by town


POPULATION = [
    ("2019", "takamatsu-population-201903.csv"),
    ("2023", "takamatsu-population-202304-cp932.csv"),
]


@pytest.mark.parametrize("year, name", POPULATION)
def test_population(ask, answers, year, name):
    towns, people = f"takamatsu-population/towns-{year}", f"takamatsu-population/people-{year}"
    (row,) = ask(towns, "--count", *sums("totalPopulation", "numberOfHouseholds"))
    (dashes,) = ask(towns, "--count", "--where", "numberOfHouseholds=-")
    ages = {r["年齢"]: int(r["sum(人口)"]) for r in ask(people, "--by", "年齢", "--sum", "人口")}
    assert len(ages) == 18
    brackets = ask(people, "--of", "人口", "--over", "年齢", "--brackets", "0-14,15-64,65+", command="shares")
    found = {r["年齢"]: int(r["sum(人口)"]) for r in brackets if r["年齢"] != "total"}
    assert list(found) == ["Y0T14", "Y15T64", "Y_GE65"]
    expected = answers(name)["totals-and-brackets"]
    assert {
        "towns": int(row["count"]),
        "total": added(row, "totalPopulation"),
        "0-14": found["Y0T14"],
        "15-64": found["Y15T64"],
        "65+": found["Y_GE65"],
        "households": added(row, "numberOfHouseholds"),
        "households_dash": int(dashes["count"]),
    } == expected
    assert sum(ages.values()) == expected["total"]
    for bracket, code in [("65+", "Y_GE65"), ("0-14", "Y0T14")]:
        is_share(answers(name)["65-share"][bracket], found[code], sum(found.values()))


@pytest.mark.parametrize("year, name", POPULATION)
def test_population_date_and_largest(ask, answers, year, name):
    towns = f"takamatsu-population/towns-{year}"
    (row,) = ask(towns, "--by", "surveyDate:fiscal-year", "--min", "surveyDate", "--max", "surveyDate")
    date = answers(name)["date"]
    assert row["surveyDate:fiscal-year"] == f"FY{date['fiscal_year']}"
    assert row["min(surveyDate)"] == row["max(surveyDate)"] == date["date"]
    found = pairs(ask(towns, "--by", "regionName", "--sum", "totalPopulation"), "regionName", "sum(totalPopulation)")
    assert list(max(found.items(), key=lambda item: item[1])) == answers(name)["largest-town"]


def test_population_rows_and_records(shihyo, folder):
    """36 records of each of 235 rows; the printed total of every row is checked, and holds."""
    code, output, error = shihyo(
        "aggregate", "takamatsu-population/people-2019", "--datasets", folder, "--count", "-f", "json"
    )
    assert code == 0 and "subtotal" not in error
    (read,) = json.loads(output)["inputs"]
    assert read["records"] == 235 * 36
    assert read["layout"] == {"rows": 235, "totals": 0, "notes": 0, "emptyRows": 0}


# Takamatsu, city tax


TAX = "takamatsu-city-tax-r2.csv"
AMOUNTS = ["adjustedAmount", "incomeAmount", "nonPaymentDeficit", "unpaidIncome"]


def test_tax_rows(ask, shihyo, folder, answers):
    (items,) = ask("takamatsu-tax/items", "--count")
    _, output, error = shihyo("aggregate", "takamatsu-tax/items", "--datasets", folder, "--count", "-f", "json")
    layout = json.loads(output)["inputs"][0]["layout"]
    assert [layout["rows"], int(items["count"]), layout["totals"]] == answers(TAX)["rows"]
    assert "subtotal" not in error, "the printed totals are the sums of the items"


@pytest.mark.parametrize("column", ["adjustedAmount", "incomeAmount", "unpaidIncome"])
def test_tax_sums(ask, answers, column):
    key = "carryoverClassification"
    flags = ["--by", key, "--sum", column]
    summed = pairs(ask("takamatsu-tax/items", *flags), key, f"sum({column})")
    printed = pairs(ask("takamatsu-tax/as-printed", "--where", "taxItem=全税目", *flags), key, f"sum({column})")
    known = {"adjustedAmount": "sum-adjustedAmount", "incomeAmount": "sum-incomeAmount", "unpaidIncome": "sum-unpaidIncome"}
    found = {
        name: {"summed": total, "printed": printed[name], "difference": printed[name] - total}
        for name, total in summed.items()
    }
    assert found == answers(TAX)[known[column]]


def test_tax_identities(ask, answers):
    rows = ask("takamatsu-tax/as-printed", "--by", "#property", *sums(*AMOUNTS), "--max", "incomeRate")
    differences, rates = [], []
    for row in rows:
        adjusted, income, deficit, unpaid = (added(row, column) for column in AMOUNTS)
        number = int(row["#property"])
        if adjusted - income - deficit != unpaid:
            differences.append([number, adjusted - income - deficit - unpaid])
        if row["max(incomeRate)"] and adjusted and half_up(income, adjusted, 1) != f"{float(row['max(incomeRate)']):.1f}":
            rates.append(number)
    assert differences == answers(TAX)["row-identity"]
    assert rates == answers(TAX)["rate-recheck"]


def test_tax_share(ask, answers):
    where = ["--where", "carryoverClassification=現年課税分"]
    found = pairs(ask("takamatsu-tax/items", *where, "--by", "taxItem", "--sum", "incomeAmount"), "taxItem", "sum(incomeAmount)")
    is_share(answers(TAX)["share-kotei"], found["固定資産税"], sum(found.values()))


# Takamatsu, childcare: line breaks in cells, a line of commas, dates in two forms


CHILDCARE = "takamatsu-childcare.csv"


def test_childcare(ask, shihyo, folder, answers):
    name = "takamatsu-childcare/facilities"
    measures = [flag for kind in ("sum", "mean", "max", "min") for flag in (f"--{kind}", "capacity")]
    (row,) = ask(name, *measures)
    expected = answers(CHILDCARE)["capacity"]
    assert {kind: int(row[f"{kind}(capacity)"]) for kind in ("sum", "max", "min")} == {
        kind: expected[kind] for kind in ("sum", "max", "min")
    }
    (rounded,) = ask(name, "--mean", "capacity", "--digits", "2")
    assert rounded["mean(capacity)"] == expected["mean"]
    _, output, _ = shihyo("aggregate", name, "--datasets", folder, "--count", "-f", "json")
    (read,) = json.loads(output)["inputs"]
    broken = set()
    for column in ["name", "address", "Establisher", "startTimeWeekDays", "startTimeSaturday", "startTimeSundays", "targetAge", "serviceContents", "Equipment"]:
        broken |= {found["#property"] for found in ask(name, "--by", "#property", "--count", "--where", f"{column}~\n")}
    assert [read["layout"]["rows"], read["accepted"], len(broken)] == answers(CHILDCARE)["rows"]
    assert read["layout"]["emptyRows"] == 1
    (closed,) = ask(name, "--count", "--where", "startTimeSundays=休")
    assert int(closed["count"]) == answers(CHILDCARE)["sunday-closed"]


def test_childcare_dates(ask, answers):
    name, day = "takamatsu-childcare/facilities", "fiscalYearStartDay"
    rows = ask(name, "--by", f"{day}:fiscal-year", "--count", "--sum", "capacity")
    years = {row[f"{day}:fiscal-year"].removeprefix("FY"): row for row in rows}
    (edges,) = ask(name, "--min", day, "--max", day)
    assert {
        "min": edges[f"min({day})"],
        "max": edges[f"max({day})"],
        "by_fiscal_year": {year: int(row["count"]) for year, row in years.items()},
    } == answers(CHILDCARE)["dates"]
    assert {year: added(row, "capacity") for year, row in years.items()} == answers(CHILDCARE)["capacity-by-fy"]


# Takamatsu, births and deaths: the year stands only in the file's name


BIRTHS = ["birthTotal", "deathTotal"]
MONTHS = "takamatsu-births-deaths/months"


@pytest.mark.parametrize("year", ["2020", "2021", "2022"])
def test_births_by_calendar_year(ask, answers, year):
    known = answers(f"takamatsu-births-deaths-{year}.csv")
    (row,) = ask(MONTHS, "--where", f"年={year}", *sums(*BIRTHS))
    births, deaths = added(row, "birthTotal"), added(row, "deathTotal")
    assert [births, deaths, births - deaths] == known["calendar-totals"]
    rows = ask(MONTHS, "--where", f"年={year}", "--by", "年月", *sums(*BIRTHS, "birthMan", "birthWoman", "deathMan", "deathWoman"))
    assert len(rows) == 12
    wrong = [
        row["年月"]
        for row in rows
        if added(row, "birthTotal") != added(row, "birthMan", "birthWoman")
        or added(row, "deathTotal") != added(row, "deathMan", "deathWoman")
    ]
    assert wrong == known["sex-identity"]


def test_births_by_fiscal_year(ask, answers):
    known = answers("takamatsu-births-deaths-2021.csv")
    rows = ask(MONTHS, "--by", "年月:quarter", *sums(*BIRTHS))
    found = {row["年月:quarter"]: [added(row, column) for column in BIRTHS] for row in rows}
    for quarter, answer in known["fiscal-quarters"].items():
        assert found[quarter.replace(" ", "")] == answer
    years = ask(MONTHS, "--by", "年月:fiscal-year", "--count", "--sum", "birthTotal")
    months = pairs(years, "年月:fiscal-year", "count")
    assert {year[2:]: n for year, n in months.items() if n < 12} == known["incomplete-fiscal-years"]
    births = pairs(years, "年月:fiscal-year", "sum(birthTotal)")
    before, now = births["FY2020"], births["FY2021"]
    assert [before, now, now - before, half_up(now - before, before, 1)] == known["yoy-births"]


# Fukuoka


FUKUOKA = "fukuoka-covid-daily.csv"
DAYS = "fukuoka-covid/days"


def test_fukuoka_days(ask, answers):
    known = answers(FUKUOKA)
    (row,) = ask(DAYS, "--count", "--min", "date", "--max", "date", "--distinct", "date")
    first, last = row["min(date)"], row["max(date)"]
    span = (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days + 1
    assert [first, last, int(row["count"]), span - int(row["distinct(date)"])] == known["range"]
    rows = ask(DAYS, "--by", "date:quarter", "--sum", "detected")
    expected = {name.replace(" ", ""): cases for name, cases in known["fiscal-quarters"].items()}
    assert pairs(rows, "date:quarter", "sum(detected)") == expected
    years = ask(DAYS, "--by", "date:fiscal-year", "--sum", "detected", "--count")
    found = {row["date:fiscal-year"][2:]: [added(row, "detected"), int(row["count"])] for row in years}
    assert found == known["fiscal-years"]
    before, now = found["2021"][0], found["2022"][0]
    assert half_up(now - before, before, 1) == known["yoy"]


def test_fukuoka_single_days(ask, answers):
    known = answers(FUKUOKA)
    rows = ask(DAYS, "--by", "date", *sums("detected"), "--max", "detected_cum")
    assert [(row["date"], added(row, "detected")) for row in rows if added(row, "detected") == known["peak"][1]] == [
        tuple(known["peak"])
    ]
    broken = [
        now["date"]
        for before, now in zip(rows, rows[1:])
        if int(now["max(detected_cum)"]) - int(before["max(detected_cum)"]) != added(now, "detected")
    ]
    assert broken == known["cumulative-recheck"]


def test_fukuoka_ages(ask, answers):
    known = answers(FUKUOKA)["age-known-period"]
    since = ["--where", f"date>={known['first']}"]
    (row,) = ask(DAYS, *since, "--count", "--sum", "detected")
    assert [int(row["count"]), added(row, "detected")] == [known["days"], known["cases"]]
    (days,) = ask("fukuoka-covid/ages", "--where", "陽性者数!=NA", "--min", "date", "--distinct", "date")
    assert [days["min(date)"], int(days["distinct(date)"])] == [known["first"], known["days"]]
    rows = ask("fukuoka-covid/ages", *since, "--of", "陽性者数", "--over", "年齢", "--brackets", "0-9,10-64,65+", command="shares")
    found = pairs(rows, "年齢", "sum(陽性者数)")
    assert [found["Y0T9"], found["Y_GE65"]] == [known["0-9"], known["65+"]]
    is_share(known["share65"], found["Y_GE65"], found["Y0T9"] + found["Y10T64"] + found["Y_GE65"])


# Yaizu


YAIZU = "yaizu-traffic-accident-2021.csv"
ACCIDENTS = "yaizu-traffic/accidents"


def test_yaizu(ask, answers):
    known, day = answers(YAIZU), "発生日時（年月日）"
    (row,) = ask(ACCIDENTS, "--count", *sums("死者数", "負傷者数"), "--min", day, "--max", day)
    edges = [row[f"min({day})"], row[f"max({day})"]]
    assert [int(row["count"]), added(row, "死者数"), added(row, "負傷者数"), *edges] == known["totals"]
    types = pairs(ask(ACCIDENTS, "--by", "事故類型区分", "--count"), "事故類型区分", "count")
    light = {}
    for row in ask(ACCIDENTS, "--by", "昼夜区分", "--count"):
        light[row["昼夜区分"][0]] = light.get(row["昼夜区分"][0], 0) + int(row["count"])
    assert [types, light] == known["by-type"]
    assert pairs(ask(ACCIDENTS, "--by", "時間帯区分", "--count"), "時間帯区分", "count") == known["by-hour-band"]


def test_yaizu_weekdays(ask, answers):
    day = "発生日時（年月日）"
    rows = ask(ACCIDENTS, "--by", f"曜日区分,{day}", "--count")
    agrees = all("月火水木金土日"[datetime.date.fromisoformat(row[day]).weekday()] == row["曜日区分"] for row in rows)
    counts = pairs(ask(ACCIDENTS, "--by", "曜日区分", "--count"), "曜日区分", "count")
    assert [counts, agrees] == answers(YAIZU)["by-weekday"]


# SSDSE: three header rows; each column of its own year


SSDSE = "ssdse-a-2022.csv"
PLACES, ITEMS = "ssdse/municipalities", "ssdse/items"
AGES = ["15歳未満人口", "15～64歳人口", "65歳以上人口"]


def test_ssdse_items(ask, answers):
    """Columns become items of a year, out of the second and third header row."""
    known = answers(SSDSE)
    expected = dict(known["totals"])
    rows = expected.pop("rows")
    found = ask(ITEMS, "--by", "項目,年度", "--sum", "値", "--count", "--where", "項目=" + "|".join(expected))
    # Names compare folded; the file writes （ where a folded name has (.
    years = {row["項目"].translate(str.maketrans("()~", "（）～")): row for row in found}
    assert {name: int(row["sum(値)"]) for name, row in years.items()} == expected
    assert {name: int(row["年度"]) for name, row in years.items()} == known["years"]
    assert {int(row["count"]) for row in found} == {rows}
    assert expected["総人口"] - sum(expected[name] for name in AGES) == known["unknown-age"]


def test_ssdse_places(ask, answers):
    known = answers(SSDSE)
    rows = ask(PLACES, "--by", "都道府県", *sums(*AGES))
    assert len(rows) == 47
    shares = sorted((half_up(added(row, AGES[2]), added(row, *AGES), 2), row["都道府県"]) for row in rows)
    assert [[name, share] for share, name in [*shares[:-4:-1], shares[0]]] == known["prefecture-65-share"]
    (none,) = ask(PLACES, "--count", "--where", "図書館数=0")
    (neither,) = ask(PLACES, "--count", "--where", "図書館数=0", "--where", "公民館数=0")
    assert [int(none["count"]), int(neither["count"])] == known["no-library"]
    city = known["takamatsu"]
    (row,) = ask(PLACES, "--by", "地域コード", "--where", "市区町村=高松市", *sums("総人口", *AGES))
    assert [row["地域コード"], added(row, "総人口")] == [city["code"], city["total"]]
    is_share(city["65+"], added(row, AGES[2]), added(row, *AGES))


# Asahikawa: two years of one header


BUDGET = "asahikawa-budget/items"


@pytest.mark.parametrize("year", ["2013", "2014"])
def test_asahikawa(ask, answers, year):
    known = answers(f"asahikawa-budget-{year}.csv")
    (total,) = ask(BUDGET, "--where", f"year={year}", "--count", "--sum", "amount")
    assert [int(total["count"]), added(total, "amount")] == known["total"]
    found = pairs(ask(BUDGET, "--where", f"year={year}", "--by", "category", "--sum", "amount"), "category", "sum(amount)")
    largest = sorted(found.items(), key=lambda item: -item[1])[:5]
    assert [len(found), [list(item) for item in largest]] == known["by-category"]
    is_share(known["share-minsei"], found["民生費"], added(total, "amount"))


def test_asahikawa_between_years(ask, answers):
    known = answers("asahikawa-budget-2014.csv")
    items, categories, totals = {}, {}, {}
    for row in ask(BUDGET, "--by", "year,category,subcategory", "--sum", "amount"):
        year, category, amount = row["year"], row["category"], added(row, "amount")
        items.setdefault(year, set()).add(f"{category}/{row['subcategory']}")
        categories.setdefault(category, {"2013": 0, "2014": 0})[year] += amount
        totals[year] = totals.get(year, 0) + amount
    assert {
        "only_2013": sorted(items["2013"] - items["2014"]),
        "only_2014": sorted(items["2014"] - items["2013"]),
    } == known["join-by-name"]
    change = totals["2014"] - totals["2013"]
    moved = sorted(((years["2014"] - years["2013"], name) for name, years in categories.items()))
    most, least = moved[-1], moved[0]
    found = [change, half_up(change, totals["2013"], 1), [most[1], most[0]], [least[1], least[0]]]
    assert found == known["yoy"]
