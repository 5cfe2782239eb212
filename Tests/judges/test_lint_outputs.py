"""Our own CSV output passes the ministry's check items that can apply to CSV (`check --lint`)."""

import csv
import io

import pytest
from command_output import spell
from conftest import ROOT

DATASETS = ["--datasets", str(ROOT / "datasets")]
BOTH = ["--reports", str(ROOT / "reports"), *DATASETS]
PUBLISHED = [str(path) for path in sorted((ROOT / "reports").glob("*/published/*/*/*.csv"))]
CASES = ROOT / "Tests" / "cases"
EDITIONS = ROOT / "reports" / "quarterly-mihon" / "published" / "FY2025Q2"

# Every command that prints figures or rows, over data whose own cells pass.
COMMANDS = [
    ["describe", "mihon-centres/use", *DATASETS],
    ["check", "mihon-centres/use", *DATASETS],
    ["aggregate", "mihon-centres/use", "--by", "区", "--count", "--sum", "有償利用コマ数", "--mean", "29歳以下", *DATASETS],
    ["aggregate", "mihon-centres/use", "--by", "区,年月:quarter", "--ratio",
     "share:sum(有償利用コマ数)/sum(利用可能コマ数)", "--median", "60歳以上", "--distinct", "市民センター", *DATASETS],
    ["shares", "kitakyushu-issue-ranks", "--over", "ランク", "--by", "局名", *DATASETS],
    ["trend", "mihon-centres/use", "--measure", "sum(有償利用コマ数)", "--time", "年月", "--grain", "quarter", "--by", "区",
     "--compare", "previous,year-ago,index,moving", *DATASETS],
    ["trend", "mihon-centres/use", "--measure", "sum(有償利用コマ数)", "--time", "年月", "--grain", "month", "--test", *DATASETS],
    ["trend", CASES / "trend-contributions" / "input.csv", "--measure", "sum(数)", "--time", "年度:fiscal-year", "--by",
     "部", "--compare", "previous,contribution"],
    ["survey", CASES / "survey-several-answers" / "input.csv", "--question", "理由"],
    ["survey", CASES / "survey-several-answers" / "input.csv", "--question", "理由", "--multiple", ";", "--interval"],
    ["reports", "--reports", str(ROOT / "reports")],
    ["verify", *BOTH],
    ["compare", CASES / "compare-as-csv" / "old.csv", CASES / "compare-as-csv" / "new.csv", "--key", "番号"],
    ["compare", CASES / "compare-versions" / "old.csv", CASES / "compare-versions" / "new.csv", "--key", "番号"],
    ["compare", EDITIONS / "1", EDITIONS / "2"],
    ["ranks", CASES / "ranks-previous-spellings" / "now.csv", "--previous",
     CASES / "ranks-previous-spellings" / "before.csv", "--key", "番号"],
    ["check", CASES / "disclosure-audit" / "published.csv", "--disclosure", "5", "--by", "区,年齢", "--of", "人数"],
    ["aggregate", "mihon-centres/use", "--by", "区,年月:quarter", "--sum", "有償利用コマ数", "--total", *DATASETS],
    ["ranks", "kitakyushu-issue-ranks", *DATASETS],
    ["datasets", *DATASETS],
    ["report", "quarterly-mihon", *BOTH],
    ["explain", "quarterly-mihon/rates/use.rate.all@FY2025Q2", *BOTH],
    ["explain", "quarterly-mihon/rates/use.rate.all@FY2025Q2", "--all", *BOTH],
    ["compare", "kitakyushu-issue-ranks", "kitakyushu-issue-ranks", *DATASETS],
]


def lint(run, path):
    """(line, column name, code, text) of every finding of the lint."""
    code, output, error = run("check", str(path), "--lint", "-f", "csv", "-q")
    assert code in (0, 1), error
    rows = csv.DictReader(io.StringIO(output.decode("utf-8"), newline=""))
    return [(row["line"], row["name"], row["code"], row["text"]) for row in rows if row["code"].startswith("lint.")]


# What a paper or a register quotes as its definition or its data spell it: times in eras, 同上, 同左, ①.
QUOTED = {
    "known-figures": {"lint.era-only", "lint.omitted-name", "lint.machine-dependent"},
    "meeting": {"lint.era-only"},
    "quarterly": {"lint.omitted-name"},
    "quarterly-mihon": set(),
}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(str(word).split("/")[-1] for word in command[:4]))
def test_output_passes_the_lint(command, shihyo, tmp_path):
    code, output, error = shihyo(*command, "-f", "csv")
    assert code in (0, 1) and output, f"$ {spell(command)}\nexit code {code}\n{error}"
    path = tmp_path / "output.csv"
    path.write_bytes(output)
    assert lint(shihyo, path) == [], spell(command)


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: "/".join(path.split("/")[-5:]))
def test_published_tables_break_what_they_quote_only(path, shihyo):
    report = path.split("/")[-5]
    allowed = QUOTED[report] if path.endswith("report.csv") else set()
    assert {finding[2] for finding in lint(shihyo, path)} <= allowed


@pytest.mark.parametrize("report", QUOTED)
def test_reports_break_what_they_quote_only(report, shihyo, tmp_path):
    code, output, error = shihyo("report", report, *BOTH, "-f", "csv")
    assert code == 0, error
    path = tmp_path / "report.csv"
    path.write_bytes(output)
    assert {finding[2] for finding in lint(shihyo, path)} <= QUOTED[report]


def test_a_register_quotes_its_times_only(shihyo, tmp_path):
    code, output, error = shihyo("register", "mihon-issues", *DATASETS, "-f", "csv")
    assert code == 0, error
    path = tmp_path / "register.csv"
    path.write_bytes(output)
    found = lint(shihyo, path)
    assert {code for _, _, code, _ in found} <= {"lint.era-only"}
    assert {name for _, name, _, _ in found} <= {"as-of", "old-as-of", "new-as-of"}


def test_standard_input_is_linted_as_a_file(shihyo, tmp_path):
    text = "区,件数,金額\n甲,\"1,200\",5\n乙,約30,6\n"
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    code, output, error = shihyo("check", "-", "--lint", "-f", "csv", "-q", stdin=text.encode())
    assert code == 0, error
    rows = csv.DictReader(io.StringIO(output.decode("utf-8"), newline=""))
    found = [(row["line"], row["name"], row["code"], row["text"]) for row in rows if row["code"].startswith("lint.")]
    assert found == lint(shihyo, path) and len(found) == 3


# What people say of real files: (file, flags, code, how many at least, how many at most).
REAL = [
    ("yaizu-traffic-accident-2021.csv", [], "lint.layout-space", 5, 5),
    ("yaizu-traffic-accident-2021.csv", [], "lint.no-unit", 0, 0),
    ("yaizu-traffic-accident-2021.csv", [], "lint.several-values", 0, 0),
    ("yaizu-traffic-accident-2021.csv", [], "lint.era-only", 0, 0),
    ("asahikawa-budget-2013.csv", [], "lint.no-unit", 1, 1),
    ("fukuoka-covid-daily.csv", [], "lint.foreign-mark", 14, 14),
    ("fukuoka-covid-daily.csv", [], "lint.number-with-text", 0, 0),
    ("takamatsu-population-202304-cp932.csv", [], "lint.mixed-marks", 0, 0),
    ("takamatsu-population-202304-cp932.csv", [], "lint.number-with-text", 0, 0),
    ("ssdse-a-2022.csv", ["--header-rows", "3"], "lint.number-with-text", 0, 0),
    ("ssdse-a-2022.csv", ["--header-rows", "3"], "lint.era-only", 0, 0),
    ("ssdse-a-2022.csv", ["--header-rows", "3"], "lint.short-area-name", 0, 0),
    ("takamatsu-city-tax-r2.csv", ["--skip-lines", "6", "--skip-after-header", "2"], "lint.blank-row", 0, 0),
    ("takamatsu-city-tax-r2.csv", ["--skip-lines", "6", "--skip-after-header", "2"], "lint.mixed-marks", 0, 0),
    ("takamatsu-childcare.csv", ["--skip-lines", "6", "--skip-after-header", "2"], "lint.blank-row", 1, 1),
    ("takamatsu-childcare.csv", ["--skip-lines", "6", "--skip-after-header", "2"], "lint.machine-dependent", 1, 60),
    ("takamatsu-births-deaths-2020.csv", ["--skip-lines", "6", "--skip-after-header", "2"], "lint.second-table", 0, 0),
]


@pytest.mark.parametrize("name,flags,code,least,most", REAL, ids=lambda value: value if isinstance(value, str) else "")
def test_real_files(name, flags, code, least, most, shihyo, real_file):
    exit_code, output, error = shihyo("check", real_file(name), "--lint", "-f", "csv", "-q", *flags)
    assert exit_code in (0, 1), error
    rows = list(csv.DictReader(io.StringIO(output.decode("utf-8"), newline="")))
    found = [(row["line"], row["name"], row["text"]) for row in rows if row["code"] == code]
    assert least <= len(found) <= most, found[:20]
