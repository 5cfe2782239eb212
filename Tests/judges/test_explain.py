"""`explain --all` against the files themselves: every row stands at its line, and the rows add up to the published ledger."""

import csv
import io
from decimal import Decimal

import pytest
from conftest import ROOT

FOLDERS = ["--reports", str(ROOT / "reports"), "--datasets", str(ROOT / "datasets")]
MIHON = ROOT / "reports" / "quarterly-mihon" / "published" / "FY2025Q2" / "1" / "figures.csv"


def ledger():
    with MIHON.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


SHARES = [id for id, row in ledger().items() if row["numerator"] and row["denominator"] and "区=" not in id][::4]


@pytest.mark.parametrize("id", SHARES)
def test_rows_of_a_share_give_its_numerator_and_denominator(id, shihyo):
    code, output, error = shihyo("explain", id, "--all", "-f", "csv", *FOLDERS)
    assert code == 0, error
    rows = list(csv.DictReader(io.StringIO(output.decode("utf-8"), newline="")))
    sums = {}
    for row in rows:
        sums[row["part"]] = sums.get(row["part"], Decimal(0)) + Decimal(row["amount"] or 0)
    figure = ledger()[id]
    if ".change." in id or ".points." in id:
        # 増減: what the ledger calls numerator and denominator are the two periods.
        now = sum(value for part, value in sums.items() if part.startswith("now-"))
        before = sum(value for part, value in sums.items() if part.startswith("before-"))
        assert (now, before) == (Decimal(figure["numerator"]), Decimal(figure["denominator"]))
    else:
        assert [sums["numerator"], sums["denominator"]] == [Decimal(figure["numerator"]), Decimal(figure["denominator"])]


def test_every_row_stands_at_its_line(shihyo):
    code, output, error = shihyo("explain", "quarterly-mihon/rates/use.rate.paid@FY2025Q2", "--all", "-f", "csv", *FOLDERS)
    assert code == 0, error
    lines = (ROOT / "datasets" / "mihon-centres" / "use.csv").read_text(encoding="utf-8").split("\n")
    header = lines[0].split(",")
    rows = list(csv.DictReader(io.StringIO(output.decode("utf-8"), newline="")))
    assert len(rows) == 780
    for row in rows:
        record = dict(zip(header, lines[int(row["line"]) - 1].split(",")))
        assert record["市民センター"] == row["市民センター"] and record["年月"] == row["年月"]
        column = "有償利用コマ数" if row["part"] == "numerator" else "利用可能コマ数"
        assert row[column] == record[column]
        # The descriptor says `nil: zero`.
        assert row["amount"] == ("0" if record[column] == "－" else record[column])
