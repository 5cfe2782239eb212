"""A report whose metrics are of people: what the paper and its ledger hide cannot be worked out from what they show."""

import csv
import io
import random

import pytest
from statsmodels.stats.proportion import proportion_confint

METRICS = """metrics:
  talks:
    label: {ja: 相談者数, en: People}
    kind: sum
    of: sum(人数)
    time: 月
    disclosure: 5
  talks.online:
    label: {ja: オンラインの割合, en: Online}
    kind: share
    numerator: sum(人数)
    numerator-where: 方法=オンライン
    denominator: sum(人数)
    time: 月
    disclosure: 5
"""
REPORT = """title: 相談
lang: ja
period: FY2024Q1
datasets: talks
sections:
  - id: all
    title: 全体
    blocks:
      - sentence: "相談は{talks}、前期比{talks:previous}、オンラインは{talks.online}。"
      - table: {metrics: [talks, talks.online], by: 区, across: periods, periods: [period]}
  - id: ages
    title: 年齢別
    blocks:
      - table: {metrics: talks, by: 区, across: 年齢, periods: [period]}
"""
PACKAGE = """{"name": "talks", "resources": [{"name": "talks", "path": "talks.csv", "schema": {"fields": [
  {"name": "月", "type": "yearmonth"}, {"name": "区", "type": "string"}, {"name": "年齢", "type": "string"},
  {"name": "方法", "type": "string"}, {"name": "人数", "type": "integer"}]}}]}"""


def make(folder, seed):
    random.seed(seed)
    dataset = folder / "datasets" / "talks"
    dataset.mkdir(parents=True)
    (dataset / "datapackage.json").write_text(PACKAGE, "utf-8")
    (dataset / "metrics.yaml").write_text(METRICS, "utf-8")
    report = folder / "reports" / "talks"
    report.mkdir(parents=True)
    (report / "report.yaml").write_text(REPORT, "utf-8")
    lines = ["月,区,年齢,方法,人数"]
    for month in ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06"]:
        for ward in ["甲", "乙", "丙", "丁"]:
            for age in ["若", "中", "老"]:
                for method in ["オンライン", "窓口"]:
                    lines.append(f"{month},{ward},{age},{method},{max(0, random.randrange(-6, 4))}")
    (dataset / "talks.csv").write_text("\n".join(lines) + "\n", "utf-8")


def test_a_ledger_hides_what_it_must_and_nothing_tells_it(shihyo, seed, tmp_path):
    make(tmp_path, seed)
    arguments = ["report", "talks", "--datasets", "datasets", "--reports", "reports", "-o", "out"]
    code, output, error = shihyo(*arguments, cwd=tmp_path)
    assert code == 0, error
    ledger = list(csv.DictReader(io.StringIO((tmp_path / "out" / "figures.csv").read_text("utf-8"))))
    hidden = [row for row in ledger if "suppressed" in row["marks"]]
    for row in hidden:
        assert row["printed"] == row["numerator"] == row["denominator"] == row["n"] == ""
        assert "秘匿" in row["definition"] or ".change." in row["id"]
    for row in ledger:
        if row["id"].split("/")[2].startswith("talks@") and row not in hidden:
            assert not 0 < int(row["printed"]) < 5, row
        if "talks.online@" in row["id"] and row not in hidden:
            part, base = int(row["numerator"]), int(row["denominator"])
            assert not 0 < part < 5 and not 0 < base - part < 5 and not 0 < base < 5, row
    code, output, error = shihyo("check", "out/figures.csv", "--disclosure", "5", cwd=tmp_path)
    assert code == 0, output.decode() + error


def test_the_paper_hides_what_its_ledger_hides(shihyo, seed, tmp_path):
    make(tmp_path, seed)
    arguments = ["report", "talks", "--datasets", "datasets", "--reports", "reports"]
    code, output, error = shihyo(*arguments, "-f", "csv", "-q", cwd=tmp_path)
    assert code == 0, error
    rows = list(csv.DictReader(io.StringIO(output.decode("utf-8"))))
    hidden = 0
    for row in rows:
        for entry in filter(None, (row.get("marks") or "").split("|")):
            column, words = entry.split(":", 1)
            if "suppressed" in words:
                hidden += 1
                assert row[column.replace("%3A", ":")] == ""
    code, output, error = shihyo(*arguments, "--lang", "ja", cwd=tmp_path)
    assert (hidden == 0) or "5未満の数（0を除く）は示さない" in output.decode()


@pytest.mark.parametrize("threshold", ["1", "many", "-3"])
def test_a_threshold_that_is_none(shihyo, threshold, tmp_path):
    make(tmp_path, 1)
    metrics = tmp_path / "datasets" / "talks" / "metrics.yaml"
    metrics.write_text(METRICS.replace("disclosure: 5", f"disclosure: {threshold}"), "utf-8")
    code, output, error = shihyo("report", "talks", "--datasets", "datasets", "--reports", "reports", cwd=tmp_path)
    assert code == 65 and "disclosure" in error


SENTENCE = """title: 相談
lang: ja
period: 2024-06
datasets: talks
sections:
  - id: all
    title: 全体
    blocks:
      - sentence: "オンラインは{talks.online}（{talks.online:lower}～{talks.online:upper}）。相談は{talks@last-6:trend}。"
"""


def test_intervals_and_trends_in_sentences(shihyo, seed, tmp_path):
    make(tmp_path, seed)
    metrics = tmp_path / "datasets" / "talks" / "metrics.yaml"
    metrics.write_text(METRICS.replace("disclosure: 5", "disclosure: none"), "utf-8")
    (tmp_path / "reports" / "talks" / "report.yaml").write_text(SENTENCE, "utf-8")
    arguments = ["report", "talks", "--datasets", "datasets", "--reports", "reports", "-o", "out"]
    code, output, error = shihyo(*arguments, cwd=tmp_path)
    assert code == 0, error
    ledger = list(csv.DictReader(io.StringIO((tmp_path / "out" / "figures.csv").read_text("utf-8"))))
    found = {row["id"].split("/")[2]: row for row in ledger}
    share = found["talks.online@2024-06"]
    low, high = proportion_confint(int(share["numerator"]), int(share["denominator"]), method="wilson")
    assert abs(float(found["talks.online.lower@2024-06"]["printed"]) - 100 * low) < 0.051
    assert abs(float(found["talks.online.upper@2024-06"]["printed"]) - 100 * high) < 0.051
    assert found["talks.trend@2024-06"]["printed"].startswith("同じ季節（毎年の同じ月や四半期、同じ曜日）の値が多くて1個で、短すぎて")
    package = tmp_path / "datasets" / "talks" / "datapackage.json"
    package.write_text(PACKAGE.replace('"path": "talks.csv",', '"path": "talks.csv", "shihyo": {"method": "full-count"},'))
    code, output, error = shihyo(*arguments, cwd=tmp_path)
    assert code == 65 and "report.no-interval" in error
    # Shares of money have none, however the data came together.
    package.write_text(PACKAGE.replace('"name": "人数", "type": "integer"', '"name": "人数", "type": "integer", "shihyo": {"unit": "千円"}'))
    code, output, error = shihyo(*arguments, cwd=tmp_path)
    assert code == 65 and "report.no-interval" in error and "it is no share of counts" in error
