"""Our own CSV output passes the ministry's check items that can apply to CSV (`check --lint`)."""

import csv
import io

import pytest
from command_output import spell
from conftest import ROOT

DATASETS = ["--datasets", str(ROOT / "datasets")]
BOTH = ["--reports", str(ROOT / "reports"), *DATASETS]
LEDGERS = [str(path) for path in sorted((ROOT / "reports").glob("*/published/*/*/figures.csv"))]

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


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command[:3]))
def test_output_passes_the_lint(command, shihyo, tmp_path):
    code, output, error = shihyo(*command, "-f", "csv")
    assert code in (0, 1) and output, f"$ {spell(command)}\nexit code {code}\n{error}"
    path = tmp_path / "output.csv"
    path.write_bytes(output)
    assert lint(shihyo, path) == [], spell(command)


@pytest.mark.parametrize("path", LEDGERS, ids=lambda path: path.split("/")[-4])
def test_published_ledgers_pass_the_lint(path, shihyo):
    assert lint(shihyo, path) == []


def test_the_meeting_paper_breaks_one_item_only(shihyo, tmp_path):
    """It repeats the times of the register as they are written there."""
    code, output, error = shihyo("report", "meeting", *BOTH, "-f", "csv")
    assert code == 0, error
    path = tmp_path / "report.csv"
    path.write_bytes(output)
    assert {finding[1:] for finding in lint(shihyo, path)} <= {("時点", "lint.era-only", "令和7年12月")}


def test_the_quarterly_paper_breaks_one_item_only(shihyo, tmp_path):
    """Its definition says 同上 in the column of times, as the printed paper does."""
    code, output, error = shihyo("report", "quarterly", *BOTH, "-f", "csv")
    assert code == 0, error
    path = tmp_path / "report.csv"
    path.write_bytes(output)
    assert {finding[1:] for finding in lint(shihyo, path)} <= {("as-of", "lint.omitted-name", "同上")}
