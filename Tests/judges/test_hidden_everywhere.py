"""A hidden figure is hidden in every format: what the same command prints without `--disclosure` in those places is looked for, byte by
byte, in all that it writes with it.

Counts are made long and different, so that a hidden one that is found was told, not met by chance.
"""

import csv
import io
import json
import random
import re
import shutil
import zipfile

import pytest

MONTHS = ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06"]
WARDS = ["甲", "乙", "丙", "丁"]
AGES = ["若", "中", "老"]
PACKAGE = """{"name": "talks", "resources": [{"name": "talks", "path": "talks.csv", "schema": {"fields": [
  {"name": "月", "type": "yearmonth"}, {"name": "区", "type": "string"}, {"name": "年齢", "type": "string"},
  {"name": "人数", "type": "integer"}]}}]}"""
METRICS = """metrics:
  talks:
    label: {ja: 相談者数, en: People}
    kind: sum
    of: sum(人数)
    time: 月
    disclosure: RULE
  talks.old:
    label: {ja: 老の割合, en: Old}
    kind: share
    numerator: sum(人数)
    numerator-where: 年齢=老
    denominator: sum(人数)
    time: 月
    disclosure: RULE
"""
REPORT = """title: 相談
lang: ja
period: 2024-06
datasets: talks
sections:
  - id: all
    title: 全体
    blocks:
      - sentence: "相談は{talks}、前月比{talks:previous}、老は{talks.old}。"
      - table: {metrics: [talks, talks.old], by: 区, across: periods, periods: [previous, period]}
      - table: {name: months, metrics: talks, across: periods, periods: last-6, compare: [previous]}
      - chart: {kind: line, name: by-month, title: 月別, table: months}
  - id: ages
    title: 年齢別
    blocks:
      - table: {metrics: talks, by: 区, across: 年齢, periods: [period]}
"""


def records(seed):
    """One small count in most wards, all others of five digits."""
    source = random.Random(seed)
    rows = []
    for month in MONTHS:
        for ward in WARDS:
            small = source.choice([*AGES, None])
            for age in AGES:
                rows.append((month, ward, age, source.randrange(1, 5) if age == small else source.randrange(10000, 99999)))
    return rows


def write(path, rows):
    lines = ["月,区,年齢,人数"] + [",".join(map(str, row)) for row in rows]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def spellings(number):
    """As a reader finds it: plain, grouped, and cut of trailing zeros."""
    text = str(number)
    whole, _, rest = text.partition(".")
    grouped = f"{int(whole):,}" if whole.lstrip("-").isdigit() else whole
    return {text, grouped + (f".{rest}" if rest else "")}


def is_telling(text):
    return text is not None and len(re.sub(r"[^0-9]", "", text)) >= 5


def texts(data):
    """All that a file holds, archives opened."""
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                # EMF drawings hold their labels in UTF-16.
                content = archive.read(name)
                yield content.decode("utf-16-le", "ignore") if name.endswith(".emf") else content.decode("utf-8", "replace")
    else:
        yield data.decode("utf-8", "replace")


def numbers_in(data):
    return {found for text in texts(data) for found in re.findall(r"[0-9][0-9,]*(?:\.[0-9]+)?", text)}


def check(data, secrets, context):
    found = numbers_in(data)
    for secret in secrets:
        assert not spellings(secret) & found, f"{context} tells {secret}"
        if "." in secret and len(secret) > 8:  # a quotient, cut anywhere behind its sixth digit
            assert not any(number.startswith(secret[:8]) for number in found), f"{context} tells {secret[:8]}…"


def figures(output):
    """Of every table: (table, keys, column) → figure of the JSON document."""
    found = {}
    for number, block in enumerate(json.loads(output)["blocks"]):
        if block["type"] != "table" or block["name"] in ("hidden-totals", "weights"):
            continue
        for row in block["rows"]:
            for column, figure in zip(block["values"], row["figures"]):
                found[block["name"] or number, tuple(row["keys"]), column["name"]] = figure
    return found


def parts(figure):
    return {figure.get(name) for name in ("value", "numerator", "denominator")}


DRAWS = range(1, 4)  # whole papers in every format: few of them, since each takes seconds
COMMANDS = {
    "aggregate": "aggregate talks.csv --by 区,年齢 --sum 人数 --total",
    "shares": "shares talks.csv --of 人数 --over 年齢 --by 区 --interval",
    "survey": "survey talks.csv --question 年齢 --count 人数 --by 区 --interval",
    "survey crossed": "survey talks.csv --question 年齢 --count 人数 --cross 区 --interval",
    "trend": "trend talks.csv --where 区=甲 --measure sum(人数) --time 月 --grain month --by 年齢 --total --test --compare "
    "previous,index,to-date,moving,contribution",
}
FORMATS = ["text", "csv", "json", "markdown", "html", "xlsx", "docx"]


def run(shihyo, folder, arguments, form):
    path = folder / f"out.{form}"
    if form in ("xlsx", "docx"):
        code, output, error = shihyo(*arguments, "-o", path, cwd=folder)
        assert code == 0, error
        output = path.read_bytes()
        path.unlink()
        return output + error.encode()
    code, output, error = shihyo(*arguments, "-f", form, cwd=folder)
    assert code == 0, error
    return output + error.encode()


@pytest.mark.parametrize("draw", DRAWS)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_format_of_a_command(shihyo, draw, command, tmp_path):
    rows = records(draw)
    if command.startswith(("survey", "aggregate", "shares")):
        rows = [row for row in rows if row[0] == MONTHS[draw % 6]]
    write(tmp_path / "talks.csv", rows)
    words = COMMANDS[command].split()
    hiding = [*words, "--disclosure", "5:人数" if command in ("aggregate", "trend") else "5"]
    code, masked, error = shihyo(*hiding, "-f", "json", "-q", cwd=tmp_path)
    assert code == 0, error
    _, plain, _ = shihyo(*words, "-f", "json", "-q", cwd=tmp_path)
    shown, true = figures(masked), figures(plain)
    hidden = [place for place, figure in shown.items() if "suppressed" in figure.get("marks", [])]
    known = set().union(*(parts(figure) for place, figure in shown.items() if place not in hidden))
    secrets = {part for place in hidden if place in true for part in parts(true[place]) if is_telling(part)} - known
    assert secrets, "nothing is hidden that can be looked for"
    for form in FORMATS:
        if form == "docx" and not (shutil.which("pandoc") and draw == 1):
            continue
        check(run(shihyo, tmp_path, hiding, form), secrets, f"draw {draw} {command} {form}")


def report(shihyo, folder, rule, seed):
    dataset, home = folder / "datasets" / "talks", folder / "reports" / "talks"
    dataset.mkdir(parents=True)
    home.mkdir(parents=True)
    (dataset / "datapackage.json").write_text(PACKAGE, "utf-8")
    (dataset / "metrics.yaml").write_text(METRICS.replace("RULE", rule), "utf-8")
    (home / "report.yaml").write_text(REPORT, "utf-8")
    write(dataset / "talks.csv", records(seed))
    words = ["report", "talks", "--datasets", "datasets", "--reports", "reports", "-o", "out"]
    code, _, error = shihyo(*words, *(["-f", "all"] if shutil.which("pandoc") else []), cwd=folder)
    assert code == 0, error
    ledger = csv.DictReader(io.StringIO((folder / "out" / "figures.csv").read_text("utf-8")))
    return {row["id"]: row for row in ledger}


@pytest.mark.parametrize("draw", DRAWS)
def test_every_file_of_a_report_and_its_explanations(shihyo, draw, tmp_path):
    plain = report(shihyo, tmp_path / "plain", "none", draw)
    folder = tmp_path / "masked"
    masked = report(shihyo, folder, "5", draw)
    assert plain.keys() == masked.keys()
    columns = ("printed", "numerator", "denominator", "n")
    hidden = [id for id, row in masked.items() if "suppressed" in row["marks"]]
    known = {row[c].replace(",", "") for id, row in masked.items() for c in columns if id not in hidden}
    secrets = {plain[id][c].replace(",", "") for id in hidden for c in columns} - known
    secrets = {secret for secret in secrets if is_telling(secret)}
    assert secrets, "nothing is hidden that can be looked for"
    files = [path for path in (folder / "out").rglob("*") if path.is_file()]
    assert {path.suffix for path in files} >= {".csv", ".json", ".html", ".md", ".xlsx"}
    for path in files:
        check(path.read_bytes(), secrets, f"draw {draw} {path.name}")
    # What explains a figure that is shown may not list a row that is hidden; all rows of a shown total can be.
    places = ["--datasets", "datasets", "--reports", "reports"]
    chosen = hidden[:: max(1, len(hidden) // 3)] + [id for id in masked if id not in hidden][:3]
    for id in chosen:
        for form in ("text", "json", "html"):
            code, output, error = shihyo("explain", id, *places, "-f", form, cwd=folder)
            assert code in (0, 65), error
            check(output + error.encode(), secrets, f"draw {draw} explain {id} {form}")
