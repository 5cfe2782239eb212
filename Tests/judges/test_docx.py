"""Word documents: read back by pandoc, every figure digit for digit; page, styles and bytes as promised."""

import json
import os
import re
import subprocess
import xml.etree.ElementTree as ElementTree
import zipfile

import pytest

from office import digits, libreoffice, pandoc_tables, pandoc_text, pandoc_tree

PAPERS = ["quarterly", "meeting", "quarterly-mihon"]


def make(binary, root, target, name, **environment):
    command = [str(binary), "report", name, "-q", "-f", "docx,json", "-o", str(target)]
    subprocess.run(command, cwd=root, check=True, env={**os.environ, **environment})


@pytest.fixture(scope="module")
def papers(binary, root, tmp_path_factory):
    folder = tmp_path_factory.mktemp("papers")
    for name in PAPERS:
        make(binary, root, folder / name, name)
    return folder


def parts(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith(".xml")}


@pytest.mark.parametrize("name", PAPERS)
def test_every_figure_of_every_table(papers, name):
    document = json.loads((papers / name / "report.json").read_text(encoding="utf-8"))
    expected = [block for block in document["blocks"] if block["type"] == "table"]
    found = pandoc_tables(pandoc_tree(papers / name / "report.docx"))
    assert len(found) == len(expected)
    compared = 0
    for rows, table in zip(found, expected):
        body = rows[len(rows) - len(table["rows"]) :]
        for cells, row in zip(body, table["rows"]):
            figures = cells[len(row["keys"]) :]
            assert len(figures) == len(row["figures"]), cells
            for text, figure in zip(figures, row["figures"]):
                printed = figure["printed"]["ja"]
                if figure["value"] is not None and "id" in figure:
                    assert digits(text) == digits(printed), (text, printed)
                    compared += 1
                else:
                    assert text == printed
            for text, label in zip(cells, row["labels"]):
                assert text.startswith(label["ja"].replace("\u3000", "\u3000")), cells
    assert compared > 10


@pytest.mark.parametrize("name", PAPERS)
def test_sentences_notes_and_frame(papers, name):
    document = json.loads((papers / name / "report.json").read_text(encoding="utf-8"))
    text = pandoc_text(pandoc_tree(papers / name / "report.docx")["blocks"])
    flat = re.sub(r"\s", "", text)
    for block in document["blocks"]:
        for item in block.get("items", []):
            words = "".join(part.get("text", part.get("printed"))["ja"] for part in item)
            assert re.sub(r"\s", "", words) in flat
    for note in document["notes"] + document["frame"]["footnotes"] + document["frame"]["closing"]:
        assert re.sub(r"\s", "", note["ja"]) in flat
    for word in ["number", "status", "department"]:
        if document["frame"][word]:
            assert document["frame"][word]["ja"] in flat


@pytest.mark.parametrize("name", PAPERS)
def test_page_and_styles(papers, name):
    files = parts(papers / name / "report.docx")
    for text in files.values():
        ElementTree.fromstring(text)
    body = files["word/document.xml"]
    assert 'w:w="11906"' in body and 'w:h="16838"' in body, "A4"
    assert body.count("<w:tblHeader") >= body.count("<w:tbl>") > 0, "every table repeats its head"
    footer = next(text for name, text in files.items() if "footer" in name)
    assert "PAGE" in footer and "NUMPAGES" in footer
    for header in (text for part, text in files.items() if "header" in part):
        assert ("架空データ" in header) == (name == "quarterly-mihon")
    assert "aiueoFullWidth" in files["word/numbering.xml"]
    assert "Heading1" in body and "游明朝" in files["word/styles.xml"]


WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def test_every_section_has_a_head_and_a_foot_that_are_there(papers):
    """Relations by which Word finds them: pandoc numbers them, the sections name them."""
    with zipfile.ZipFile(papers / "meeting" / "report.docx") as archive:
        relations = ElementTree.fromstring(archive.read("word/_rels/document.xml.rels"))
        body = ElementTree.fromstring(archive.read("word/document.xml"))
        targets = {relation.get("Id"): relation.get("Target") for relation in relations}
        sections = [
            [targets[section.find(WORD + kind).get(RELATION)] for kind in ("headerReference", "footerReference")]
            for section in body.iter(WORD + "sectPr")
        ]
        assert sections == [[f"header{number}.xml", "footer1.xml"] for number in range(1, 6)]
        texts = ["".join(ElementTree.fromstring(archive.read(f"word/{head}")).itertext()) for head, _ in sections]
    assert [re.search(r"別紙\d|$", text)[0] for text in texts] == ["", "別紙1", "別紙2", "別紙3", "別紙4"]


def test_each_page_of_an_appendix_names_it(papers, tmp_path):
    libreoffice("pdf", papers / "meeting" / "report.docx", tmp_path)
    done = subprocess.run(["pdftotext", "-layout", tmp_path / "report.pdf", "-"], capture_output=True, check=True)
    pages = [[re.sub(r"\s", "", line) for line in page.split("\n")] for page in done.stdout.decode().split("\f")[:-1]]
    heads = [next(line for line in page if line) for page in pages]
    names = [re.search(r"別紙\d$|$", head)[0] for head in heads]
    assert all(head.startswith("局区X方針の取組状況") for head in heads)
    # The heading stands on the first page of its appendix, and no page of a section is empty.
    for place, page in enumerate(pages):
        begun = [found[1] for line in page if (found := re.match(r"─(別紙\d)", line))]
        assert begun == ([names[place]] if names[place] and names[place] != names[place - 1] else [])
        assert len([line for line in page if line]) > 3
    assert sorted(set(names)) == ["", "別紙1", "別紙2", "別紙3", "別紙4"] and names == sorted(names)


@pytest.mark.parametrize("name", PAPERS)
def test_charts_are_drawings_with_words(papers, name):
    document = json.loads((papers / name / "report.json").read_text(encoding="utf-8"))
    charts = [block for block in document["blocks"] if block["type"] == "chart"]
    images = []

    def walk(node):
        if isinstance(node, list):
            for item in node:
                walk(item)
        elif isinstance(node, dict):
            if node.get("t") == "Image":
                images.append(pandoc_text(node["c"][1]))
            walk(node.get("c"))

    walk(pandoc_tree(papers / name / "report.docx")["blocks"])
    assert images == [chart["alternative"]["ja"] for chart in charts]
    with zipfile.ZipFile(papers / name / "report.docx") as archive:
        drawings = [archive.read(part) for part in archive.namelist() if part.endswith(".emf")]
        body = archive.read("word/document.xml").decode("utf-8")
    assert len(drawings) == len(charts) > 0
    for drawing in drawings:
        assert drawing[40:44] == b" EMF"
        texts = drawing.decode("utf-16-le", "ignore")
        assert ("架空データ" in texts) == (name == "quarterly-mihon")
    # 150 mm across, in 360,000ths of a centimetre: inside the margins of A4.
    assert all(abs(int(width) - 5_400_000) <= 1 for width in re.findall(r'<wp:extent cx="(\d+)"', body))
    assert "/tmp" not in body, "no path of this machine"


def test_two_versions_are_underlined(shihyo, tmp_path, root):
    target = tmp_path / "versions.docx"
    code, _, error = shihyo(
        "register", "kitakyushu-issue-versions", "--part", "versions", "--lang", "ja", "-o", target, cwd=root
    )
    assert code == 0, error
    tree = pandoc_tree(target)
    (rows,) = pandoc_tables(tree)
    heads = [re.sub(r"\s", "", text) for text in rows[0][2:]]
    assert heads == ["旧（X方針策定時(R6.8時点)）", "新（進捗把握のイメージ(R6.11時点)）"]
    assert [row[0] for row in rows[1:]] == ["課題番号", "①", "②", "③", "④", "⑤", "欄外"]
    assert rows[1][2:] == ["課題B (2)", "課題B (4)"] and rows[2][3] == "同左"
    assert rows[6][2] == "（新規）" and rows[7][3] == "（削除）"
    text = json.dumps(tree, ensure_ascii=False)
    assert '{"t": "Underline", "c": [{"t": "Str", "c": "2"}]}' in text
    assert '{"t": "Underline", "c": [{"t": "Str", "c": "4"}]}' in text


@pytest.mark.parametrize("zone", ["UTC", "Asia/Tokyo"])
def test_same_bytes(papers, binary, root, tmp_path, zone):
    make(binary, root, tmp_path / "again", "quarterly", TZ=zone)
    again = (tmp_path / "again" / "report.docx").read_bytes()
    assert again == (papers / "quarterly" / "report.docx").read_bytes()
    with zipfile.ZipFile(tmp_path / "again" / "report.docx") as archive:
        assert {part.date_time[0] for part in archive.infolist()} == {1980}


def test_hostile_texts_and_sixty_columns(shihyo, tmp_path):
    source, target = tmp_path / "wide.csv", tmp_path / "wide.docx"
    names = [f"列{number}" for number in range(60)]
    labels = ["=1+1", "<script>alert(1)</script>", "*強調* [a](b)", "\x1b[31m赤", "長" * 200, "\\newpage"]
    rows = [label + ",…" * 59 + ",7" for label in labels]
    source.write_text("区," + ",".join(names) + "\n" + "\n".join(rows) + "\n", encoding="utf-8")
    arguments = [word for name in names for word in ("--sum", name)]
    code, _, error = shihyo("aggregate", source, "--by", "区", *arguments, "-o", target, "--lang", "ja")
    assert code == 0, error
    tables = pandoc_tables(pandoc_tree(target))
    assert len(tables) > 2, "60 columns do not fit one page"
    assert all(len(table) == len(labels) + 1 for table in tables)
    assert [heading for table in tables for heading in table[0][1:]] == [f"{name} 合計" for name in names]
    expected = [label.replace("\x1b", "␛") for label in labels]
    assert all([row[0] for row in table[1:]] == expected for table in tables)
    assert [row[-1] for row in tables[-1][1:]] == ["7"] * len(labels)


def test_without_pandoc_the_reader_is_told(binary, root, tmp_path):
    target = tmp_path / "paper.docx"
    done = subprocess.run(
        [str(binary), "report", "quarterly", "-q", "-o", str(target), "--lang", "ja"],
        cwd=root, capture_output=True, text=True, env={"PATH": str(tmp_path)},
    )
    assert done.returncode == 69 and "apt-get install pandoc" in done.stderr and "word.pandoc-missing" in done.stderr
    assert not target.exists()
