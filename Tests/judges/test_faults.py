"""Faults while a result is written: the old or the new one stands there, never a half one, and a message says what failed."""

import errno
import os
import random
import resource
import shutil
import signal
import stat
import subprocess
import threading
import time

import pytest
from conftest import ROOT
from faults import Paper, contents, digest_fails, mounted, shim  # noqa: F401

# A full, write-protected, or broken place: could not create (73), could not write (74).
FAULT_CODES = {"output.cannot-create": 73, "output.write-failed": 74, "output.not-secured": 74}
KILLS = 100


@pytest.fixture
def paper(binary, tmp_path):
    folder = tmp_path / "work"
    folder.mkdir()
    return Paper(binary, folder)


def said(error):
    """The code of the one message; the test fails where there is none."""
    codes = [code for code in FAULT_CODES if f"[{code}]" in error]
    assert len(codes) == 1 and len(error.splitlines()) == 1, error
    return codes[0]


def is_whole(paper, old, new):
    found = contents(paper.folder / "out")
    assert found in (old, new), f"a half report: {sorted(found or [])}"
    return found


# MARK: killed


def killed_runs(binary, folder, seed, count, failures, survived):
    try:
        folder.mkdir()
        paper = Paper(binary, folder)
        old, new = paper.both()
        start = time.monotonic()
        assert paper.write(None)[0] == 0
        length = time.monotonic() - start
        draw = random.Random(seed)
        for number in range(count):
            process = subprocess.Popen(
                paper.arguments([None, "甲区"][number % 2], "-o", "out"), cwd=folder, env=paper.environment,
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
            # Most of a run is reading; what is written is written near its end.
            time.sleep(draw.uniform(length * 0.5, length * 1.1))
            process.kill()
            survived.append(process.wait() == -signal.SIGKILL)
            is_whole(paper, old, new)
        # The next run takes away what the killed ones left.
        assert paper.write(None)[0] == 0
        assert paper.strangers("out") == []
    except BaseException as failure:  # handed to the test: a thread's own is not seen
        failures.append(failure)


def test_killed_at_random_moments(binary, tmp_path):
    """Hundreds of times kill -9: always the old report or the new one."""
    failures, survived = [], []
    threads = [
        threading.Thread(target=killed_runs, args=(binary, tmp_path / str(seed), seed, KILLS, failures, survived))
        for seed in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    print(f"kills at random moments: {len(survived)}, of them {sum(survived)} before the end")
    assert len(survived) == 2 * KILLS and sum(survived) > KILLS // 4


CALLS = ["write", "fsync", "openat", "mkdir", "renameat2", "unlink", "rmdir", "rename"]


def every_fault(paper, shim, what, calls, run, check, limit=60):
    """Runs with each call of each kind failing once; returns how many faults there were."""
    mark = paper.folder.parent / "mark"
    count = 0
    for call in calls:
        for number in range(1, limit):
            answer = run(shim(call, number, what, mark))
            if not mark.exists():
                break
            count += 1
            check(f"{call} {number}", *answer)
        else:
            raise AssertionError(f"{call} has no end")
    return count


@pytest.mark.parametrize("what", ["kill", "killed"])
def test_killed_before_and_after_every_call(paper, shim, what):
    old, new = paper.both()
    turn = iter(range(10_000))

    def check(place, code, output, error):
        assert code == -signal.SIGKILL, (place, code, error)
        is_whole(paper, old, new)

    kills = every_fault(
        paper, shim, what, CALLS, lambda fault: paper.write([None, "甲区"][next(turn) % 2], fault=fault), check)  # fmt: skip
    assert paper.write(None)[0] == 0 and paper.strangers("out") == []
    print(f"kills at calls ({what}): {kills}")
    assert kills > 20


def test_killed_while_an_edition_is_published(paper, shim):
    """An edition is there whole or not at all; the next one gets a number, and nothing is left behind."""

    published = paper.folder / "reports" / "paper" / "published"
    seen = set()

    def check(place, code, output, error):
        for edition in published.glob("*/[0-9]*"):
            assert digest_fails(edition) == [], place
            seen.add(edition.name)

    arguments = [str(paper.binary), "report", "paper", "-q", "-f", "text", "--publish", "--unchanged"]
    kills = every_fault(paper, shim, "killed", CALLS, lambda fault: paper.run(arguments, fault=fault), check)
    assert paper.run(arguments)[0] == 0
    [period] = published.iterdir()
    assert all(name.isdigit() for name in os.listdir(period)), os.listdir(period)
    # A kill after the renaming leaves a whole edition; one before it leaves none.
    assert kills > 10 and 0 < len(seen) < kills


@pytest.mark.parametrize(
    "arguments, names",
    [
        (["--by", "区", "--count", "-o", "out.csv"], ["out.csv"]),
        (["--by", "区", "--sum", "件数", "--on-error", "skip", "--rejects", "bad.csv", "-f", "csv"], ["bad.csv", "bad.reasons.csv"]),
    ],
    ids=["file", "rejects"],
)  # fmt: skip
def test_killed_while_a_file_is_written(paper, shim, arguments, names):
    command = [str(paper.binary), "aggregate", "data.csv", *arguments]
    assert paper.run(command)[0] == 0
    new = {name: (paper.folder / name).read_bytes() for name in names}
    old = dict.fromkeys(names, b"old")

    def run(fault):
        for name in names:
            (paper.folder / name).write_bytes(b"old")
        return paper.run(command, fault=fault)

    def check(place, code, output, error):
        for name in names:
            assert (paper.folder / name).read_bytes() in (old[name], new[name]), place

    assert every_fault(paper, shim, "killed", ["write", "fsync", "rename", "open"], run, check) > 4
    assert paper.run(command)[0] == 0 and paper.strangers(*names) == []


@pytest.mark.parametrize("form", ["xlsx", "docx"])
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM])
def test_killed_while_an_office_file_is_made(paper, form, sign):
    """Workbooks and Word documents are made in a folder of their own; what a killed run leaves there the next one removes."""
    temporary = paper.folder / "temporary"
    temporary.mkdir()
    paper.environment["TMPDIR"] = str(temporary)
    command = [str(paper.binary), "report", "paper", "-q", "-o", f"out.{form}"]
    start = time.monotonic()
    assert paper.run(command)[0] == 0
    length = time.monotonic() - start
    new = (paper.folder / f"out.{form}").read_bytes()
    assert os.listdir(temporary) == []
    stranger = temporary / "shihyo-work-of-a-colleague"
    stranger.mkdir()
    left = 0
    for number in range(25):
        (paper.folder / f"out.{form}").write_bytes(b"old")
        process = subprocess.Popen(
            command, cwd=paper.folder, env=paper.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)  # fmt: skip
        end = time.monotonic() + length * 2
        # Where the folder stands, the run is at work in it.
        while time.monotonic() < end and process.poll() is None and set(os.listdir(temporary)) == {stranger.name}:
            time.sleep(0.0005)
        time.sleep(length * number / 200)
        process.send_signal(sign)
        process.wait()
        assert (paper.folder / f"out.{form}").read_bytes() in (b"old", new)
        found = set(os.listdir(temporary)) - {stranger.name}
        assert sign == signal.SIGKILL or not found
        left += len(found)
        for name in found:
            assert name.startswith("shihyo-work-")
            # pandoc outlives the run for a moment, and writes.
            while (temporary / name).exists():
                shutil.rmtree(temporary / name, ignore_errors=True)
    print(f"{form}: {left} of 25 kills left a folder behind")
    stale = temporary / "shihyo-work-Ab12cD"
    stale.mkdir(mode=0o700)
    (stale / "report.xlsx").write_bytes(b"half")
    assert paper.run(command)[0] == 0
    assert os.listdir(temporary) == [stranger.name]
    assert paper.strangers(f"out.{form}", "temporary") == []


@pytest.mark.parametrize("what", [errno.EIO, errno.ENOSPC, "killed"])
def test_accepted_figures_are_replaced_together(paper, shim, what):
    """`verify --accept` writes known figures and their descriptor: both, or neither, or it says which."""
    place = paper.folder / "accept"
    source = ROOT / "Tests" / "cases" / "verify-accept" / "datasets"
    words = ["--datasets", "accept", "--reports", "none", "--accept", "paper/data.csv", "use.total"]
    command = [str(paper.binary), "verify", *words]

    def run(fault=None):
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(source, place)
        return paper.run(command, fault=fault)

    assert run()[0] == 1
    old, new = contents(source)["paper"], contents(place)["paper"]
    changed = [name for name in old if old[name] != new[name]]
    assert sorted(changed) == ["datapackage.json", "known-figures.csv"]
    partly = []

    def check(point, code, output, error):
        found = contents(place)["paper"]
        if what == "killed":
            assert all(found[name] in (old[name], new[name]) for name in changed), point
            return
        assert paper.strangers("accept") == [] and sorted(found) == sorted(old), point
        if "[output.partly-replaced]" in error:
            partly.append(point)
            assert [name for name in changed if found[name] == new[name] and name in error], (point, error)
        else:
            assert found == (new if "accepted" in error or "[output.not-secured]" in error else old), (point, error)

    assert every_fault(paper, shim, what, ["write", "fsync", "rename"], run, check) > 5
    assert what == "killed" or partly == ["rename 2"]
    assert run()[0] == 1 and contents(place)["paper"] == new


# MARK: calls that fail


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO], ids=["no-space", "broken-disk"])
def test_every_call_that_fails_is_told(paper, shim, number):
    """One call at a time fails: nothing half written, nothing left behind, one message with its exit code."""
    old, new = paper.both()
    turn = iter(range(10_000))
    cleaning = ("unlink", "rmdir")

    def check(place, code, output, error):
        found = is_whole(paper, old, new)
        if place.startswith(cleaning):
            # The report is in its place; what could not be removed goes at the next run.
            assert code == 0, (place, code, error)
        else:
            name = said(error)
            assert code == FAULT_CODES[name], (place, code, error)
            assert (os.strerror(number) in error) and "out: error: " in error, error
            assert paper.strangers("out") == [], place
            assert (name == "output.not-secured") == (found != before[0]), (place, name)

    before = [old]

    def run(fault):
        before[0] = contents(paper.folder / "out")
        ward = None if before[0] == new else "甲区"
        return paper.write(ward, fault=fault)

    count = every_fault(paper, shim, number, CALLS, run, check)
    assert paper.write(None)[0] == 0 and paper.strangers("out") == []
    print(f"calls that failed with {os.strerror(number)}: {count}")
    assert count > 15 and next(turn) == 0


@pytest.mark.parametrize("call", ["write", "fsync", "rename", "open", "pread", "fchmod"])
@pytest.mark.parametrize("number", [errno.EIO, errno.EDQUOT])
def test_a_file_of_results(paper, shim, call, number):
    """As for folders; what is read may fail as well, and the answer is never a wrong figure."""
    command = [str(paper.binary), "aggregate", "data.csv", "--by", "区", "--count", "-o", "out.csv"]
    assert paper.run(command)[0] == 0
    new = (paper.folder / "out.csv").read_bytes()

    def run(fault):
        (paper.folder / "out.csv").write_bytes(b"old")
        return paper.run(command, fault=fault)

    def check(place, code, output, error):
        assert (paper.folder / "out.csv").read_bytes() in (b"old", new), place
        # A file that only helps (the locale, the terminal) may be missing.
        assert code in (0, 66, 73, 74), (place, code, error)
        assert (code == 0) == ("error: " not in error), (place, code, error)
        assert paper.strangers("out.csv") == [], place

    assert every_fault(paper, shim, number, [call], run, check, limit=200) >= 1


def test_short_writes_go_on(paper, shim):
    old, new = paper.both()
    mark = paper.folder.parent / "mark"
    code, _, error = paper.write(None, fault=shim("write", 0, "short", mark))
    assert code == 0 and mark.exists(), error
    assert contents(paper.folder / "out") == old


def test_interrupted_writes_go_on(paper, shim):
    old, new = paper.both()
    mark = paper.folder.parent / "mark"
    for number in (1, 2, 3):
        code, _, error = paper.write(None, fault=shim("write", number, errno.EINTR, mark))
        assert code == 0 and mark.exists(), error
        assert contents(paper.folder / "out") == old


# MARK: file systems that cannot exchange


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOSYS, errno.ENOTSUP])
def test_a_file_system_that_cannot_exchange(paper, shim, number):
    old, new = paper.both()
    mark = paper.folder.parent / "mark"
    assert paper.write(None, fault=shim("renameat2", 0, number, mark))[0] == 0
    assert mark.exists() and contents(paper.folder / "out") == old and paper.strangers("out") == []


def test_killed_between_two_renames(paper, shim):
    """The one moment without a folder, where the file system cannot exchange: the next run puts the old one back."""
    old, new = paper.both()
    out, aside = paper.folder / "out", paper.folder / ".out.shihyo-old"
    # What a run leaves that is killed there.
    out.rename(aside)
    code, _, error = paper.write(None)
    assert code == 0, error
    assert contents(out) == old and paper.strangers("out") == []


# MARK: disks and rights


def test_a_full_disk(paper):
    """Whatever the room: the report is new, or it is the old one and a message says that the disk is full."""
    old, new = paper.both("reference")
    (paper.folder / "small").mkdir()
    seen = set()
    for size in (4096, 12288, 20480, 24576, 28672, 36864, 45056, 61440):
        wrapper = mounted(size)
        script = f'"{paper.binary}" report paper -q -f text,csv,json --set ward=甲区 -o small/out; echo code $?; ls -A small; ls small/out'
        code, output, error = paper.run([script], wrapper=wrapper)
        lines = output.decode().split("\n")
        seen.add(lines[0])
        if lines[0] == "code 0":
            assert "out" in lines and "run.json" in lines
        else:
            assert lines[0] in ("code 74", "code 73") and "No space left on device" in error, (size, lines, error)
            assert lines[1:] == [""], (size, lines)
    assert seen >= {"code 74", "code 0"}


def test_a_full_disk_keeps_the_old_report(paper):
    paper.both("reference")
    (paper.folder / "small").mkdir()
    command = f'"{paper.binary}" report paper -q -f text,csv,json'
    script = f"""{command} -o small/out && (cd small/out && sha256sum * > ../../before)
      cat /dev/zero > small/fill 2>/dev/null
      {command} --set ward=甲区 -o small/out; echo code $?
      "{paper.binary}" report paper -q --set ward=甲区 -o small/one.csv; echo code $?
      "{paper.binary}" aggregate data.csv --by 区 --sum 件数 --on-error skip --rejects small/bad.csv -f csv; echo code $?
      TMPDIR=small "{paper.binary}" aggregate data.csv --by 区 --count -f xlsx > /dev/null; echo code $?
      (cd small/out && sha256sum -c --quiet ../../before) && ls -A small"""
    code, output, error = paper.run([script], wrapper=mounted("64k"))
    assert code == 0, error
    assert output.decode().split("\n") == ["code 74", "code 74", "code 74", "code 74", "fill", "out", ""], (output, error)
    assert error.count("No space left on device") >= 3, error
    assert "[output.write-failed]" in error and "[rejects.write-failed]" in error and "[workbook.not-written]" in error


def without_privileges():
    """Root may do anything; without its capabilities it is an owner like others."""
    if os.geteuid():
        return []
    return ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]


@pytest.mark.parametrize("kind", ["folder", "file", "old-folder", "file-in-folder"])
@pytest.mark.parametrize("lang, words", [("C.UTF-8", "Permission denied"), ("ja_JP.UTF-8", "権限がありません")])
def test_write_protected_places(paper, kind, lang, words):
    old, new = paper.both()
    (paper.folder / "one.csv").write_bytes(b"old")
    protected = {"folder": ".", "file": "one.csv", "old-folder": "out", "file-in-folder": "out/report.csv"}[kind]
    output = "one.csv" if kind == "file" else "out"
    place = paper.folder / protected
    place.chmod(place.stat().st_mode & ~0o222)
    try:
        command = paper.arguments(None, "-o", output)
        if output == "one.csv":
            command[command.index("text,csv,json")] = "csv"
        code, _, error = paper.run(command, lang=lang, wrapper=without_privileges())
    finally:
        place.chmod(place.stat().st_mode | 0o200)
    assert code == 73 and words in error and "[output.cannot-create]" in error, error
    assert contents(paper.folder / "out") == new and (paper.folder / "one.csv").read_bytes() == b"old"
    assert paper.strangers("out", "one.csv") == []


def test_a_disk_that_is_read_only(paper):
    (paper.folder / "small").mkdir()
    script = f'mount -o remount,ro small; "{paper.binary}" report paper -q -o small/out; echo code $?; ls -A small'
    code, output, error = paper.run([script], wrapper=mounted("64k"), lang="ja_JP.UTF-8")
    assert output.decode() == "code 73\n" and "書き込めないディスクです" in error, (output, error)


# MARK: what is kept


def test_modes_owners_and_links_are_kept(paper):
    old, new = paper.both()
    out = paper.folder / "out"
    out.chmod(0o750)
    (out / "figures.csv").chmod(0o640)
    if os.geteuid() == 0:
        os.chown(out, 1234, 2345)
        os.chown(out / "figures.csv", 1234, 2345)
    out.rename(paper.folder / "real")
    out.symlink_to("real")
    assert paper.write(None)[0] == 0
    assert out.is_symlink() and os.readlink(out) == "real"
    assert contents(paper.folder / "real") == old
    status = (paper.folder / "real").stat(), (paper.folder / "real" / "figures.csv").stat()
    assert [stat.S_IMODE(found.st_mode) for found in status] == [0o750, 0o640]
    if os.geteuid() == 0:
        assert [(found.st_uid, found.st_gid) for found in status] == [(1234, 2345)] * 2
    assert paper.strangers("out", "real") == []


def test_new_outputs_follow_the_umask(paper):
    command = paper.arguments(None, "-o", "out")
    code, _, error = paper.run(command, preexec_fn=lambda: os.umask(0o027))
    assert code == 0, error
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (paper.folder / "out").iterdir()}
    assert modes == {0o640} and stat.S_IMODE((paper.folder / "out").stat().st_mode) == 0o750


@pytest.mark.parametrize("output, code", [(".", "output.working-folder"), ("../work", "output.working-folder"), ("..", "output.working-folder"),
                                          ("datasets", "output.foreign-file"), ("data.csv/x", "output.cannot-create"),
                                          ("", "output.cannot-create"), ("gone/x", "output.cannot-create")])  # fmt: skip
def test_folders_that_are_not_replaced(paper, output, code):
    before = contents(paper.folder)
    exit_code, _, error = paper.write(None, output)
    assert exit_code == 73 and f"[{code}]" in error, error
    assert contents(paper.folder) == before


@pytest.mark.parametrize("device", ["/dev/null", "/dev/stdout"])
def test_devices_are_never_replaced(paper, device):
    """Also for root, who may rename a file over /dev/null."""
    before = os.stat("/dev/null")
    arguments = ["--by", "区", "--sum", "件数", "--on-error", "skip", "-f", "csv"]
    for option in ("-o", "--rejects"):
        code, output, error = paper.run([str(paper.binary), "aggregate", "data.csv", *arguments, option, device])
        assert code == 0, error
    now = os.stat("/dev/null")
    assert (now.st_mode, now.st_rdev) == (before.st_mode, before.st_rdev)
    (paper.folder / "null.reasons").unlink(missing_ok=True)


def test_a_report_is_not_begun_by_halves(paper, shim):
    """`--new` on a disk that fails leaves no folder that would stand in the way next time."""
    mark = paper.folder.parent / "mark"
    command = [str(paper.binary), "report", "begun", "--new", "--dataset", "use"]
    code, _, error = paper.run(command, fault=shim("fsync", 1, errno.EIO, mark))
    assert code == 74 and mark.exists(), error
    assert os.listdir(paper.folder / "reports") == ["paper"]
    assert paper.run(command)[0] == 0


# MARK: two at once


def test_what_another_run_writes_is_not_taken_for_a_leftover(paper):
    paper.both()
    runs = [
        subprocess.Popen(
            paper.arguments(["甲区", None][number % 2], "-o", f"out{number % 3}"), cwd=paper.folder,
            env=paper.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)  # fmt: skip
        for number in range(18)
    ]
    answers = [(run.communicate(timeout=100)[0].decode(), run.returncode) for run in runs]
    assert [answer for answer in answers if answer[1]] == []
    for number in range(3):
        assert digest_fails(paper.folder / f"out{number}") == []
    assert paper.strangers("out", "out0", "out1", "out2") == []


# MARK: pipes, descriptors


FORMATS = ["text", "csv", "markdown", "html", "json", "xlsx", "docx"]


@pytest.mark.parametrize("form", FORMATS)
def test_a_closed_pipe_is_a_quiet_success(paper, form):
    script = f'set -o pipefail; "{paper.binary}" report paper -q -f {form} | head -c 1 > /dev/null'
    code, output, error = paper.run(["bash", "-c", script])
    assert (code, error) == (0, "")
    code, output, error = paper.run(["bash", "-c", f'"{paper.binary}" report paper -q -f {form} | true; echo ${{PIPESTATUS[0]}}'])
    assert (output, error) == (b"0\n", "")


def test_standard_descriptors_that_are_closed(paper):
    """A closed standard error never lets a message into an output; a closed standard output is told."""
    command = f'"{paper.binary}" aggregate data.csv --by 区 --count -f csv'
    code, output, error = paper.run(["bash", "-c", f"{command} >&-"])
    assert code == 74 and "[output.write-failed]" in error, error
    code, output, error = paper.run(["bash", "-c", f"{command} > /dev/full"])
    assert code == 74 and "No space left on device" in error, error
    assert paper.run([str(paper.binary), "aggregate", "data.csv", "--by", "区", "--count", "-o", "good.csv"])[0] == 0
    for closed in ("2>&-", "0<&- 1>&- 2>&-"):
        code, output, error = paper.run(["bash", "-c", f"{command} -o out.csv {closed}"])
        assert code == 0
        assert (paper.folder / "out.csv").read_bytes() == (paper.folder / "good.csv").read_bytes()
    code, output, error = paper.run(["bash", "-c", f"{command} -o out.csv --sum 無い 2>&-"])
    assert (code, output) == (64, b"") and (paper.folder / "out.csv").read_bytes() == (paper.folder / "good.csv").read_bytes()
    code, output, error = paper.run(["bash", "-c", f'"{paper.binary}" aggregate - --by 区 --count 0<&-'])
    assert code == 74 and "[file.read-failed]" in error, error


@pytest.mark.parametrize("form", ["csv", "xlsx", "docx"])
def test_out_of_file_descriptors(paper, form):
    """However few files may be open: the answer, or one message that says so."""
    seen = set()
    for limit in range(3, 16):
        command = [str(paper.binary), "report", "paper", "-q", "-o", f"out.{form}"]
        before = contents(paper.folder).get(f"out.{form}")

        def lower(limit=limit):
            resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))

        code, output, error = paper.run(command, preexec_fn=lower)
        if code == 127:  # the loader of the system could not open our libraries
            assert "shared libraries" in error
            continue
        seen.add(code)
        if code == 0:
            continue
        # The libraries that make workbooks and Word documents say something, too.
        assert code in (65, 66, 69, 73, 74) or "[word.pandoc-failed]" in error, (limit, code, error)
        told = [line for line in error.splitlines() if not line.startswith("[ERROR] workbook_close")]
        assert len(told) == 1 and told[0].endswith("]"), (limit, error)
        found = contents(paper.folder).get(f"out.{form}")
        assert (found == before) != ("[output.not-secured]" in error and before is None), (limit, error)
        assert paper.strangers(f"out.{form}") == []
    assert 0 in seen and 74 in seen, seen


# MARK: inputs that change


@pytest.mark.parametrize("change", ["touched", "exchanged"])
def test_an_input_that_changes_during_a_report(paper, change):
    """A report reads its inputs, then once more for their digests: a file that is another one by then is told."""
    data = paper.folder / "datasets" / "use" / "use.csv"
    rows = data.read_bytes()
    first, rest = rows.split(b"\n", 1)
    data.write_bytes(first + b"\n" + rest * 20_000)
    os.utime(data, (1_700_000_000, 1_700_000_000))
    process = subprocess.Popen(
        paper.arguments(None, "-o", "out"), cwd=paper.folder, env=paper.environment, stderr=subprocess.PIPE)  # fmt: skip
    folder = f"/proc/{process.pid}/fd"

    def is_open():
        try:
            return any(os.readlink(f"{folder}/{number}") == str(data) for number in os.listdir(folder))
        except OSError:
            return False

    while process.poll() is None and not is_open():
        time.sleep(0.0005)
    if change == "touched":
        os.utime(data, (1_700_000_000, 1_700_000_000))  # the size and the time of the last writing stay
    else:
        data.with_suffix(".new").write_bytes(data.read_bytes())
        os.utime(data.with_suffix(".new"), (1_700_000_000, 1_700_000_000))
        data.with_suffix(".new").replace(data)
    error = process.communicate(timeout=100)[1].decode()
    assert process.returncode == 74 and "[file.changed]" in error, (process.returncode, error)
    assert not (paper.folder / "out").exists()


@pytest.mark.parametrize("path", ["data.csv", "./data.csv", "datasets/use/use.csv", "datasets/use/datapackage.json", "link.csv"])
def test_what_is_read_is_never_replaced(paper, path):
    """Neither the data nor their descriptor, also by another name."""
    (paper.folder / "link.csv").symlink_to("datasets/use/use.csv")
    before = contents(paper.folder)
    source = "data.csv" if "data.csv" in path else "datasets/use/use.csv"
    for command in (["aggregate", source, "--count"], ["check", source], ["describe", source], ["report", "paper", "-q"]):
        if command[0] == "report" and path.endswith("data.csv"):
            continue
        code, _, error = paper.run([str(paper.binary), *command, "-o", path])
        assert code == 64 and "[command.output-is-input]" in error, (command, error)
    assert contents(paper.folder) == before
