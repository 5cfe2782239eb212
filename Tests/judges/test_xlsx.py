"""Workbooks: every figure digit for digit in openpyxl and in LibreOffice, nothing that runs, nothing merged, same bytes."""

import csv
import json
import zipfile
from xml.etree import ElementTree

import openpyxl
import pytest

from office import digits, libreoffice, sheets_as_shown, shown

PAPERS = ["quarterly", "meeting", "quarterly-mihon"]
PAYLOADS = [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠A1", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x","y")',
    "http://example.org/", "mailto:a@example.org", "internal:'A'!B1", "_x0041_", "&P", "<b>", "1E5", "0012", "5-9", "△5", "長" * 200,
]


@pytest.fixture(scope="module")
def papers(binary, root, tmp_path_factory):
    """Each paper once: its folder, with the workbook and what it is compared with."""
    import os
    import subprocess

    folder = tmp_path_factory.mktemp("papers")
    for name in PAPERS:
        command = [binary, "report", name, "-q", "-f", "xlsx,json", "-o", folder / name]
        subprocess.run([str(word) for word in command], cwd=root, check=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    return folder


def load(folder, name):
    book = openpyxl.load_workbook(folder / name / "report.xlsx")
    return book, json.loads((folder / name / "report.json").read_text(encoding="utf-8"))


def tables_of(book, document):
    """Each table of the document with its sheet: the sheets stand in its order."""
    sheets = [sheet for sheet in book if sheet.title.startswith("表") and sheet.title != "表紙"]
    tables = [block for block in document["blocks"] if block["type"] == "table"]
    assert len(sheets) == len(tables)
    return zip(sheets, tables)


@pytest.mark.parametrize("name", PAPERS)
def test_the_ledger_is_figures_csv(papers, name):
    book, _ = load(papers, name)
    with (papers / name / "figures.csv").open(encoding="utf-8", newline="") as file:
        expected = list(csv.DictReader(file))
    rows = list(book["数値根拠"].iter_rows(min_row=2))
    assert len(rows) == len(expected) > 10
    for cells, figure in zip(rows, expected):
        for cell, column in zip(cells, ["id", "printed", "unit", "numerator", "denominator", "n"]):
            assert (shown(cell) or "") == figure[column], figure["id"]


@pytest.mark.parametrize("name", PAPERS)
def test_every_figure_of_every_table(papers, name):
    book, document = load(papers, name)
    compared = 0
    for sheet, table in tables_of(book, document):
        assert sheet["A1"].value, sheet.title
        for number, row in enumerate(table["rows"], start=2):
            keys = len(row["keys"])
            for place, label in enumerate(row["labels"], start=1):
                assert (sheet.cell(number, place).value or "") == label["ja"], sheet.title
            for place, figure in enumerate(row["figures"], start=keys + 1):
                cell, printed = sheet.cell(number, place), figure["printed"]["ja"]
                if "id" in figure and figure["value"] is not None:
                    assert shown(cell) == digits(printed), (sheet.title, cell.coordinate)
                    assert isinstance(cell.value, (int, float))
                    compared += 1
                else:
                    assert (cell.value or "") == printed
    assert compared > 10


@pytest.mark.parametrize("name", PAPERS)
def test_libreoffice_shows_the_same_digits(papers, name, tmp_path):
    book, document = load(papers, name)
    seen = sheets_as_shown(papers / name / "report.xlsx", tmp_path / "csv")
    assert len(seen) == len(book.sheetnames)
    compared = 0
    for sheet, table in tables_of(book, document):
        rows = seen[sheet.title]
        for number, row in enumerate(table["rows"], start=1):
            for place, figure in enumerate(row["figures"], start=len(row["keys"])):
                if figure["value"] is not None and "id" in figure:
                    assert digits(rows[number][place]) == digits(figure["printed"]["ja"]), (sheet.title, number)
                    compared += 1
    assert compared > 10


@pytest.mark.parametrize("name", PAPERS)
def test_nothing_runs_and_nothing_is_merged(papers, name):
    book, document = load(papers, name)
    for sheet in book:
        assert not sheet.merged_cells.ranges, sheet.title
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row), sheet.title
        assert sheet.page_setup.paperSize == 9 and sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddFooter.right.text == "&P / &N"
    drawn = [block for block in document["blocks"] if block["type"] == "chart" and block["kind"] != "matrix"]
    assert sum(len(sheet._charts) for sheet in book) == len(drawn) > 0
    assert book.properties.created.isoformat() == "1980-01-01T00:00:00"


def test_the_notice_is_on_every_sheet(papers):
    book, _ = load(papers, "quarterly-mihon")
    for sheet in book:
        cells = [str(cell.value) for row in sheet.iter_rows() for cell in row]
        assert any("架空データ" in text for text in cells), sheet.title
        assert "架空データ" in sheet.oddHeader.left.text, sheet.title
    for name in ["quarterly", "meeting"]:
        book, _ = load(papers, name)
        assert not any("架空" in str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize("name", PAPERS)
def test_links_lead_to_sheets(papers, name):
    book, _ = load(papers, name)
    targets = [cell.hyperlink.location for row in book["目次"].iter_rows() for cell in row if cell.hyperlink]
    assert [target.removesuffix("!A1").strip("'") for target in targets] == book.sheetnames[2:]


@pytest.mark.parametrize("name", PAPERS)
def test_the_printed_pages(papers, name, tmp_path):
    import subprocess

    libreoffice("pdf", papers / name / "report.xlsx", tmp_path)
    done = subprocess.run(["pdftotext", "-layout", tmp_path / "report.pdf", "-"], capture_output=True, text=True)
    assert done.returncode == 0 and "1 / " in done.stdout
    assert "###" not in done.stdout, "a number does not fit its column"
    sizes = subprocess.run(["pdfinfo", tmp_path / "report.pdf"], capture_output=True, text=True).stdout
    assert "(A4)" in sizes
    if name == "quarterly-mihon":
        assert all("架空データ" in page for page in done.stdout.split("\f")[:-1])


@pytest.mark.parametrize("zone", ["UTC", "Asia/Tokyo"])
def test_same_bytes_in_every_zone(papers, binary, root, tmp_path, zone):
    import os
    import subprocess

    path = tmp_path / "paper.xlsx"
    subprocess.run(
        [str(binary), "report", "quarterly", "-q", "-o", str(path)], cwd=root, check=True, env={**os.environ, "TZ": zone}
    )
    assert path.read_bytes() == (papers / "quarterly" / "report.xlsx").read_bytes()
    with zipfile.ZipFile(path) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_payloads_stay_text(shihyo, tmp_path):
    source, target = tmp_path / "in.csv", tmp_path / "out.xlsx"
    with source.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["=名", "額"])
        writer.writerows([text, number] for number, text in enumerate(PAYLOADS, start=1))
    code, _, error = shihyo("aggregate", source, "--by", "=名", "--sum", "額", "-o", target, "--lang", "ja")
    assert code == 0, error
    sheet = openpyxl.load_workbook(target).worksheets[0]
    rows = list(sheet.iter_rows(min_row=2))
    assert sorted(row[0].value.replace("_x005F_", "_") for row in rows) == sorted(PAYLOADS)
    assert {row[0].data_type for row in rows} == {"s"} and not any(row[0].hyperlink for row in rows)
    assert sum(row[1].value for row in rows) == sum(range(1, len(PAYLOADS) + 1))
    seen = sheets_as_shown(target, tmp_path / "csv")
    assert {row[0] for row in next(rows for name, rows in seen.items() if name.startswith("表1"))} >= set(PAYLOADS)


def test_sixty_columns_and_nothing_but_missing(shihyo, tmp_path):
    source, target = tmp_path / "wide.csv", tmp_path / "wide.xlsx"
    names = [f"列{number}" for number in range(60)]
    source.write_text("区," + ",".join(names) + "\n甲区" + ",…" * 60 + "\n", encoding="utf-8")
    arguments = [word for name in names for word in ("--sum", name)]
    code, _, error = shihyo("aggregate", source, "--by", "区", *arguments, "-o", target, "--lang", "ja")
    assert code == 0, error
    sheet = openpyxl.load_workbook(target).worksheets[0]
    assert [cell.value for cell in sheet[2]][:61] == ["甲区"] + ["…"] * 60
    libreoffice("pdf", target, tmp_path)
    assert (tmp_path / "wide.pdf").stat().st_size > 1000


@pytest.fixture
def long_texts(tmp_path):
    """A report whose title, chart and names are longer than the library holds."""
    data = tmp_path / "datasets" / "use"
    paper = tmp_path / "reports" / "long"
    data.mkdir(parents=True)
    paper.mkdir(parents=True)
    wards = [f"{'南北東西'[number % 4]}{'長い名前の区' * 6}{number}" for number in range(24)]
    rows = [f"{year}-{month:02},{ward},{number + month}" for year in (2024, 2025) for month in range(1, 13)
            for number, ward in enumerate(wards)]
    (data / "use.csv").write_text("月,区,人\n" + "\n".join(rows) + "\n", encoding="utf-8")
    fields = [{"name": "月", "type": "yearmonth"}, {"name": "区", "type": "string"},
              {"name": "人", "type": "integer"}]
    (data / "datapackage.json").write_text(
        json.dumps({"name": "use", "resources": [{"name": "use", "path": "use.csv", "schema": {"fields": fields}}]}),
        encoding="utf-8")
    (data / "metrics.yaml").write_text(
        "metrics:\n  use.people: {label: 延べ利用者数, kind: sum, of: sum(人), time: 月}\n", encoding="utf-8")
    (paper / "report.yaml").write_text(
        f"""title: "{'&' * 90}{'長い題名' * 60}"
number: "{'&' * 60}"
lang: ja
period: 2025-12
datasets: use
sections:
  - id: use
    title: 利用
    blocks:
      - table: {{name: months, metrics: [use.people], by: 区, across: periods, periods: last-12}}
      - chart: {{kind: line, name: lines, title: "{'長い図の題名' * 60}", table: months}}
      - figures: {{rows: [{{metric: use.people}}]}}
""", encoding="utf-8")
    return tmp_path


def test_what_is_too_long_is_cut_at_a_character_and_with_a_sign(shihyo, long_texts):
    code, _, error = shihyo(
        "report", "long", "--reports", long_texts / "reports", "--datasets", long_texts / "datasets", "-f", "xlsx",
        "-o", long_texts / "long.xlsx")
    assert code == 0, error
    words = []
    with zipfile.ZipFile(long_texts / "long.xlsx") as archive:
        for name in archive.namelist():
            root = ElementTree.fromstring(archive.read(name))  # UTF-8 that is cut in a character is no XML
            words += [element.get("descr") for element in root.iter() if element.get("descr")]
    assert words and all(text.endswith("…") for text in words), words
    book = openpyxl.load_workbook(long_texts / "long.xlsx")
    assert all(len(sheet.oddHeader.left.text or "") <= 255 for sheet in book)
    assert max(len(text.encode()) for text in words) > 1900
