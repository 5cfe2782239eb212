"""Whole-command cases: each folder of Tests/cases is a command, its input files, and what must come of it.

    cmd              one shell command; `shihyo` is the binary under test, the folder's files lie beside it
    exit-code        typed by hand, never recorded
    error-mentions   typed by hand: each line's TAB-separated pieces must stand together on one line of standard error
    output-mentions  the same for standard output: what `check` finds is its result
    expected-output  standard output, byte for byte (typed by hand where the design fixes it, else recorded and read)
    expected-error   standard error, byte for byte (recorded and read)
    expected-files/  files that the command must leave behind; any other new file is a failure

`--record` writes missing or changed expected-output and expected-error, and fails all the same.
"""

import difflib
import os
import shutil
import subprocess

import pytest
from conftest import ROOT

CASES = ROOT / "Tests" / "cases"
WORDS = {"cmd", "exit-code", "error-mentions", "output-mentions", "expected-output", "expected-error", "expected-files"}


def files_below(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run(case, binary, folder):
    """Runs the case in a copy of its folder; returns (exit code, output, error, new or changed files)."""
    work = folder / "case"
    shutil.copytree(case, work, ignore=lambda path, names: WORDS & set(names) if path == str(case) else set())
    (folder / "bin").mkdir()
    (folder / "bin" / "shihyo").symlink_to(binary)
    before = files_below(work)
    environment = {
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
        "HOME": str(folder),
        "TMPDIR": str(folder),
    }
    command = "set -o pipefail\n" + (case / "cmd").read_text("utf-8")
    done = subprocess.run(
        ["bash", "-c", command], cwd=work, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=60
    )
    after = files_below(work)
    changed = {name: data for name, data in after.items() if before.get(name) != data}
    gone = before.keys() - after.keys()
    return done.returncode, done.stdout, done.stderr, changed, gone


def difference(name, expected, found):
    def lines(data):
        return data.decode("utf-8", "backslashreplace").splitlines()

    if lines(expected) == lines(found):
        return f"{name}: only line ends differ: {expected[-40:]!r}, now {found[-40:]!r}"
    return "\n".join(difflib.unified_diff(lines(expected), lines(found), name, "now", lineterm=""))


def typed_failures(case, code, output, error, changed, gone):
    """What was typed by hand and does not hold."""
    wanted = int((case / "exit-code").read_text())
    if code != wanted:
        yield f"exit code {code}, must be {wanted}"
    for word, stream, found in (("error", "standard error", error), ("output", "standard output", output)):
        mentions = case / f"{word}-mentions"
        for line in mentions.read_text("utf-8").splitlines() if mentions.is_file() else []:
            pieces = line.split("\t")
            if not any(all(piece in shown for piece in pieces) for shown in found.decode("utf-8", "replace").splitlines()):
                yield f"{stream} has no line with {' and '.join(map(repr, pieces))}"
    expected = files_below(case / "expected-files")
    for name in sorted(changed.keys() | expected.keys()):
        if name not in expected:
            yield f"the command left {name} behind or changed it"
        elif name not in changed:
            yield f"the command did not write {name}"
        elif changed[name] != expected[name]:
            yield difference(name, expected[name], changed[name])
    yield from (f"the command removed {name}" for name in sorted(gone))


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_case(case, binary, tmp_path, request):
    code, output, error, changed, gone = run(case, binary, tmp_path)
    failures = list(typed_failures(case, code, output, error, changed, gone))
    may_record = request.config.getoption("record") and not failures  # a wrong answer is never recorded
    for name, found in [("expected-output", output), ("expected-error", error)]:
        path = case / name
        if path.is_file() and path.read_bytes() == found:
            continue
        if may_record:
            path.write_bytes(found)
            failures.append(f"{name} recorded: read it, then run again without --record")
        elif path.is_file():
            failures.append(difference(name, path.read_bytes(), found))
        else:
            failures.append(f"{name} is not recorded: make record CASE={case.name}, then read it")
    if failures:
        shown = [f"$ {(case / 'cmd').read_text('utf-8').strip()}", *failures]
        if error:
            shown.append("standard error was:\n" + error.decode("utf-8", "backslashreplace"))
        pytest.fail("\n".join(shown), pytrace=False)
