"""The fictional city: made anew byte for byte, plainly fictional in every output, and the same in both of its forms."""

import csv
import io
import json
import subprocess
import sys
from collections import defaultdict

import pytest
from conftest import ROOT

DATASETS = ROOT / "datasets"
TIDY = DATASETS / "mihon-centres"
EXPORT = DATASETS / "mihon-centres-export"
MEASURES = ["利用可能コマ数", "有償利用コマ数", "無償利用コマ数", "29歳以下", "30～59歳", "60歳以上", "登録団体増減"]
# What the papers of the real city print as rates and shares: the fictional city shows none of these digits.
REAL_DIGITS = {"22.8", "15.9", "24.2", "25.5", "0.9", "27.7", "71.4", "34.8", "35.0"}


def tidy():
    with open(TIDY / "use.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def number(cell):
    return None if cell in ("－", "…") else int(cell)


def test_generator_makes_the_committed_bytes(tmp_path):
    subprocess.run([sys.executable, str(TIDY / "generate.py"), str(tmp_path)], check=True, timeout=60)
    made = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert len(made) == 7
    for path, data in made.items():
        assert data == (DATASETS / path).read_bytes(), f"{path} is not what generate.py makes"


def test_months_and_centres_are_those_asked_for():
    assert (TIDY / "use.csv").stat().st_size < 1 << 20
    listed = tidy()
    months = sorted({row["年月"] for row in listed})
    assert len(months) == 42 and (months[0], months[-1]) == ("2022-04", "2025-09")
    assert list(dict.fromkeys(row["区"] for row in listed)) == ["甲区", "乙区", "丙区", "丁区", "戊区", "己区", "庚区"]
    assert len({row["市民センター"] for row in listed}) == 131
    open_months = defaultdict(list)
    for row in listed:
        if row["利用可能コマ数"] != "－":
            open_months[row["市民センター"]].append(row["年月"])
    part = {name: (run[0], run[-1]) for name, run in open_months.items() if len(run) != 42}
    assert part == {
        "乙せきれい市民センター": ("2022-04", "2023-10"),  # closed
        "己そよかぜ市民センター": ("2024-08", "2025-09"),  # opened
    }
    unreported = [row for row in listed if "…" in row.values()]
    assert len(unreported) == 6 and sum(row["利用可能コマ数"] == "…" for row in unreported) == 3


def test_figures_hold_together():
    for row in tidy():
        available, paid, free, young, middle, old, _ = (number(row[name]) for name in MEASURES)
        if available is None:
            continue
        assert 0 < (paid or 0) + free <= available
        if young is not None:
            assert min(young, middle, old) >= 0 and young < old
    assert any(number(row["登録団体増減"]) == -2 for row in tidy())


def test_digits_are_not_those_of_the_real_city():
    sums = defaultdict(lambda: defaultdict(int))
    for row in tidy():
        year, month = map(int, row["年月"].split("-"))
        fiscal = year - (month < 4)
        for period in (fiscal, (fiscal, (month - 4) % 12 // 3)):
            for name in MEASURES:
                sums[period][name] += number(row[name]) or 0
    assert len(sums) == 4 + 14
    for period, found in sums.items():
        available, paid, free, *users, _ = (found[name] for name in MEASURES)
        ratios = [(paid, available), (paid + free, available), *((part, sum(users)) for part in users)]
        shown = {f"{part * 100 / whole:.1f}" for part, whole in ratios}
        assert not shown & REAL_DIGITS, period


def office_file(year):
    """The export read without our command: (rows of cells, labels of the columns)."""
    data = (EXPORT / f"use-令和{year}年度.csv").read_bytes()
    assert b"\r\n" in data and data.count(b"\n") == data.count(b"\r\n")
    rows = list(csv.reader(io.StringIO(data.decode("cp932"), newline=""), strict=True))
    assert len({len(row) for row in rows}) == 1
    assert "架空データ" in rows[0][0] and str(year) not in "".join(rows[0]) and rows[1][-1].startswith("（単位")
    top, label = rows[2], ""
    labels = []
    for place, second in enumerate(rows[3]):
        label = top[place] or label
        labels.append((label, second))
    return rows[4:], labels


def office_number(cell):
    if cell in ("－", "…"):
        return None
    return -int(cell[1:].replace(",", "")) if cell.startswith("△") else int(cell.replace(",", ""))


@pytest.mark.parametrize("year", [4, 5, 6, 7])
def test_both_forms_hold_the_same_cells(year):
    rows, labels = office_file(year)
    cells, ward, sums, seen_signs = {}, "", defaultdict(int), set()
    for row in rows:
        if row[0].startswith(("（注）", "　　　", "資料")):
            continue
        ward = row[0] or ward
        seen_signs |= {cell[0] for cell in row[2:] if not cell[0].isdigit()}
        for label, cell in zip(labels[2:], row[2:]):
            value = office_number(cell)
            if row[0] == "合計":
                assert value == sums["", label], ("total", label)
            elif row[1] == "小計":
                assert (value or 0) == sums[ward, label], (ward, label)
            else:
                sums[ward, label] += value or 0
                sums["", label] += value or 0
                if label[0] == "年度計":
                    assert (value or 0) == sums.pop((row[1], label[1]), 0), (row[1], label)
                else:
                    cells[row[1], label] = value if value is not None else cell
                    sums[row[1], label[1]] += value or 0
    expected = {}
    for row in tidy():
        calendar, month = map(int, row["年月"].split("-"))
        if calendar - (month < 4) == 2018 + year:
            for name in MEASURES:
                value = number(row[name])
                expected[row["市民センター"], (f"{month}月", name)] = value if value is not None else row[name]
    assert cells == expected and len(cells) > 5000
    assert seen_signs >= {"△", "－", "…"}


def test_every_output_says_fictional(shihyo, tmp_path):
    asked = ["aggregate", "mihon-centres/use", "--datasets", DATASETS, "--by", "区", "--sum", "利用可能コマ数"]
    assert shihyo(*asked, "--lang", "ja")[1].decode().startswith("【架空データ】\n")
    assert shihyo(*asked, "--lang", "en")[1].decode().startswith("[Fictional data (架空データ)]\n")
    assert json.loads(shihyo(*asked, "-f", "json")[1])["notice"]["ja"] == "架空データ"
    for flags, heading in ((["-f", "csv"], "notice"), (["-f", "csv", "--excel", "--lang", "ja"], "断り書き")):
        records = list(csv.DictReader(io.StringIO(shihyo(*asked, *flags)[1].decode("utf-8-sig"))))
        assert len(records) == 7 and all(record[heading] == "架空データ" for record in records)
    listed = list(csv.DictReader(io.StringIO(shihyo("datasets", "--datasets", DATASETS, "-f", "csv")[1].decode())))
    assert all(("架空データ" in row["title"]) == row["name"].startswith("mihon") for row in listed) and len(listed) > 15
    for command in ("check", "describe"):
        found = shihyo(command, "mihon-centres/use", "--datasets", DATASETS, "--lang", "ja")
        assert found[0] == 0 and found[1].decode().startswith("【架空データ】\n"), command
    for name in ("use.csv", "datapackage.json", "SOURCE.md"):
        (tmp_path / "data" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "data" / name).write_bytes((TIDY / name).read_bytes())
    (tmp_path / "data" / "profiles").mkdir()
    (tmp_path / "data" / "profiles" / "mihon.json").write_bytes((DATASETS / "profiles" / "mihon.json").read_bytes())
    draft = tmp_path / "data" / "draft.json"
    assert shihyo("describe", tmp_path / "data" / "use.csv", "--write", draft)[0] == 0
    assert json.loads(draft.read_text("utf-8"))["shihyo"]["notice"]["ja"] == "架空データ"
    by_path = shihyo("aggregate", TIDY / "use.csv", "--count", "--lang", "ja")[1].decode()
    assert by_path.startswith("【架空データ】\n")


def test_fictional_and_real_figures_never_share_a_table(shihyo, tmp_path):
    other = tmp_path / "use.csv"
    other.write_bytes((TIDY / "use.csv").read_bytes())
    for inputs in ([TIDY / "use.csv", other], [other, TIDY / "use.csv"]):
        code, output, error = shihyo("aggregate", *inputs, "--count")
        assert (code, output) == (64, b"") and "input.mixed-notices" in error and str(other) in error
    code, output, error = shihyo(
        "ranks", "kitakyushu-issue-ranks", "--datasets", DATASETS, "--previous", TIDY / "use.csv", "--key", "局名,番号"
    )
    assert (code, output) == (64, b"") and "input.mixed-notices" in error


QUERIES = [
    ["--count", *(word for name in MEASURES for word in ("--sum", name))],
    ["--by", "区", "--count", *(word for name in MEASURES for word in ("--sum", name))],
    ["--by", "区,年月:quarter", "--sum", "60歳以上", "--sum", "29歳以下"],
    ["--by", "年月", "--sum", "登録団体増減", "--min", "登録団体増減", "--max", "利用可能コマ数"],
    ["--by", "市民センター", "--count", "--sum", "無償利用コマ数", "--mean", "30～59歳"],
    ["--by", "市民センター,年月:half", "--where", "区=己区|庚区", "--sum", "有償利用コマ数"],
    ["--by", "区", "--where", "年月>=2023-10", "--where", "利用可能コマ数>300", "--count", "--median", "29歳以下"],
    ["--by", "年月:fiscal-year", "--ratio", "share:sum(有償利用コマ数)+sum(無償利用コマ数)/sum(利用可能コマ数)"],
    ["--by", "年月:quarter", "--ratio", "share:sum(有償利用コマ数)/sum(利用可能コマ数)", "--digits", "1", "--excel"],
    ["--by", "区,年月:calendar-year", "--quantile", "0.25:利用可能コマ数", "--distinct", "登録団体増減"],
]


@pytest.mark.parametrize("query", QUERIES, ids=[str(number) for number in range(1, len(QUERIES) + 1)])
def test_both_forms_give_the_same_bytes(shihyo, query):
    office = sorted(EXPORT.glob("use-*.csv"))
    assert len(office) == 4
    code, expected, _ = shihyo("aggregate", TIDY / "use.csv", *query, "-f", "csv")
    assert code == 0 and expected.count(b"\n") > 1
    code, found, error = shihyo("aggregate", *office, *query, "-f", "csv")
    assert code == 0, error
    assert found == expected


def test_a_year_of_both_forms_by_name(shihyo):
    asked = ["--datasets", DATASETS, "--by", "区,年月", "--sum", "無償利用コマ数", "-f", "csv"]
    expected = shihyo("aggregate", "mihon-centres/use", *asked, "--where", "年月=令和6年度")[1]
    code, found, _ = shihyo("aggregate", "mihon-centres-export/r6", *asked)
    assert code == 0 and found == expected and found.count(b"\n") == 1 + 7 * 12


def test_users_by_age_are_the_same_cells(shihyo):
    totals = [sum(number(row[name]) or 0 for row in tidy()) for name in MEASURES[3:6]]
    asked = ["--datasets", DATASETS, "--of", "利用者数", "--over", "年齢区分", "--brackets", "0-29,30-59,60+", "-f", "csv"]
    code, found, error = shihyo("shares", "mihon-centres/users", *asked)
    assert code == 0, error
    rows = list(csv.DictReader(io.StringIO(found.decode())))
    assert [row["年齢区分"] for row in rows] == ["Y0T29", "Y30T59", "Y_GE60", "total"]
    assert [int(row["sum(利用者数)"]) for row in rows] == [*totals, sum(totals)]
    assert {row["notice"] for row in rows} == {"架空データ"}


def test_check_of_the_export_finds_its_totals_right(shihyo):
    for year in (4, 5, 6, 7):
        code, found, error = shihyo("check", f"mihon-centres-export/r{year}", "--datasets", DATASETS)
        assert code == 0, found.decode() + error
