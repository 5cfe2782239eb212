"""Broken inputs of every kind against every command: an answer or a refusal, in bounded time and memory, never a trap.

Each input says how many rows its author meant, or that it cannot be right: then `check` must say something.
"""

import gzip
import io
import json
import os
import resource
import signal
import subprocess
import tempfile
import threading
import time
import zipfile

import pytest

# Exit codes that the README names; 70 (our bug) and signals are what this judge looks for.
FINE = {0, 1, 64, 65, 66, 69, 73, 74}
MEMORY = 1 << 30
SECONDS = 60
HEAD = "区,月,値\n"
ROWS = "門司区,2025-04,1\n小倉北区,2025-05,2\n小倉南区,2025-06,3\n"
TABLE = HEAD + ROWS


def archive():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("xl/workbook.xml", "<workbook/>" * 50)
    return target.getvalue()


def cell(text):
    """The table with this text as the value of its second row."""
    return TABLE.replace(",2\n", f",{text}\n").encode()


# name: bytes, rows that were meant (None: it must be reported)
INPUTS = {
    "nothing wrong": (TABLE.encode(), 3),
    "empty": (b"", None),
    "only a mark": (b"\xef\xbb\xbf", None),
    "only line ends": (b"\n\n\r\n\n", None),
    "only spaces": (b"   \t  \n  ", None),
    "only commas": (b",,,\n,,,\n,,,\n", None),
    "only quotes": (b'"""""\n"""', None),
    "one quote": (b'"', None),
    "header only": (HEAD.encode(), None),
    "header without line end": (HEAD.strip().encode(), None),
    "two marks": (b"\xef\xbb\xbf" * 2 + TABLE.encode(), None),
    "a mark in the middle": (TABLE.replace("小倉北区", "\ufeff小倉北区").encode(), None),
    "a mark before each row": ("".join("\ufeff" + line + "\n" for line in TABLE.splitlines()).encode(), None),
    "CR only": (TABLE.replace("\n", "\r").encode(), 3),
    "CR LF and LF": (TABLE.replace("\n", "\r\n", 2).encode(), 3),
    "CR CR LF": (TABLE.replace("\n", "\r\r\n").encode(), 3),
    "LF CR": (TABLE.replace("\n", "\n\r").encode(), 3),
    "separators of two kinds": (HEAD.encode() + ROWS.replace(",", ";", 2).encode(), None),
    "separators by row": ("区,月,値\n門司区;2025-04;1\n小倉北区\t2025-05\t2\n小倉南区|2025-06|3\n".encode(), None),
    "tabs and commas": (TABLE.replace(",", "\t,").encode(), None),
    "NUL in the header": (TABLE.replace("値", "値\0").encode(), None),
    "NUL in a cell": (cell("2\0"), None),
    "NULs only": (b"\0" * 100_000, None),
    "UTF-16, odd": (TABLE.encode("utf-16")[:-1], None),
    "UTF-16 without mark, odd": (TABLE.encode("utf-16-le") + b"\x0a", None),
    "UTF-16, half a pair": (TABLE.encode("utf-16-le").replace("北".encode("utf-16-le"), b"\x00\xd8"), None),
    "UTF-32": (TABLE.encode("utf-32"), None),
    "UTF-32 big": (TABLE.encode("utf-32-be"), None),
    "UTF-7": (TABLE.encode("utf-7"), None),
    "EUC-JP": (TABLE.encode("euc_jp"), None),
    "CP932": (TABLE.encode("cp932"), 3),
    "CP932, cut": (TABLE.encode("cp932")[:-14], None),
    "GB18030": (TABLE.replace("区", "區").encode("gb18030") * 3, None),
    "Latin 1": ("Größe,Wert\nÄpfel,1\nÖl,2\n".encode("latin-1"), None),
    "UTF-8 of surrogates": (TABLE.encode().replace("北".encode(), b"\xed\xa0\x80"), None),
    "overlong UTF-8": (TABLE.encode().replace("北".encode(), b"\xc0\xaf"), None),
    "gzip": (gzip.compress(TABLE.encode()), None),
    "zip": (archive(), None),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", None),
    "HTML": ("<html><body><table><tr><td>区</td></tr></table></body></html>\n".encode(), None),
    "JSON": (json.dumps([{"区": "門司", "値": 1}] * 3, indent=1).encode(), None),
    "old Excel": (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504), None),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, None),
    "header twice the same": (TABLE.replace("月", "区", 1).encode(), None),
    "header of spaces": (TABLE.replace("月", "　", 1).encode(), None),
    "header of numbers": (ROWS.encode(), None),
    "a quoted header of 3 MB": ('"{}",月,値\n'.format("区\n" * 1_000_000).encode() + ROWS.encode(), None),
    "a quoted header that never ends": (('"' + TABLE * 20_000).encode(), None),
    "stray quote": (TABLE.replace("小倉北", '"小倉北').encode() * 2, None),
    "stray quotes in each row": (TABLE.replace("区,", '"区,').encode() * 50, None),
    "100,000 quotes": (HEAD.encode() + b'"' * 100_000 + b",,\n", None),
    "100,001 quotes": (HEAD.encode() + b'"' * 100_001 + b",,\n", None),
    "a million digits": (cell("9" * 1_000_000), None),
    "a million columns": (",".join(f"c{n}" for n in range(1_000_000)).encode() + b"\n" + b"," * 999_999 + b"\n", None),
    "a row of a million cells": (TABLE.encode() + b"," * 1_000_000 + b"\n", None),
    "50,000 short rows": (HEAD.encode() + b"a\n" * 50_000, None),
    "200,000 blank lines": (HEAD.encode() + b"\n" * 200_000 + ROWS.encode(), 3),
    "100,000 digits": (cell("9" * 100_000), None),
    "100,000 decimals": (cell("0." + "3" * 100_000), None),
    "100,000 leading zeros": (cell("0" * 100_000 + "2"), 3),
    "1e999999999": (cell("1e999999999"), None),
    "1e-999999999": (cell("1e-999999999"), None),
    "NaN": (cell("NaN"), None),
    "-Infinity": (cell("-Infinity"), None),
    "0x10": (cell("0x10"), None),
    "minus minus": (cell("--2"), None),
    "digits of another script": (cell("٢"), None),
    "a superscript": (cell("²"), None),
    "a formula": (cell("=1+1"), None),
    "month 13": (TABLE.replace("2025-05", "2025-13").encode(), None),
    "day 0": (TABLE.replace("2025-05", "2025-05-00").encode(), None),
    "year 999999999999": (TABLE.replace("2025-05", "999999999999-05").encode(), None),
    "令和0年": (TABLE.replace("2025-05", "令和0年5月").encode(), None),
    "平成99年": (TABLE.replace("2025-05", "平成99年5月").encode(), None),
    "令和 of 60,000 digits": (TABLE.replace("2025-05", f"令和{'9' * 60_000}年5月").encode(), None),
    "a combining mark 50,000 times": (TABLE.replace("小倉北", "小" + "\u0301" * 50_000).encode(), 3),
    "right to left": (TABLE.replace("小倉北", "\u202e小倉北").encode(), None),
    "sep= of a quote": (b'sep="\n' + TABLE.encode(), None),
    "sep= alone": (b"sep=,", None),
    "two tables": ((TABLE + "\n" + "施設,件数\nA,1\nB,2\n").encode(), None),
    "random bytes": (bytes((n * n * 31 + n * 7 + 11) % 251 for n in range(50_000)), None),
}
# A number or a month that is none shows where a column is declared; text columns may hold it.
DECLARED = {
    "a million digits", "100,000 digits", "100,000 decimals", "1e999999999", "1e-999999999", "NaN", "-Infinity", "0x10", "minus minus",
    "digits of another script", "a superscript", "a formula", "month 13", "day 0", "year 999999999999", "令和0年",
    "平成99年", "令和 of 60,000 digits",
}  # fmt: skip

COMMANDS = {
    "describe": ["describe", "IN"],
    "check": ["check", "IN", "-f", "csv"],
    "lint": ["check", "IN", "--lint", "-f", "json"],
    "count": ["aggregate", "IN", "--count", "-f", "csv"],
    "sum": ["aggregate", "IN", "--by", "区,月:quarter", "--sum", "値", "--on-error", "skip"],
    "shares": ["shares", "IN", "--over", "区", "-f", "html"],
    "brackets": ["shares", "IN", "--over", "値", "--brackets", "0-1,2+"],
    "trend": ["trend", "IN", "--measure", "sum(値)", "--time", "月", "--grain", "month"],
    "survey": ["survey", "IN", "--question", "区", "--multiple", ";"],
    "ranks": ["ranks", "IN", "--rank", "値"],
    "compare": ["compare", "IN", "IN", "--key", "区"],
    "verify": ["verify", "IN"],
    "descriptor": ["check", "FOLDER/datapackage.json"],
    "register": ["register", "FOLDER/datapackage.json"],
    "draft": ["describe", "IN", "--write", "FOLDER/draft.json"],
}


def limit():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 31, 1 << 31))


def run(binary, arguments, stdin=subprocess.DEVNULL):
    """(exit code, output, error, peak memory in bytes); the answers go through files, which no pipe can fill."""
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"}
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as error:
        process = subprocess.Popen(
            [str(binary), *map(str, arguments)], stdin=stdin, stdout=output, stderr=error, env=environment,
            preexec_fn=limit)  # fmt: skip
        stop = threading.Timer(SECONDS * 4, process.kill)
        stop.start()
        _, status, usage = os.wait4(process.pid, 0)
        stop.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        error.seek(0)
        return process.returncode, output.read(), error.read().decode("utf-8", "replace"), usage.ru_maxrss << 10


def judge(binary, arguments, **options):
    code, output, error, memory = run(binary, arguments, **options)
    told = f"{arguments}: {code}, {memory >> 20} MiB, {error[-600:]}"
    assert code in FINE, told
    assert "Fatal error" not in error and memory < MEMORY, told
    assert code in (0, 1) or "error" in error, told
    return code, output, error


# Every file goes through these, and through a few of the others in turn; all of them with --seeds above 100.
ALWAYS = ("check", "count", "descriptor")


def in_turn(turn, everything):
    others = [title for title in COMMANDS if title not in ALWAYS]
    return ALWAYS + tuple(title for number, title in enumerate(others) if everything or (number + turn) % 4 == 0)


@pytest.mark.parametrize("name", INPUTS)
def test_a_broken_file(binary, tmp_path, name, pytestconfig):
    content, meant = INPUTS[name]
    path = tmp_path / "in.csv"
    path.write_bytes(content)
    fields = [{"name": "区", "type": "string"}, {"name": "月", "type": "yearmonth"}, {"name": "値", "type": "integer"}]
    (tmp_path / "datapackage.json").write_text(
        json.dumps({"name": "t", "resources": [{"name": "t", "path": "in.csv", "schema": {"fields": fields}}]}), "utf-8"
    )
    answers = {}
    for title in in_turn(list(INPUTS).index(name), pytestconfig.getoption("seeds") > 100 or name == "nothing wrong"):
        command = COMMANDS[title]
        words = [word.replace("IN", str(path), 1) if word == "IN" else word.replace("FOLDER", str(tmp_path)) for word in command]
        start = time.monotonic()
        answers[title] = judge(binary, words)
        if time.monotonic() - start > 10:
            print(f"{name}, {title}: {time.monotonic() - start:.0f} s")
    # Otherwise the commands of this judge would say no more than that they are wrong.
    assert name != "nothing wrong" or all(answer[0] == 0 for title, answer in answers.items() if title not in ("verify", "register"))
    code, output, error = answers["count"]
    if meant is not None:
        assert code == 0 and output.decode().split()[-1] == str(meant), (output, error)
        return
    check, output, error = answers["descriptor" if name in DECLARED else "check"]
    assert check in (1, 65) or "warning" in output.decode() + error, ("wrong in silence", output.decode()[-300:], error[-300:])


# MARK: definitions


def nested(depth):
    return '{"name":"t","resources":' + '[{"a":' * depth + "1" + "}]" * depth + "}"


def descriptor(**more):
    resource = {"name": "t", "path": "in.csv", **more}
    return json.dumps({"name": "t", "resources": [resource]})


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{new}: &{new} [{','.join(['*' + old] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi")
)
DEFINITIONS = {
    "datapackage.json": {
        "empty": "", "only a mark": "\ufeff", "a number": "1", "null": "null", "cut": descriptor()[:-3], "NUL": descriptor() + "\0",
        "100,000 levels": nested(50_000), "100,000 brackets": "[" * 100_000, "100,000 braces": '{"a":' * 100_000,
        "half a pair": descriptor(title="X").replace("X", "\\ud800"), "17 MB": descriptor(title="x" * (17 << 20)),
        "a key twice": descriptor()[:-1] + ',"name":"u"}', "1e999999999": descriptor(bytes=1).replace("1", "1e999999999"),
        "path up": descriptor(path="../in.csv"), "path of the system": descriptor(path="/etc/passwd"),
        "path of itself": descriptor(path="datapackage.json"), "path of a link to itself": descriptor(path="loop.csv"),
        "path of a link up": descriptor(path="up.csv"), "path of a folder": descriptor(path="."),
        "path of a device": descriptor(path="zero.csv"), "a path with NUL": descriptor(path="in.csv\0x"),
        "a path on the net": descriptor(path="http://localhost:9/in.csv"),
        "a million fields": descriptor(schema={"fields": [{"name": str(n)} for n in range(300_000)]}),
        "a pattern that explodes": descriptor(
            schema={"fields": [{"name": "区", "constraints": {"pattern": "(a*)*" * 40 + "b"}}, {"name": "月"}, {"name": "値"}]}),
        "a pattern of 100,000 brackets": descriptor(schema={"fields": [{"name": "区", "constraints": {"pattern": "(" * 100_000}}]}),
        "skips of 10^18": descriptor(dialect={"headerRows": [10**18]}),
        "a type that is none": descriptor(schema={"fields": [{"name": "区", "type": "x" * 100_000}]}),
        "a field twice": descriptor(schema={"fields": [{"name": "区"}, {"name": "区"}]}),
    },
    "report.yaml": {
        "empty": "", "anchors": BOMB, "alias of itself": "a: &a [*a]\n", "100,000 levels": "[" * 100_000, "100,000 dashes": "- " * 50_000,
        "levels by indent": "".join(" " * n + "a:\n" for n in range(2_000)), "tag": "a: !!python/object:os.system x\n",
        "2 MB": "a: " + "x" * (2 << 20), "a tab": "a:\n\t- b\n", "two documents": "a: 1\n---\nb: 2\n", "a key twice": "a: 1\na: 2\n",
        "merge": "a: {b: 1}\nc:\n  <<: {d: 2}\n", "binary": "a: !!binary gIGC\n", "NUL": "a: b\0c\n", "open quote": 'a: "' + "x" * 5000,
        "bytes": "a: \udcff\udcfe\n", "a number of 10^5 digits": "period: " + "9" * 100_000 + "\n",
    },
    "metrics.yaml": {
        "empty": "", "anchors": BOMB, "100,000 levels": "{a: " * 100_000, "text": "nothing", "list": "- 1\n- 2\n",
        "a long expression": "metrics:\n  m:\n    value: " + "sum(" * 50_000 + "\n", "path up": "metrics: ../../etc/passwd\n",
    },
    "known-figures.csv": {
        "empty": "", "other header": TABLE, "one quote": '"', "NUL": "id,\0\n", "a million commas": "," * 1_000_000,
        "17 MB": "id,printed\n" + "x,1\n" * (4 << 20),
    },
}  # fmt: skip


@pytest.mark.parametrize("file, name", [(file, name) for file, texts in DEFINITIONS.items() for name in texts])
def test_a_broken_definition(binary, tmp_path, file, name):
    """Refused with a message, whatever it is; nothing outside of its folder is read."""
    folder = tmp_path / "datasets" / "t"
    folder.mkdir(parents=True)
    paper = tmp_path / "reports" / "t"
    paper.mkdir(parents=True)
    (folder / "in.csv").write_text(TABLE, "utf-8")
    (tmp_path / "datasets" / "in.csv").write_text("secret\n1\n")
    (folder / "loop.csv").symlink_to("loop.csv")
    (folder / "up.csv").symlink_to("../in.csv")
    (folder / "zero.csv").symlink_to("/dev/zero")
    (folder / "datapackage.json").write_text(descriptor(), "utf-8")
    (paper / "report.yaml").write_text("title: t\n", "utf-8")
    place = (paper if file == "report.yaml" else folder) / file
    place.write_bytes(DEFINITIONS[file][name].encode("utf-8", "surrogateescape"))
    places = ["--datasets", str(tmp_path / "datasets"), "--reports", str(tmp_path / "reports")]
    answers = [
        judge(binary, [*command, *places[: 4 if command[0] in ("report", "verify") else 2]])
        for command in (["check", "t", "-f", "json"], ["verify"], ["report", "t"], ["register", "t"])
    ]
    assert all("secret" not in output.decode() + error for _, output, error in answers)
    if file == "datapackage.json":
        assert answers[0][0] in (1, 65, 66, 74), answers[0]
    else:
        assert answers[2 if file == "report.yaml" else 1][0] != 0 or file == "metrics.yaml", answers


# MARK: more than memory


@pytest.mark.parametrize("letter", [b"a", b"\0", b'"', b"\n", b",", b"\xe3", b"\r"])
def test_an_endless_line(binary, letter):
    """Much of one letter from a pipe: refused, or read, in the memory of one record."""
    # Line ends are as many records, which a debug build takes its time for.
    size = "8M" if letter in b"\r\n" else "200M"
    for command in (["aggregate", "-", "--count"], ["describe", "-"], ["check", "-", "--header-rows", "2"]):
        source = subprocess.Popen(["head", "-c", size, "/dev/zero"], stdout=subprocess.PIPE)
        told = subprocess.Popen(
            ["tr", "\\000", "\\%03o" % letter[0]], stdin=source.stdout, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env={"LC_ALL": "C", "PATH": os.environ["PATH"]})  # fmt: skip
        code, output, error, memory = run(binary, command, stdin=told.stdout)
        for process in (source, told):
            process.stdout.close()
            process.kill()
            process.wait()
        assert code in FINE and memory < MEMORY // 2 and (error or output), (command, code, memory >> 20, error)
