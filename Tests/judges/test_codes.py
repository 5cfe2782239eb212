"""Codes of messages: each on the page, each in both languages, and all messages as JSON where `-f json` asks for it."""

import json
import re

import pytest
from conftest import ROOT

PAGE = ROOT / "Sources" / "Shihyo" / "Shihyo.docc" / "Codes.md"
SOURCES = sorted((ROOT / "Sources").rglob("*.swift"))
KANA = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]")
# What a message quotes is not its own text: names, texts of cells, words to be typed.
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|「[^」]*」|`[^`]*`|'[^']*'|«[^»]*»")

# A sentence in Japanese has hiragana or punctuation; a unit, a ward or a date of the data in an English one has not.
PROSE = re.compile(r"[\u3041-\u3096。、「」]")
# Words of the data in the examples that have some, all the same.
DATA = re.compile("見込み|記載なし|コード|コマ|金額（千円）")
# What is to be typed stays English in a Japanese sentence.
TYPED = re.compile(r"(shihyo|apt-get|ulimit|--[a-z]+) [ -~]*")


@pytest.fixture(scope="module")
def codes(shihyo):
    """Code → severity, message and hint in both languages."""
    code, output, error = shihyo("codes", "-f", "json")
    assert code == 0, error
    rows = json.loads(output)["blocks"][0]["rows"]
    return {row["keys"][0]: (row["keys"][1], row["labels"][2], row["labels"][3]) for row in rows}


def test_the_page_is_current(shihyo, request):
    code, output, error = shihyo("codes", "--page")
    assert code == 0, error
    if request.config.getoption("record") and (not PAGE.exists() or PAGE.read_bytes() != output):
        PAGE.write_bytes(output)
        pytest.fail(f"{PAGE.name} was written anew: read it, then run again without --record")
    assert PAGE.read_bytes() == output, "the page of codes is old: make record CASE=page_is_current"


def test_every_code_of_the_sources_is_documented(codes):
    written = set()
    for path in SOURCES:
        for block in re.findall(r"var code: String \{(.*?)\n  \}", path.read_text("utf-8"), re.S):
            written |= set(re.findall(r'"([a-z][a-z-]*\.[a-z0-9][a-z0-9-]*)"', block))
    assert len(written) > 450
    assert written - codes.keys() == set(), "no example of these, or their family is not in FindingCatalogue"
    print(f"codes documented: {len(codes)}")


def test_every_family_of_rules_is_in_the_catalogue():
    families = set()
    for path in SOURCES:
        families |= set(re.findall(r"enum (\w+): FindingRule\b", path.read_text("utf-8")))
    named = (ROOT / "Sources/Shihyo/FindingCatalogue.swift").read_text("utf-8")
    named += (ROOT / "Sources/ShihyoCLI/Commands/CodesCommand.swift").read_text("utf-8")
    assert len(families) > 40
    assert {family for family in families if f"{family}.self" not in named} == set()


def test_every_message_is_there_in_both_languages(codes):
    """No text is missing, none is in the other language: Japanese stands in English only where something is quoted."""
    wrong = []
    for code, (severity, *texts) in codes.items():
        assert severity in ("error", "warning", "note")
        for text in texts:
            if not KANA.search(text["ja"]):
                wrong.append((code, "no Japanese", text["ja"]))
            if not re.search("[A-Za-z]{2}", text["en"]):
                wrong.append((code, "no English", text["en"]))
            english = DATA.sub("", QUOTED.sub("", text["en"]))
            if PROSE.search(english):
                wrong.append((code, "Japanese in English", text["en"]))
            if re.search(r"\b[a-z]+ [a-z]+ [a-z]+", TYPED.sub("", QUOTED.sub("", text["ja"]))):
                wrong.append((code, "English in Japanese", text["ja"]))
    assert wrong == []


def test_codes_that_the_cases_show_are_documented(codes):
    seen = set()
    for path in (ROOT / "Tests" / "cases").glob("*/expected-*"):
        if path.is_file():
            seen |= set(re.findall(r" \[([a-z-]+\.[a-z0-9-]+)\]$", path.read_text("utf-8", "replace"), re.M))
    families = {code.split(".")[0] for code in codes}
    seen = {code for code in seen if code.split(".")[0] in families}
    assert len(seen) > 80
    assert seen - codes.keys() == set()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_code_is_explained(shihyo, codes, lang):
    code, output, error = shihyo("codes", "cell.overflow", "--lang", lang)
    _, message, hint = codes["cell.overflow"]
    assert code == 0 and message[lang] in output.decode() and hint[lang] in output.decode()
    # As it stands in a message, and where one would look first.
    assert shihyo("codes", "[cell.overflow]", "--lang", lang)[1] == output
    assert shihyo("help", "cell.overflow", "--lang", lang)[1] == output
    code, output, error = shihyo("codes", "cell", "--lang", lang)
    assert code == 0 and output.decode().count("cell.") >= sum(name.startswith("cell.") for name in codes)
    code, output, error = shihyo("codes", "cell.overflo", "--lang", lang)
    assert code == 66 and "cell.overflow" in error and "[command.unknown-code]" in error


COMMANDS = {
    "describe": (["missing.csv"], 66), "check": (["missing.csv"], 66),
    "aggregate": (["bad.csv", "--by", "区", "--sum", "件数"], 65), "shares": (["bad.csv", "--over", "無い"], 64),
    "trend": (["bad.csv", "--measure", "sum(件数)", "--time", "月"], None), "ranks": (["bad.csv"], None),
    "survey": (["bad.csv"], None), "register": (["missing"], 66), "report": (["missing"], 66), "verify": (["missing"], 66),
    "explain": (["missing"], None), "compare": (["missing", "other", "--key", "区"], None),
    "datasets": (["--datasets", "folder"], 65), "reports": (["extra"], 64), "codes": (["missing"], 66),
}  # fmt: skip


def findings_of(error):
    found = [json.loads(line) for line in error.splitlines()]
    for finding in found:
        assert finding["severity"] in ("error", "warning", "note")
        assert finding["message"]["ja"] and finding["message"]["en"] and "hint" in finding
    return [finding["code"] for finding in found]


@pytest.fixture
def wrong_inputs(tmp_path):
    (tmp_path / "bad.csv").write_text("区,件数,月\n門司,一\x1b[31m,2024-04\n小倉,=2,x\n", "utf-8")
    (tmp_path / "folder" / "broken").mkdir(parents=True)
    (tmp_path / "folder" / "broken" / "datapackage.json").write_text("{", "utf-8")
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_findings_as_json(shihyo, wrong_inputs, command):
    """The same codes and the same exit code as for people, one JSON object a line."""
    arguments, wanted = COMMANDS[command]
    code, _, text = shihyo(command, *arguments, cwd=wrong_inputs)
    again, output, error = shihyo(command, *arguments, "-f", "json", cwd=wrong_inputs)
    assert code == again and code >= 64 and wanted in (None, code), (code, text)
    found = findings_of(error)
    assert set(found) == set(re.findall(r" \[([a-z-]+\.[a-z0-9-]+)\]$", text, re.M)) and found


@pytest.mark.parametrize("command", [*COMMANDS, None])
@pytest.mark.parametrize("wrong", [["--nonsense"], ["--lang", "klingon"], ["--format=json", "--nonsense=1"]])
def test_usage_errors_as_json(shihyo, command, wrong):
    start = [command] if command else ["nonsense"]
    code, output, error = shihyo(*start, *wrong, "-f", "json")
    assert code == 64 and output == b"", error
    assert all(name.startswith("command.") for name in findings_of(error))


def test_a_finding_as_json_says_where(shihyo, wrong_inputs):
    code, _, error = shihyo("aggregate", "bad.csv", "--by", "区", "--sum", "件数", "-f", "json", cwd=wrong_inputs)
    first = json.loads(error.splitlines()[0])
    assert (first["file"], first["line"], first["text"]) == ("bad.csv", 2, "一\x1b[31m")
    assert first["column"] == {"number": 2, "letter": "B", "name": "件数"}
    assert "\x1b" not in error


def test_notes_and_warnings_are_json_too(shihyo, tmp_path):
    (tmp_path / "a.csv").write_text("区,件数\n門司,1\n", "utf-8")
    code, _, error = shihyo("describe", "a.csv", "--write", "datapackage.json", "-f", "json", "--lang", "ja", cwd=tmp_path)
    assert code == 0, error
    assert [list(json.loads(line)["message"]) for line in error.splitlines()] == [["ja"]]
