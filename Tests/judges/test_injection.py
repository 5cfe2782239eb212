"""What stands in data, names and definitions stays text: no formula, no markup, no terminal command, no way out of a folder.

Beside these: payloads in labels, titles and notices of pages and of Markdown in test_html.py, in workbooks in test_xlsx.py.
"""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import xml.parsers.expat
import zipfile
from pathlib import Path

import pytest
from browser import Browser

# Everything that moves a terminal's cursor, changes its colours, hides or reverses text; a line feed ends a line.
COMMANDS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
DIRECTIONS = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# Colours and titles, directions and what hides, deleting and clearing.
TERMINAL = ["\x1b[31m赤\x1b]0;題\x07\x9b2J", "a\u202eb\u2066x\u2069\u200b", "戻\x08\x08\x1b[2J\x7f"]
MARKUP = "<img src=x onerror=alert(1)>"
SECRET = "秘密の数"


def write_csv(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


# MARK: formulas

STARTS = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]


@pytest.mark.parametrize("start", STARTS, ids=lambda start: f"U+{ord(start):04X}")
def test_a_text_never_becomes_a_formula(shihyo, tmp_path, start):
    """In keys, headings and values: an apostrophe before it for Excel; as it is for programs."""
    text, heading = start + "1+cmd|' /C calc'!A0", start + "HYPERLINK(1)"
    write_csv(tmp_path / "data.csv", [heading, "値"], [[text, "-5"], [start, "-7"]])
    quoted = "`" + heading + "`"
    # A tab in every line could be the delimiter as well.
    command = ["aggregate", "data.csv", "-d", ",", "--by", quoted]
    code, output, error = shihyo(*command, "--sum", "値", "--max", quoted, "--excel", cwd=tmp_path)
    assert code == 0, error
    rows = list(csv.reader(io.StringIO(output.decode("utf-8-sig"), newline="")))
    assert rows[0][0] == "'" + heading
    cells = [cell for row in rows for cell in row]
    # What is left of the dangerous beginnings is numbers, and a sign alone.
    dangerous = [cell for cell in cells if cell[:1] in STARTS and len(cell) > 1]
    assert set(dangerous) == {"-5", "-7"}, rows
    assert "'" + text in cells
    for flags in (["-f", "csv"], ["--excel", "--raw"]):
        code, output, error = shihyo(*command, "--count", *flags, cwd=tmp_path)
        assert code == 0, error
        rows = list(csv.reader(io.StringIO(output.decode("utf-8-sig"), newline="")))
        assert (rows[0][0] == heading) and text in [row[0] for row in rows]


def test_negative_numbers_are_never_guarded(shihyo, tmp_path):
    write_csv(tmp_path / "data.csv", ["区", "値"], [["-1", "-5"], ["+2", "-0.5"], ["-1,000", "-3"]])
    code, output, error = shihyo("aggregate", "data.csv", "--by", "区", "--sum", "値", "--mean", "値", "--excel", cwd=tmp_path)
    assert code == 0, error
    rows = list(csv.reader(io.StringIO(output.decode("utf-8-sig"), newline="")))[1:]
    assert [row[1:3] for row in rows] == [["-5", "-5.0"], ["-0.5", "-0.5"], ["-3", "-3.0"]] or [
        row[1] for row in rows
    ] == ["-5.0", "-0.5", "-3.0"], rows
    assert rows[0][0] == "-1"


# MARK: terminals


def is_quiet(*texts):
    for text in texts:
        text = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
        assert not COMMANDS.search(text), repr(COMMANDS.search(text)[0]) + " in " + repr(text[:400])


@pytest.mark.parametrize("payload", TERMINAL, ids=range(len(TERMINAL)))
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_texts_of_data_never_command_a_terminal(shihyo, tmp_path, payload, lang):
    """Labels, headings and bad cells, in tables and in messages."""
    write_csv(tmp_path / "data.csv", [payload + "区", "値"], [[payload, "1"], ["甲" + payload, payload], [payload * 50, "3"]])
    by = "`" + payload + "区`"
    asked = [
        ["aggregate", "data.csv", "--by", by, "--count"], ["shares", "data.csv", "--over", by],
        ["aggregate", "data.csv", "--by", by, "--sum", "値"], ["aggregate", "data.csv", "--by", by, "--count", "--where", f"{by}={payload}"],
        ["check", "data.csv"], ["describe", "data.csv"], ["survey", "data.csv", "--question", by],
        ["aggregate", "data.csv", "--by", payload], ["aggregate", "data.csv", "--by", by, "--count", "-f", "markdown"],
        ["aggregate", "data.csv", "--by", by, "--count", "-f", "html"],
        ["aggregate", "data.csv", "--by", by, "--count", "-f", "json"],
    ]  # fmt: skip
    for words in asked:
        code, output, error = shihyo(*words, "--lang", lang, cwd=tmp_path)
        assert code in (0, 1, 64, 65), error
        is_quiet(error)
        # JSON holds texts as they are, but for control characters: a program wants the very text.
        is_quiet(DIRECTIONS.sub("", output.decode()) if "json" in words else output)


@pytest.mark.parametrize("payload", [text for text in TERMINAL if "/" not in text], ids=range(len(TERMINAL)))
def test_names_of_files_never_command_a_terminal(shihyo, tmp_path, payload):
    """Files of that name, words of the command line, names within definitions."""
    name = payload + ".csv"
    write_csv(tmp_path / name, ["区", "値"], [["甲", "x"]])
    write_csv(tmp_path / "good.csv", ["区", "値"], [["甲", "1"]])
    folder = tmp_path / "sets" / ("d" + payload)
    folder.mkdir(parents=True)
    (folder / "datapackage.json").write_text(
        json.dumps({"name": payload, payload: 1, "resources": [{"name": payload, "path": name, payload: {}}]}), "utf-8")  # fmt: skip
    report = tmp_path / "reports" / "paper"
    report.mkdir(parents=True)
    (report / "report.yaml").write_text(json.dumps({"title": payload, payload: payload, "sections": payload}), "utf-8")
    asked = [
        ["aggregate", name, "--by", "区", "--sum", "値"], ["check", name], ["describe", name],
        ["aggregate", name, "--by", "区", "--count"], ["aggregate", "no" + name, "--count"], [payload],
        ["aggregate", "good.csv", "--" + payload], ["aggregate", "good.csv", "--count", "--lang", payload],
        ["aggregate", "good.csv", "--count", "-o", "no/" + name], ["aggregate", "good.csv", "--count", "-o", "x" + payload],
        ["aggregate", "good.csv", "--count", "--rejects", "no/" + name], ["aggregate", "good.csv", "--by", "区:" + payload],
        ["aggregate", "good.csv", "--where", payload, "--count"], ["aggregate", "good.csv", "--ratio", payload],
        ["aggregate", "d" + payload, "--datasets", "sets", "--count"], ["datasets", "--datasets", "sets"],
        ["check", "d" + payload, "--datasets", "sets"], ["reports", "--reports", "reports"], ["report", "paper", "--reports", "reports"],
        ["report", payload], ["report", "paper", "--reports", "reports", "--set", payload], ["verify", payload],
        ["explain", payload], ["compare", "good.csv", name, "--key", payload], ["codes", payload], ["ranks", "good.csv", "--rank", payload],
        ["trend", "good.csv", "--measure", payload, "--time", payload], ["register", payload],
    ]  # fmt: skip
    for words in asked:
        code, output, error = shihyo(*words, cwd=tmp_path)
        assert code in (0, 1, 64, 65, 66, 69, 73), (words, code, error)
        is_quiet(error)
        is_quiet(output)


# MARK: pages


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    browser = Browser(tmp_path_factory.mktemp("browser"))
    yield browser.page()
    browser.close()


RUNNABLE = "document.querySelectorAll('script,img,iframe,object,embed,base,form,meta[http-equiv=refresh],[onerror],[onload],[onclick]').length"


@pytest.mark.parametrize("payload", [MARKUP, "'><svg onload=alert(2)>", "javascript:alert(3)", "</style><script>alert(4)</script>"])
def test_names_of_files_and_conditions_stay_text_on_a_page(shihyo, page, tmp_path, payload):
    """What is on a page beside the figures: the name of the input, of columns, of conditions, in notes and on hover."""
    name = payload.replace("/", "∕") + ".csv"
    column = "値" + payload
    write_csv(tmp_path / name, ["区" + payload, column], [[payload, "5"], ["乙", "7"], ["丙" + payload, "x" + payload]])
    by = "`区" + payload + "`"
    for words in (
        ["aggregate", name, "--by", by, "--sum", f"`{column}`", "--on-error", "skip"],
        ["shares", name, "--over", by, "--of", f"`{column}`", "--on-error", "skip", "--where", f"{by}={payload}|乙"],
        ["describe", name], ["check", name],
    ):  # fmt: skip
        code, output, error = shihyo(*words, "-f", "html", "--lang", "ja", cwd=tmp_path)
        assert code in (0, 1), error
        (tmp_path / "page.html").write_bytes(output)
        page.open(tmp_path / "page.html")
        assert page.evaluate(RUNNABLE) == 0, words
        assert page.evaluate("[...document.links].filter(a => a.protocol == 'javascript:').length") == 0
        assert page.complaints() == [], words
        shown = page.evaluate("document.documentElement.textContent")
        assert payload in shown or payload.replace("/", "∕") in shown, words


# MARK: office files

FORBIDDEN = ["\x00", "\x01", "\x08", "\x0b", "\x0c", "\x1f", "\ufffe", "\uffff", "\x7f", "\x85", "]]>", "&#0;", "_x0000_", "\U0001f600"]


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_office_files_are_xml_whatever_the_data_hold(shihyo, tmp_path, form):
    """XML 1.0 forbids most control characters: every part is read by a strict parser, and every text is still there."""
    texts = [f"前{mark}後" for mark in FORBIDDEN if mark != "\x00"]
    write_csv(tmp_path / "data.csv", ["区\x0b" + "\uffff", "値"], [[text, "1"] for text in texts])
    code, output, error = shihyo(
        "aggregate", "data.csv", "--by", "`区\x0b\uffff`", "--sum", "値", "-o", f"out.{form}", "--lang", "ja", cwd=tmp_path
    )
    assert code == 0, error
    found = ""
    with zipfile.ZipFile(tmp_path / f"out.{form}") as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            assert not name.startswith("/") and ".." not in Path(name).parts
            if not name.endswith((".xml", ".rels")):
                continue
            parser = xml.parsers.expat.ParserCreate()
            parts = []
            parser.CharacterDataHandler = parts.append
            parser.Parse(archive.read(name), True)
            found += "".join(parts)
    assert found.count("前") >= len(texts) and "]]>" in found and "&#0;" in found and "\U0001f600" in found


def test_a_nul_is_refused_not_written(shihyo, tmp_path):
    (tmp_path / "data.csv").write_bytes("区,値\n前\0後,1\n".encode())
    for form in ("xlsx", "html", "csv"):
        code, output, error = shihyo("aggregate", "data.csv", "--by", "区", "--count", "-f", form, cwd=tmp_path)
        assert (code, output) == (65, b"") and ("[record.nul]" in error or "[encoding.zero-bytes]" in error), error


# MARK: ways out of a folder


@pytest.fixture
def desk(tmp_path):
    """A dataset in `desk/sets/use`, and a file outside that nothing may read."""
    folder = tmp_path / "desk" / "sets" / "use"
    folder.mkdir(parents=True)
    write_csv(tmp_path / "outside.csv", ["区", "値"], [[SECRET, "42"]])
    (tmp_path / "outside.yaml").write_text(f"title: {SECRET}\n", "utf-8")
    write_csv(folder / "use.csv", ["区", "値"], [["甲", "1"]])
    return tmp_path / "desk"


def describe(desk, **resource):
    package = {"name": "use", "resources": [{"name": "use", "path": "use.csv", **resource}]}
    (desk / "sets" / "use" / "datapackage.json").write_text(json.dumps(package, ensure_ascii=False), "utf-8")


def is_refused(answer, *codes):
    code, output, error = answer
    assert code in (64, 65, 66), (code, error)
    assert SECRET not in output.decode() and SECRET not in error and "42" not in output.decode()
    assert any(f"[{name}]" in error for name in codes), error


PATHS = ["../../../outside.csv", "sub/../../../../outside.csv", "{outside}", "~/outside.csv", "file://{outside}", "https://example.org/x.csv",
         "..\\..\\..\\outside.csv", "C:\\outside.csv", "./../../../outside.csv"]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("several", [False, True], ids=["one", "list"])
def test_paths_of_a_descriptor_stay_inside(shihyo, desk, path, several):
    path = path.replace("{outside}", str(desk.parent / "outside.csv"))
    describe(desk, path=["use.csv", path] if several else path)
    for command in (["aggregate", "use", "--count", "--by", "区"], ["check", "use"], ["describe", "use"], ["verify", "use"]):
        code, output, error = shihyo(*command, "--datasets", "sets", cwd=desk)
        assert SECRET not in output.decode() + error and code != 0, (command, error)
        told = error + output.decode()
        assert re.search(r"descriptor\.path-|dataset\.", told), told


@pytest.mark.parametrize("kind", ["file", "folder", "chain"])
def test_symbolic_links_stay_inside(shihyo, desk, kind):
    folder = desk / "sets" / "use"
    path = "way.csv"
    if kind == "folder":
        (folder / "sub").symlink_to(desk.parent)
        path = "sub/outside.csv"
    elif kind == "file":
        (folder / "way.csv").symlink_to(desk.parent / "outside.csv")
    else:
        (folder / "way.csv").symlink_to("next.csv")
        (folder / "next.csv").symlink_to("../../../outside.csv")
    describe(desk, path=path)
    is_refused(
        shihyo("aggregate", "use", "--count", "--by", "区", "--datasets", "sets", cwd=desk),
        "descriptor.path-leaves-folder")  # fmt: skip


def test_a_link_inside_is_followed(shihyo, desk):
    (desk / "sets" / "use" / "way.csv").symlink_to("use.csv")
    describe(desk, path="way.csv")
    code, output, error = shihyo("aggregate", "use", "--sum", "値", "--datasets", "sets", "-f", "csv", cwd=desk)
    assert (code, output) == (0, "sum(値)\n1\n".encode()), error


@pytest.mark.parametrize("name", ["../../outside", "..", ".", "/etc", "use/../..", "..%2f..", "use/..", "sets\0x", "a" * 5000])
def test_names_lead_nowhere(shihyo, desk, name):
    """Names of datasets, reports, resources and profiles: found under their folder or not at all."""
    describe(desk)
    if "\0" in name:
        return
    for words in (["aggregate", name, "--count"], ["report", name], ["verify", name], ["report", name, "--new", "--dataset", "use"],
                  ["report", "x", "--new", "--dataset", name], ["explain", name], ["register", name]):  # fmt: skip
        before = sorted(path for path in desk.parent.rglob("*"))
        code, output, error = shihyo(*words, "--datasets", "sets", cwd=desk)
        assert code in (64, 65, 66, 73), (words, code, error)
        assert SECRET not in output.decode() + error
        assert sorted(path for path in desk.parent.rglob("*")) in (before, sorted({*before, desk / "reports"})), words


def test_what_a_report_names_stays_inside(shihyo, desk):
    """Datasets, metrics and profiles by name; nothing of a report.yaml is a path."""
    describe(desk)
    folder = desk / "reports" / "paper"
    folder.mkdir(parents=True)
    (desk / "sets" / "other").mkdir()
    for dataset in ("../../outside.csv", "../sets/use", str(desk.parent / "outside.csv"), "use/../../../outside.csv"):
        text = {"title": "x", "lang": "ja", "datasets": dataset, "sections": [{"id": "a", "title": "b", "blocks": [
            {"rows": {"name": "r", "dataset": dataset, "columns": "区"}}]}]}  # fmt: skip
        (folder / "report.yaml").write_text(json.dumps(text, ensure_ascii=False), "utf-8")
        code, output, error = shihyo("report", "paper", "--reports", "reports", "--datasets", "sets", "-o", "out", cwd=desk)
        assert code in (64, 65, 66) and SECRET not in output.decode() + error, error
        assert not (desk / "out").exists()


@pytest.mark.parametrize("profile", ["../../../outside", "/etc/passwd", "..", "a/../../b"])
def test_profiles_stay_inside(shihyo, desk, profile):
    package = {"name": "use", "shihyo": {"profile": profile}, "resources": [
        {"name": "use", "path": "use.csv", "schema": {"fields": [
            {"name": "区", "type": "string", "shihyo": {"profile": profile}}, {"name": "値", "type": "integer"}]}}]}  # fmt: skip
    (desk / "sets" / "use" / "datapackage.json").write_text(json.dumps(package), "utf-8")
    (desk.parent / "outside.json").write_text(json.dumps({"name": SECRET, "bodies": []}), "utf-8")
    code, output, error = shihyo("aggregate", "use", "--by", "区", "--count", "--datasets", "sets", cwd=desk)
    assert code in (65, 66) and SECRET not in output.decode() + error, error


def test_outputs_named_by_data_do_not_exist(shihyo, desk):
    """No name of an output comes from the data: a folder of outputs holds its fixed names only."""
    write_csv(desk / "sets" / "use" / "use.csv", ["区", "値"], [["../../evil", "1"], ["/tmp/evil", "2"], ["report.csv\n", "3"]])
    describe(desk, title="../../evil")
    folder = desk / "reports" / "paper"
    folder.mkdir(parents=True)
    text = {"title": "../../evil", "lang": "ja", "datasets": "use", "sections": [{"id": "a", "title": "../evil", "blocks": [
        {"rows": {"name": "r", "dataset": "use", "columns": "区,値"}}]}]}  # fmt: skip
    (folder / "report.yaml").write_text(json.dumps(text, ensure_ascii=False), "utf-8")
    code, output, error = shihyo("report", "paper", "--reports", "reports", "--datasets", "sets", "-o", "out", cwd=desk)
    assert code == 0, error
    names = {"figures.csv", "run.json", *(f"report.{end}" for end in ("txt", "csv", "md", "html", "json", "xlsx"))}
    assert set(os.listdir(desk / "out")) == names
    assert sorted(os.listdir(desk)) == ["out", "reports", "sets"] and sorted(os.listdir(desk.parent))[:1] == ["desk"]


def test_yaml_and_json_run_nothing(shihyo, desk):
    """Tags, anchors and merges are refused: a definition is plain data."""
    describe(desk)
    folder = desk / "reports" / "paper"
    folder.mkdir(parents=True)
    for text in ("title: !!python/object/apply:os.system ['touch evil']\n", "title: &a x\nlang: *a\n", "<<: {title: x}\ntitle: !ruby/object:Gem {}\n"):
        (folder / "report.yaml").write_text(text, "utf-8")
        code, output, error = shihyo("report", "paper", "--reports", "reports", "--datasets", "sets", cwd=desk)
        assert code == 65 and "[yaml." in error or "[report." in error, error
    assert not (desk / "evil").exists()


def test_no_shell_sees_a_name(shihyo, desk):
    """The one program that is started (pandoc) gets no word of the data or of the user."""
    write_csv(desk / "$(touch evil);`touch evil`.csv", ["区", "値"], [["$(touch evil)", "1"], ["--lua-filter=x", "2"]])
    code, _, error = shihyo(
        "aggregate", "$(touch evil);`touch evil`.csv", "--by", "区", "--count", "-o", "--lua-filter=evil.docx", "-f", "docx", cwd=desk)  # fmt: skip
    assert code in (0, 64), error
    code, _, error = shihyo("aggregate", "$(touch evil);`touch evil`.csv", "--by", "区", "--count", "-o", "a b;touch evil.docx", cwd=desk)
    assert code == 0 and not (desk / "evil").exists(), error
    assert (desk / "a b;touch evil.docx").stat().st_size > 1000


@pytest.mark.parametrize("label", ["../../../evil", "/tmp/evil", "..", "a,b=c/../d", "%2F.."])
def test_a_value_of_the_data_in_the_name_of_an_edition(shihyo, root, tmp_path, label):
    """`--publish --set ward=…` names a folder after a value of the data: it stays one folder, below `published`."""
    for name in ("datasets", "reports"):
        shutil.copytree(root / "Tests" / "cases" / "report-folder" / name, tmp_path / name)
    data = tmp_path / "datasets" / "use" / "use.csv"
    data.write_text(data.read_text("utf-8").replace("甲区", f'"{label}"'), "utf-8")
    before = {path for path in tmp_path.rglob("*")}
    code, output, error = shihyo("report", "paper", "-q", "-f", "text", "--publish", "--set", f"ward={label}", cwd=tmp_path)
    assert code == 0, error
    made = {path.relative_to(tmp_path).parts for path in tmp_path.rglob("*")} - {path.relative_to(tmp_path).parts for path in before}
    assert all(parts[:3] == ("reports", "paper", "published") for parts in made), made
    assert max(map(len, made)) == 6 and not Path("/tmp/evil").exists()
