"""The same bad tables in every format: nothing breaks, nothing runs, nothing is cut without a sign; each read back by its reader."""

import csv
import io
import json
import re
import subprocess
import unicodedata

import openpyxl
import pytest
from browser import Browser
from office import pandoc_tables, pandoc_tree

FORMATS = ["text", "csv", "markdown", "html", "json", "xlsx", "docx"]
LABELS = [
    "<script>alert(1)</script>", "**太字** [押す](javascript:alert(2)) | x", "=1+1", "@SUM(A1)", "-3", "\\textbf{x}",
    "a\x1b[31mb\x07", "a\u202eb", "長" * 200, "W" * 200, "\u0301結合", "𠮷👨‍👩‍👧",
]


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    browser = Browser(tmp_path_factory.mktemp("chromium"))
    page = browser.page()
    yield page
    page.close()
    browser.close()


def visible(text):
    return text.replace("\u202e", "<U+202E>").replace("\x1b", "␛").replace("\x07", "␇")


def flat(text):
    return unicodedata.normalize("NFC", re.sub(r"\s", "", text))


def rows_of(kind, path, page, tables=1):
    """Every body row of the first tables as texts; None for formats that are not rows (text)."""
    if kind == "csv":
        return list(csv.reader(io.StringIO(path.read_text("utf-8"), newline="")))[1:]
    if kind == "json":
        table = next(block for block in json.loads(path.read_text("utf-8"))["blocks"] if block["type"] == "table")
        return [
            [label["ja"] for label in row["labels"]] + [figure["printed"]["ja"] for figure in row["figures"]]
            for row in table["rows"]
        ]
    if kind == "xlsx":
        sheet = openpyxl.load_workbook(path).worksheets[0]
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
        return [[str(cell.value if cell.value is not None else "") for cell in row] for row in sheet.iter_rows(min_row=2)]
    if kind == "docx":
        return bodies(pandoc_tables(pandoc_tree(path))[:tables])
    if kind == "markdown":
        done = subprocess.run(["pandoc", "-f", "gfm", "-t", "json", str(path)], capture_output=True, check=True, timeout=60)
        return bodies(pandoc_tables(json.loads(done.stdout))[:tables])
    if kind == "html":
        page.open(path, width=390)
        assert page.evaluate("document.querySelectorAll('script,img,iframe,a,link').length") == 0
        assert page.complaints() == []
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
        return page.evaluate(
            f"[...document.querySelectorAll('main table')].slice(0, {tables}).flatMap(t => [...t.tBodies[0].rows])"
            ".map(r => [...r.cells].map(c => c.textContent))"
        )
    return None


def bodies(tables):
    return [row for table in tables for row in table[1:]]


def run(shihyo, folder, table, *arguments, kind):
    source, target = folder / "in.csv", folder / ("out." + {"text": "txt", "markdown": "md"}.get(kind, kind))
    with source.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(table)
    code, _, error = shihyo(*[source if word == "IN" else word for word in arguments], "-o", target, "--lang", "ja")
    assert code == 0, error
    assert target.stat().st_size > 0
    if kind in ("text", "markdown", "csv"):
        text = target.read_text("utf-8")
        assert not [sign for sign in text if unicodedata.category(sign) == "Cc" and sign not in "\n\r"] or kind == "csv"
    return target


@pytest.mark.parametrize("kind", FORMATS)
def test_hostile_and_long_texts(shihyo, page, tmp_path, kind):
    table = [["=区", "値"]] + [[label, number] for number, label in enumerate(LABELS, 1)]
    path = run(shihyo, tmp_path, table, "aggregate", "IN", "--by", "=区", "--sum", "値", "--order", "label", kind=kind)
    rows = rows_of(kind, path, page)
    if rows is None:
        shown = flat(path.read_text("utf-8"))
        for label in LABELS:
            # Long texts go on in further lines, between which the numbers stand.
            assert flat(visible(label))[:30] in shown, label
        assert shown.count("長") == 200 and shown.count("W") == 200
        return
    raw = kind in ("csv", "json")
    names = [unicodedata.normalize("NFC", label if raw else visible(label)) for label in LABELS]
    found = {unicodedata.normalize("NFC", row[0].replace("_x005F_", "_")).removeprefix("'"): row[1] for row in rows}
    for number, name in enumerate(names, 1):
        assert found.get(name) == str(number), (name, sorted(found))


OUTSIDE = """[...document.querySelectorAll('svg')].flatMap(s => [...s.querySelectorAll('text')].filter(e => {
  const b = e.getBoundingClientRect(), o = s.getBoundingClientRect();
  return b.right > o.right + 0.5 || b.left < o.left - 0.5 }).map(e => e.textContent))"""


@pytest.mark.parametrize("signs", [LABELS, ["\x1b" * 20, "\u202e" * 9, "W" * 12, "@%M" * 4, "<+=>~" * 3, "mw" * 9]],
                         ids=["hostile", "wide"])  # fmt: skip
def test_labels_of_charts_are_whole(shihyo, page, tmp_path, signs):
    table = [["区分"]] + [[sign] for number, sign in enumerate(signs, 1) for _ in range(number)]
    path = run(shihyo, tmp_path, table, "shares", "IN", "--over", "区分", kind="html")
    for width, media in [(1100, ""), (390, ""), (688, "print")]:
        page.open(path, width=width, media=media)
        assert page.evaluate("document.querySelectorAll('svg').length") == 1
        assert page.evaluate(OUTSIDE) == []


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("columns", [0, 60])
def test_sixty_columns_or_none(shihyo, page, tmp_path, kind, columns):
    names = [f"列{number}" for number in range(columns)]
    table = [["区", *names]] + [[f"区{row}", *[row * 1000 + place for place in range(columns)]] for row in range(1, 4)]
    sums = [word for name in names for word in ("--sum", name)] or ["--count"]
    path = run(shihyo, tmp_path, table, "aggregate", "IN", "--by", "区", *sums, kind=kind)
    rows = rows_of(kind, path, page, tables=20)
    wanted = [3000 + place for place in range(columns)]
    if rows is None:
        shown = path.read_text("utf-8")
        assert all(f"{number:,}" in shown for number in wanted)
        return
    assert [row[0] for row in rows][:3] == ["区1", "区2", "区3"]
    # Some formats cut the table into parts of a page's width, each with the labels of the rows.
    cells = [cell.replace(",", "") for row in rows if row[0] == "区3" for cell in row[1:]]
    assert cells[:columns] == [str(number) for number in wanted]
    if kind in ("html", "docx", "markdown"):
        assert len(cells) == max(1, columns), cells


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("rows", [[], [["2025-04", "…"], ["2025-05", "…"]], [["2025-04", "5"]], [["2025-04", "1"], ["2025-05", "9" * 18]]],
                         ids=["no-rows", "all-missing", "one-period", "beyond-the-chart"])  # fmt: skip
def test_series_without_much_to_draw(shihyo, page, tmp_path, kind, rows):
    if rows:
        arguments = ["trend", "IN", "--measure", "sum(値)", "--time", "月", "--grain", "month"]
    else:
        arguments = ["aggregate", "IN", "--by", "月", "--sum", "値"]
    path = run(shihyo, tmp_path, [["月", "値"], *rows], *arguments, kind=kind)
    if kind == "docx":
        pandoc_tree(path)
    text = path.read_bytes().decode("utf-8", "replace")
    assert "NaN" not in text and "inf" not in re.sub(r"[a-z]inf|inf[a-z]", "", text) or kind in ("xlsx", "docx")
    found = rows_of(kind, path, page)
    if found is None or not rows:
        return
    cells = [[cell.replace(",", "") for cell in row] for row in found]
    assert all(any(row[1] in cell for cell in cells[place]) or row[1] == "…" for place, row in enumerate(rows)), cells
    assert all("0" not in row[1:2] for row in cells), "what is missing is not 0"


def test_a_font_that_is_not_there(binary, root, page, tmp_path):
    """Every font of the page is unknown: what the browser takes instead still fits the page and the charts."""
    subprocess.run(
        [str(binary), "report", "quarterly-mihon", "-q", "-f", "html", "-o", tmp_path / "out"], cwd=root, check=True
    )
    for family in ("NoSuchFont", "NoSuchFont, monospace", "NoSuchFont, serif"):
        for width in (794, 390):
            page.open(tmp_path / "out" / "report.html", width=width)
            page.evaluate(
                f"document.head.insertAdjacentHTML('beforeend', '<style>*{{font-family:{family}!important}}</style>')"
            )
            assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
            outside = page.evaluate(
                """[...document.querySelectorAll('svg')].flatMap(s => [...s.querySelectorAll('text')].filter(e => {
                   const b = e.getBoundingClientRect(), o = s.getBoundingClientRect();
                   return b.right > o.right + 6 || b.left < o.left - 6 }).map(e => e.textContent))"""
            )
            assert outside == [], family


@pytest.mark.parametrize("text", ["7", "第三者評価による確認は済んでいる" * 4], ids=["digits", "sentences"])
def test_a_list_of_61_columns_on_paper(binary, page, tmp_path, text):
    """A `rows` block is cut like a table of figures: all cells are there, each part names its rows, nothing sticks out."""
    names = ["施設", *[f"項目{number}" for number in range(60)]]
    cells = [[f"{row}番館", *[f"{text}{row}の{column}" for column in range(60)]] for row in range(3)]
    (tmp_path / "datasets/wide").mkdir(parents=True)
    (tmp_path / "reports/wide").mkdir(parents=True)
    with open(tmp_path / "datasets/wide/wide.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([names, *cells])
    fields = [{"name": name, "type": "string"} for name in names]
    resource = {"name": "wide", "path": "wide.csv", "schema": {"fields": fields}}
    (tmp_path / "datasets/wide/datapackage.json").write_text(
        json.dumps({"name": "wide", "title": "広い表", "resources": [resource]}), "utf-8"
    )
    (tmp_path / "datasets/wide/SOURCE.md").write_text("架空\n", "utf-8")
    (tmp_path / "reports/wide/report.yaml").write_text(
        "title: 広い表\nlang: ja\ndatasets: [wide]\nsections:\n  - id: all\n    title: 一覧\n    blocks:\n"
        f"      - rows: {{dataset: wide, columns: '{','.join(names)}'}}\n",
        "utf-8",
    )
    command = [binary, "report", "wide", "-q", "--datasets", "datasets", "--reports", "reports", "-o", "out"]
    subprocess.run([*command, "-f", "html,docx"], cwd=tmp_path, check=True)
    page.open(tmp_path / "out/report.html", width=688, media="print")
    assert page.evaluate(
        """[...document.querySelectorAll('main *')].filter(e => !e.closest('.hidden') &&
           e.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5).length"""
    ) == 0
    shown = page.evaluate(
        "[...document.querySelectorAll('main table')].map(t => [...t.rows].map(r => [...r.cells].map(c => c.textContent)))"
    )
    for tables in (shown, pandoc_tables(pandoc_tree(tmp_path / "out/report.docx"))):
        assert len(tables) > 3
        for place, row in enumerate([names, *cells]):
            assert all(table[place][0] == row[0] for table in tables)
            assert [cell for table in tables for cell in table[place][1:]] == row[1:]
