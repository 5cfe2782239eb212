"""The pages that people hand out, judged by a real browser: the figures digit for digit, accessibility, paper and phone."""

import csv
import importlib.util
import io
import json
import re
import subprocess
from pathlib import Path

import pytest
from browser import Browser

PAPERS = ["quarterly", "meeting", "quarterly-mihon"]
SIGNS = {"…", "－", "x", "未調査", "空欄", "?", "算出不能", "皆増", "皆減"}
A4 = 794  # pixels; without the margins of the page 688
PRINTED = 688


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    browser = Browser(tmp_path_factory.mktemp("chromium"))
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def page(browser):
    page = browser.page()
    yield page
    page.close()


@pytest.fixture(scope="module")
def papers(binary, root, tmp_path_factory):
    """Every paper in every format, each in a folder."""
    folder = tmp_path_factory.mktemp("papers")
    for name in PAPERS:
        command = [str(binary), "report", name, "-q", "-o", str(folder / name)]
        subprocess.run([*command, "--reports", root / "reports", "--datasets", root / "datasets"], check=True, timeout=120)
    return folder


def ledger(folder):
    with open(folder / "figures.csv", encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def printed(folder):
    """The ledger without the changes by which a sentence was chosen that does not print them («ほぼ同じだった»)."""
    text = (folder / "report.json").read_text("utf-8")
    known = ledger(folder)
    unsaid = [key for key in known if f'"id": "{key}"' not in text]
    assert all(re.search(r"/overview/.*\.(change|points)\.", key) for key in unsaid)
    return {key: row for key, row in known.items() if key not in unsaid}


def digits(text):
    """`約△1,234` as the ledger spells it; empty for a sign that stands for no number."""
    if text in SIGNS:
        return ""
    return re.sub(r"^[#約(]+", "", text).replace("△", "-").replace(",", "")


FIGURES = """[...document.querySelectorAll('main [data-figure]')].map(e => ({
  id: e.dataset.figure, tag: e.localName, value: e.value ? e.value : e.getAttribute('value'),
  text: e.localName === 'g' ? (e.querySelector('text') || {textContent: null}).textContent : e.textContent,
  title: e.localName === 'g' ? e.querySelector('title').textContent : e.title, inSentence: !!e.closest('li,p')}))"""


@pytest.mark.parametrize("name", PAPERS)
def test_every_figure_is_that_of_the_ledger(papers, page, name):
    known = printed(papers / name)
    page.open(papers / name / "report.html")
    shown = page.evaluate(FIGURES)
    assert {figure["id"] for figure in shown} == known.keys()
    for figure in shown:
        row = known[figure["id"]]
        wanted = row["printed"]
        if figure["tag"] == "g":
            if figure["text"] is None:
                continue  # a part of a bar too narrow for its figure, which stands beside the bar
            text = re.sub(r"[)prezB*L^†!]+$", "", figure["text"])
        else:
            text = figure["text"]
        if figure["inSentence"]:  # «1.3ポイント低下した» says the sign in words
            assert digits(text).lstrip("-") == wanted.lstrip("-"), figure
        else:
            assert digits(text) == wanted, figure
        for part in ("numerator", "denominator"):
            assert not row[part] or row[part] in figure["title"].replace(",", "").replace("△", "-"), figure
        assert row["definition"] in figure["title"]


@pytest.mark.parametrize("name", PAPERS)
def test_the_appendix_is_the_ledger(papers, page, name):
    page.open(papers / name / "report.html")
    heads, rows = page.evaluate(
        """(t => [[...t.tHead.rows[0].cells].map(c => c.textContent),
                  [...t.tBodies[0].rows].map(r => [...r.cells].map(c => c.textContent))])(
             document.querySelector('.basis table'))"""
    )
    shown = {row[0]: dict(zip(heads, row)) for row in rows}
    known = printed(papers / name)
    assert sorted(shown) == sorted(known) and len(rows) == len(known)
    for key, row in known.items():
        for head, column in (("分子", "numerator"), ("分母", "denominator"), ("n", "n")):
            said = shown[key].get(head, "")
            # A difference of percentages has no numerator: its two sides stand there, named.
            if ".points." in key and row[column]:
                assert said.startswith(SIDES[head]), (key, head)
                said = said.removeprefix(SIDES[head])
            assert digits(said) == row[column], (key, head)
        assert shown[key]["定義"] == row["definition"]


SIDES = {"分子": "（引かれる数）", "分母": "（引く数）"}

TABLES = """[...document.querySelectorAll('main table')].filter(t => !t.closest('.basis')).map(t =>
  [...t.tBodies[0].rows].map(r => [...r.cells].map(c => c.textContent)))"""
LINES = "[...document.querySelectorAll('main .lines > li')].map(e => e.textContent)"


def plain(inlines):
    """The text of pandoc's inlines; anything but words is a failure, since no text of ours is markup."""
    result = ""
    for inline in inlines:
        kind = inline["t"]
        assert kind in {"Str", "Space", "SoftBreak", "LineBreak", "Strong"}, inline
        result += plain(inline["c"]) if kind == "Strong" else inline.get("c", "\n" if kind == "LineBreak" else " ")
    return result


def pandoc(text, reader="markdown"):
    import json

    done = subprocess.run(
        ["pandoc", "-f", reader, "-t", "json"], input=text.encode(), capture_output=True, check=True, timeout=60
    )
    return json.loads(done.stdout)["blocks"]


def cells(row):
    return ["".join(plain(block["c"]) for block in cell[4]) for cell in row[1]]


@pytest.mark.parametrize("reader", ["markdown", "gfm"])
@pytest.mark.parametrize("name", PAPERS)
def test_markdown_says_the_same(papers, page, name, reader):
    blocks = pandoc((papers / name / "report.md").read_text("utf-8"), reader)
    assert {block["t"] for block in blocks} <= {"Header", "Para", "Table"}
    tables = [[cells(row) for body in block["c"][4] for row in body[3]] for block in blocks if block["t"] == "Table"]
    page.open(papers / name / "report.html")
    strip = lambda tables: [[[cell.strip() for cell in row] for row in table] for table in tables]
    assert strip(tables) == strip(page.evaluate(TABLES))
    lines = [line for block in blocks if block["t"] == "Para" for line in plain(block["c"]).split("\n")]
    for line in page.evaluate(LINES):
        assert line.strip() in [known.strip() for known in lines]


@pytest.mark.parametrize("name", PAPERS)
def test_json_holds_the_ledger(papers, name):
    import json

    found = {}

    def walk(value):
        if isinstance(value, dict):
            if "id" in value and "printed" in value:
                found.setdefault(value["id"], value)
            for item in value.values():
                walk(item)
        if isinstance(value, list):
            for item in value:
                walk(item)

    walk(json.loads((papers / name / "report.json").read_text("utf-8")))
    for key, row in printed(papers / name).items():
        assert (found[key].get("numerator") or "") == row["numerator"]
        assert (found[key].get("denominator") or "") == row["denominator"]
        assert found[key].get("unit") == (row["unit"] or None)


OVERFLOW = """(() => {
  const width = document.documentElement.clientWidth;
  const wide = [...document.body.querySelectorAll('*')].filter(e => {
    const box = e.getBoundingClientRect();
    return box.width > 0 && !e.parentElement.closest('.scroll') && !e.closest('.hidden')
      && (box.right > width + 0.5 || box.left < -0.5);
  });
  return [document.documentElement.scrollWidth - width, wide.slice(0, 3).map(e => e.outerHTML.slice(0, 200))];
})()"""
# On paper nothing scrolls, so nothing at all may be wider.
PAPER_OVERFLOW = OVERFLOW.replace("!e.parentElement.closest('.scroll') && ", "")


@pytest.mark.parametrize("width, media", [(A4, ""), (390, ""), (360, ""), (PRINTED, "print")])
@pytest.mark.parametrize("name", PAPERS)
def test_nothing_sticks_out(papers, page, name, width, media):
    page.open(papers / name / "report.html", width=width, media=media)
    assert page.evaluate(PAPER_OVERFLOW if media else OVERFLOW) == [0, []]
    assert page.complaints() == []


# Texts of a chart that lie on each other, and those that leave it.
TOUCHING = """[...document.querySelectorAll('svg')].flatMap(svg => {
  const frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll('text')].map(e => [e.textContent, e.getBoundingClientRect()]);
  const found = [];
  texts.forEach(([text, box], place) => {
    if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1) found.push([text]);
    for (const [other, near] of texts.slice(0, place)) {
      const across = Math.min(box.right, near.right) - Math.max(box.left, near.left);
      const down = Math.min(box.bottom, near.bottom) - Math.max(box.top, near.top);
      // The boxes of two lines of one label touch by what the font keeps free above and below.
      if (across > 2 && down > 6) found.push([text, other]);
    }
  });
  return found;
})"""

# Words of a table in columns so narrow that a line holds two characters.
TORN = """[...document.querySelectorAll('main tbody td, main tbody th')].filter(cell => {
  const text = cell.textContent.trim();
  if (text.length < 4 || !text[0] || cell.closest('.basis')) return false;
  const range = document.createRange();
  range.selectNodeContents(cell);
  const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top / 4)));
  return lines.size > 1 && text.length / lines.size < 2.5;
}).map(cell => cell.textContent)"""


@pytest.mark.parametrize("width, media", [(A4, ""), (360, ""), (PRINTED, "print")])
@pytest.mark.parametrize("name", PAPERS)
def test_no_label_lies_on_another_and_no_word_is_torn(papers, page, name, width, media):
    page.open(papers / name / "report.html", width=width, media=media)
    assert page.evaluate(TOUCHING) == []
    assert page.evaluate(TORN) == []


def axe():
    """axe-core as the package bundles it; its Python code is not needed."""
    found = importlib.util.find_spec("axe_core_python")
    return (Path(found.submodule_search_locations[0]) / "axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("width, dark", [(1100, False), (1100, True), (390, False)])
@pytest.mark.parametrize("name", PAPERS)
def test_axe_finds_nothing(papers, page, name, width, dark):
    page.open(papers / name / "report.html", width=width, dark=dark)
    page.evaluate(axe() + ";0")
    answer = page.evaluate("axe.run(document)")
    found = [(one["id"], one["help"], [node["html"][:120] for node in one["nodes"][:2]]) for one in answer["violations"]]
    assert found == []
    passed = {one["id"] for one in answer["passes"]}
    wanted = {"color-contrast", "html-has-lang", "document-title", "svg-img-alt", "region", "page-has-heading-one"}
    if name == "quarterly":
        wanted |= {"th-has-data-cells", "scope-attr-valid"}
    assert wanted <= passed


@pytest.mark.parametrize("name", PAPERS)
def test_structure(papers, page, name):
    page.open(papers / name / "report.html")
    assert page.evaluate("document.scripts.length + document.querySelectorAll('img,link,iframe,a').length") == 0
    assert page.evaluate("document.documentElement.lang") == "ja"
    assert page.evaluate("document.querySelectorAll('h1').length") == 1
    assert page.evaluate("[...document.querySelectorAll('table')].every(t => t.caption && t.caption.textContent.trim())")
    assert page.evaluate("[...document.querySelectorAll('thead th')].every(e => ['col', 'colgroup'].includes(e.scope))")
    assert page.evaluate("[...document.querySelectorAll('tbody th')].every(e => e.scope === 'row')")
    assert page.evaluate(
        "[...document.querySelectorAll('svg')].every(s => s.querySelector('title').textContent"
        " && s.querySelector('desc').textContent.length > 20)"
    )
    assert page.evaluate("document.querySelectorAll('svg').length") >= 1
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("selector", ["h1", "td:last-child, tbody th", "svg text"])
def test_japanese_is_shown_in_a_japanese_font(papers, page, selector):
    page.open(papers / "quarterly-mihon" / "report.html")
    page.call("DOM.enable")
    page.call("CSS.enable")
    root = page.call("DOM.getDocument")["root"]["nodeId"]
    node = page.call("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
    fonts = page.call("CSS.getPlatformFontsForNode", nodeId=node)["fonts"]
    assert fonts and all("CJK JP" in font["familyName"] for font in fonts), fonts


@pytest.mark.parametrize("name", PAPERS)
def test_paper(papers, page, name, tmp_path):
    page.open(papers / name / "report.html")
    file = page.pdf(tmp_path / "paper.pdf")
    facts = subprocess.run(["pdfinfo", file], capture_output=True, check=True, text=True).stdout
    count = int(re.search(r"Pages:\s+(\d+)", facts)[1])
    assert "A4" in re.search(r"Page size:.*", facts)[0]
    text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True).stdout.decode()
    pages = text.split("\f")[:count]
    for number, shown in enumerate(pages, 1):
        assert re.search(rf"\b{number}\s*/\s*{count}\b", shown)
        assert ("架空データ" in shown) == (name == "quarterly-mihon")
    # Headings of a table that goes on are repeated.
    basis = [shown for shown in pages if "定義" in shown and "端数処理" in shown and "分子" in shown]
    assert len(basis) >= 2 or name == "meeting"
    everything = re.sub(r"\s", "", text)
    for row in printed(papers / name).values():
        if row["printed"]:
            shown = f"{abs(float(row['printed'])):,.{len((row['printed'] + '.').split('.')[1])}f}"
            assert shown in everything


def test_the_meeting_paper_holds_what_its_readers_look_for(papers, page, tmp_path, root):
    page.open(papers / "meeting" / "report.html")
    text = page.evaluate("document.body.innerText")
    for words in ("完了したもの", "具体的な作業をしていることが確認できるもの", "具体的なアウトプットが見られないもの"):
        assert words in text
    issues = page.evaluate(
        "[...[...document.querySelectorAll('table')].find(t => t.tBodies[0].rows.length === 132).tBodies[0].rows]"
        ".map(r => [...r.cells].map(c => c.textContent))"
    )
    with open(root / "datasets/kitakyushu-issue-ranks/ranks.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    assert [row[:4] for row in issues] == [row[:4] for row in rows]
    assert [sum(row[3] == rank for row in issues) for rank in "321"] == [13, 118, 1]
    # On paper each page of an appendix says which one it is, and the derivations stay on the screen.
    file = page.pdf(tmp_path / "paper.pdf")
    pages = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True).stdout.decode()
    names = [re.search(r"資料1\s+(別紙\d)?", shown)[1] for shown in pages.split("\f")[:-1]]
    assert [name for place, name in enumerate(names) if name != names[place - 1]][-4:] == ["別紙1", "別紙2", "別紙3", "別紙4"]
    assert names[0] is None and names[-1] == "別紙4" and names.count("別紙4") > 2
    assert "算出根拠" in pages.split("\f")[-2] and "分子" not in "".join(pages.split("\f")[:-2])
    assert page.evaluate("document.querySelectorAll('[data-figure]').length") > 150


HOSTILE = [
    "<img src=x onerror=alert(1)>", "\"><script>alert(2)</script>", "</title></style></svg><script>alert(3)</script>",
    "[押す](javascript:alert(4))", "![図](http://127.0.0.1:9/x.png)", "<javascript:alert(5)>", "`code` **太字** ~~x~~ $x^2$",
    "| a | b |", "# 見出し", "1. 一", "- 一", "===", "[^1]: 注", "@cite", "http://127.0.0.1:9/a_b", "&lt;b&gt;&#39;",
    "\\textbf{x}", "a\u202eb", "a\x1b[31mb", "'; DROP--", "{{7*7}}${7*7}", "<!-- x -->", "甲" * 200, "W" * 200,
]


def hostile_csv(folder):
    path = Path(folder) / "hostile.csv"
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["区", "<b onclick=alert(9)>値</b>"])
        writer.writerows([label, number] for number, label in enumerate(HOSTILE, 1))
    return path


def visible(text):
    return text.replace("\u202e", "<U+202E>").replace("\x1b", "␛")


@pytest.mark.parametrize(
    "command",
    [
        ["shares", "--over", "区", "--of", "<b onclick=alert(9)>値</b>"],
        ["aggregate", "--by", "区", "--sum", "<b onclick=alert(9)>値</b>"],
    ],
    ids=["shares", "aggregate"],
)
def test_texts_stay_texts(shihyo, page, tmp_path, command):
    data = hostile_csv(tmp_path)
    name, *flags = command
    code, output, error = shihyo(name, data, *flags, "-f", "html", "--lang", "ja")
    assert code == 0, error
    (tmp_path / "page.html").write_bytes(output)
    page.open(tmp_path / "page.html", width=390)
    assert page.evaluate(
        "document.querySelectorAll('script,img,iframe,object,a,link,b,code,h2 ~ h1,[onclick],[onerror]').length"
    ) == 0
    labels = page.evaluate("[...document.querySelector('main table').tBodies[0].rows].map(r => r.cells[0].textContent)")
    assert labels[: len(HOSTILE)] == [visible(label) for label in HOSTILE]
    assert page.complaints() == []
    assert page.evaluate(OVERFLOW) == [0, []]
    code, output, error = shihyo(name, data, *flags, "-f", "markdown", "--lang", "ja")
    assert code == 0, error
    for reader in ("markdown", "gfm", "commonmark_x", "markdown_mmd"):
        blocks = pandoc(output.decode(), reader)
        table = next(block for block in blocks if block["t"] == "Table")
        rows = [cells(row)[0] for body in table["c"][4] for row in body[3]]
        assert rows[: len(HOSTILE)] == [visible(label) for label in HOSTILE], reader


def test_a_hostile_title_notice_and_label_of_a_paper(shihyo, page, tmp_path, root):
    """The texts that analysts and stewards write reach the title, the style sheet (notice) and the charts."""
    case = root / "Tests" / "judges" / "fixtures" / "hostile-paper"
    code, _, error = shihyo(
        "report", "paper", "-q", "--reports", case / "reports", "--datasets", case / "datasets", "-o", tmp_path / "out"
    )
    assert code == 0, error
    page.open(tmp_path / "out" / "report.html")
    assert page.evaluate("document.querySelectorAll('script,img,b,i').length") == 0
    assert page.evaluate("document.querySelectorAll('style').length") == 1
    assert "</style><script>alert(1)</script>" in page.evaluate("document.querySelector('.notice').textContent")
    assert page.evaluate("document.title").startswith("<b>題</b>")
    assert page.evaluate("document.querySelectorAll('svg').length") == 5
    assert page.complaints() == []
    page.pdf(tmp_path / "paper.pdf")
    text = subprocess.run(["pdftotext", tmp_path / "paper.pdf", "-"], capture_output=True, check=True).stdout.decode()
    for shown in text.split("\f")[:-1]:
        assert "alert(1)" in re.sub(r"\s", "", shown)


@pytest.mark.parametrize("width, media", [(A4, ""), (390, ""), (PRINTED, "print")])
def test_a_long_title_over_a_narrow_table_is_as_wide_as_the_page(shihyo, page, tmp_path, width, media):
    data, paper = tmp_path / "datasets" / "few", tmp_path / "reports" / "few"
    data.mkdir(parents=True)
    paper.mkdir(parents=True)
    (data / "few.csv").write_text("区,人\n" + "".join(f"区{n},1\n" for n in range(90)), "utf-8")
    fields = [{"name": "区", "type": "string"}, {"name": "人", "type": "integer"}]
    resource = {"name": "few", "path": "few.csv", "schema": {"fields": fields}}
    (data / "datapackage.json").write_text(json.dumps({"name": "few", "resources": [resource]}), "utf-8")
    (data / "metrics.yaml").write_text("metrics:\n  people: {label: 人, unit: 人, kind: sum, of: sum(人)}\n", "utf-8")
    (paper / "report.yaml").write_text(
        """title: 表
lang: ja
datasets: few
sections:
  - id: few
    title: 人
    blocks:
      - table: {name: few, title: 地域団体との意見交換に参加した住民の数を区ごとに数えたもの, metrics: [people], by: 区}
""", "utf-8")
    code, output, error = shihyo(
        "report", "few", "--reports", tmp_path / "reports", "--datasets", tmp_path / "datasets", "-f", "html"
    )
    assert code == 0, error
    (tmp_path / "page.html").write_bytes(output)
    page.open(tmp_path / "page.html", width=width, media=media)
    box, caption, table = page.evaluate(
        "['.scroll', '.across', '.scroll table'].map(s => document.querySelector(s).getBoundingClientRect().width)"
    )
    assert abs(box - caption) < 1 and table < box / 2
    assert page.evaluate(PAPER_OVERFLOW if media else OVERFLOW) == [0, []]
    # The table goes on over pages: its box may be torn.
    text = subprocess.run(
        ["pdftotext", page.pdf(tmp_path / "paper.pdf"), "-"], capture_output=True, check=True
    ).stdout.decode()
    assert [name for name in re.findall(r"区[0-9]+", text)][:90] == [f"区{n}" for n in range(90)]
    assert text.split("\f")[0].count("区") > 10


@pytest.mark.parametrize("columns", [1, 15, 60])
@pytest.mark.parametrize("rows", [0, 1, 40])
def test_any_number_of_columns_fits_the_paper(shihyo, page, tmp_path, columns, rows):
    names = [f"列{number}" for number in range(columns)]
    with open(tmp_path / "wide.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["区", *names])
        writer.writerows([f"区{row}", *[row * 1000003 % 9999991 for _ in names]] for row in range(rows))
    sums = [flag for name in names for flag in ("--sum", name)]
    code, output, error = shihyo("aggregate", tmp_path / "wide.csv", "--by", "区", *sums, "-f", "html", "--lang", "ja")
    assert code == 0, error
    (tmp_path / "page.html").write_bytes(output)
    page.open(tmp_path / "page.html", width=PRINTED, media="print")
    assert page.evaluate(PAPER_OVERFLOW) == [0, []]
    page.open(tmp_path / "page.html", width=390)
    assert page.evaluate(OVERFLOW) == [0, []]
    heads = page.evaluate("[...document.querySelectorAll('main thead th')].map(e => e.textContent)")
    assert [name for name in heads if name.startswith("列")] == [f"{name} 合計" for name in names]


def test_odd_series_are_drawn(shihyo, page, tmp_path):
    """Missing, negative, huge and single values: drawn where they can be, said where they cannot."""
    series = {
        "gaps": "2024-04,5\n2024-05,\n2024-06,7\n2024-08,-3\n2024-09,123456789012345678\n",
        "one": "2024-04,5\n",
        "missing": "2024-04,\n2024-05,\n",
        "equal": "2024-04,7\n2024-05,7\n",
    }
    for name, rows in series.items():
        (tmp_path / f"{name}.csv").write_text("月,値\n" + rows, "utf-8")
        code, output, error = shihyo(
            "trend", tmp_path / f"{name}.csv", "--measure", "sum(値)", "--time", "月", "--grain", "month", "-f", "html",
            "--lang", "ja",
        )
        assert code == 0, error
        (tmp_path / f"{name}.html").write_bytes(output)
        page.open(tmp_path / f"{name}.html")
        assert page.complaints() == []
        outside = page.evaluate(
            """(s => [...s.querySelectorAll('text,rect,path,line')].filter(e => { const b = e.getBoundingClientRect(),
               o = s.getBoundingClientRect(); return b.right > o.right + 1 || b.left < o.left - 1 || b.bottom > o.bottom + 1
               || b.top < o.top - 1 }).map(e => e.outerHTML))(document.querySelector('svg'))"""
        )
        assert outside == [], name
        assert "NaN" not in output.decode() and "inf" not in page.evaluate("document.querySelector('svg').outerHTML")
        lines = page.evaluate("document.querySelectorAll('svg line.k0').length")
        assert lines == {"gaps": 1, "one": 0, "missing": 0, "equal": 1}[name]
