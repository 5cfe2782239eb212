"""How a run behaves while it works: progress on a terminal, Ctrl-C, inputs that change or have no end, memory."""

import csv
import os
import re
import pty
import select
import signal
import subprocess
import threading
import time

import pytest
from pathlib import Path

ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}


def start(binary, *arguments, cwd, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE):
    return subprocess.Popen(
        [str(binary), *map(str, arguments)], cwd=cwd, env=ENVIRONMENT, stdin=stdin, stdout=stdout, stderr=stderr
    )


def write_slowly(process, seconds):
    """A table that takes its time to come."""
    process.stdin.write("区,件数\n".encode())
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        process.stdin.write("門司,1\n".encode() * 20_000)
        process.stdin.flush()
        time.sleep(0.05)
    process.stdin.close()


def read_terminal(master):
    """What a terminal shows until nobody writes to it any more."""
    shown = b""
    while select.select([master], [], [], 5)[0]:
        try:
            data = os.read(master, 65536)
        except OSError:
            break
        if not data:
            break
        shown += data
    return shown.decode("utf-8", "replace")


def test_progress_is_shown_on_a_terminal_and_taken_away(binary, tmp_path):
    master, slave = pty.openpty()
    process = start(binary, "aggregate", "-", "--by", "区", "--count", cwd=tmp_path, stdin=subprocess.PIPE, stderr=slave)
    os.close(slave)
    writer = threading.Thread(target=write_slowly, args=(process, 1.5))
    writer.start()
    shown = read_terminal(master)
    writer.join()
    assert process.wait(10) == 0
    os.close(master)
    assert "Reading: " in shown and "/s" in shown, shown
    # The last thing is to empty the line.
    assert shown.rstrip("\r\n").endswith("\r\x1b[K"), repr(shown[-200:])
    assert "門司" in process.stdout.read().decode()


def test_the_size_of_a_file_gives_the_time_left(binary, tmp_path):
    path = tmp_path / "large.csv"
    path.write_bytes("区,件数\n".encode() + '"門司",1234\n'.encode() * 6_000_000)
    master, slave = pty.openpty()
    process = start(
        binary, "aggregate", path, "--by", "区", "--median", "件数", "--threads", "1", cwd=tmp_path, stderr=slave
    )
    os.close(slave)
    begin = time.monotonic()
    shown = read_terminal(master)
    assert process.wait(60) == 0
    os.close(master)
    if time.monotonic() - begin < 0.6:
        pytest.skip("the machine is too fast for this file")
    assert "%" in shown and " s left" in shown, shown


def test_no_progress_where_standard_error_is_no_terminal(binary, tmp_path):
    process = start(binary, "aggregate", "-", "--by", "区", "--count", cwd=tmp_path, stdin=subprocess.PIPE)
    write_slowly(process, 1)
    error = process.stderr.read().decode()
    assert process.wait(10) == 0
    assert "Reading" not in error and "\x1b" not in error, error


def catches(process, number):
    """Whether the process has a handler for the signal, as the operating system tells."""
    status = Path(f"/proc/{process.pid}/status").read_text("utf-8")
    found = re.search(r"SigCgt:\s+([0-9a-f]+)", status)
    return found is not None and int(found[1], 16) >> (number - 1) & 1 == 1


def interrupted(process, delay):
    """Exit code and seconds after Ctrl-C, which comes some time after the process has begun to watch for it."""
    while process.poll() is None and not catches(process, signal.SIGINT):
        time.sleep(0.001)
    time.sleep(delay)
    begin = time.monotonic()
    process.send_signal(signal.SIGINT)
    code = process.wait(20)
    return code, time.monotonic() - begin


def test_ctrl_c_while_waiting_for_input(binary, tmp_path):
    process = start(
        binary, "aggregate", "-", "--by", "区", "--count", "-o", "out.csv", "--rejects", "bad.csv", cwd=tmp_path,
        stdin=subprocess.PIPE)  # fmt: skip
    process.stdin.write("区,件数\n門司,1\n".encode())
    process.stdin.flush()
    code, seconds = interrupted(process, 0.5)
    assert code == 130
    assert seconds < 0.2, seconds
    assert os.listdir(tmp_path) == [], "nothing is left behind"


@pytest.fixture(scope="module")
def many_groups(tmp_path_factory):
    path = tmp_path_factory.mktemp("groups") / "groups.csv"
    with open(path, "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["利用者", "件数"])
        rows.writerows((f"U{number % 150_000}", number) for number in range(400_000))
    return path


@pytest.mark.parametrize("delay", [0.05, 0.2, 0.5, 1.0, 1.5, 2.0, 3.0])
def test_ctrl_c_at_any_time(binary, tmp_path, many_groups, delay):
    """Inside blocks, while they are merged, while rows are rendered and written: whole output or none."""
    process = start(
        binary, "aggregate", many_groups, "--by", "利用者", "--count", "--sum", "件数", "--max", "件数", "-o", "out.csv",
        cwd=tmp_path)  # fmt: skip
    code, seconds = interrupted(process, delay)
    assert code in (0, 130)
    assert seconds < 0.2, seconds
    expected = ["out.csv"] if code == 0 else []
    # A signal that comes after the last rename finds the output whole.
    assert os.listdir(tmp_path) in (expected, ["out.csv"])
    if os.path.exists(tmp_path / "out.csv"):
        assert len((tmp_path / "out.csv").read_bytes().splitlines()) == 150_001


def has_open(process, path):
    """Whether the process holds the file, as the operating system tells."""
    folder = f"/proc/{process.pid}/fd"
    try:
        return any(os.readlink(f"{folder}/{number}") == str(path) for number in os.listdir(folder))
    except OSError:
        return False


@pytest.mark.parametrize("change", ["shrinks", "grows"])
def test_a_file_that_changes_while_it_is_read(binary, tmp_path, change):
    path = tmp_path / "large.csv"
    path.write_bytes("区,件数\n".encode() + '"門司",1234\n'.encode() * 6_000_000)
    process = start(binary, "aggregate", path, "--by", "区", "--median", "件数", "--threads", "1", cwd=tmp_path)
    while process.poll() is None and not has_open(process, path):
        time.sleep(0.001)
    if change == "shrinks":
        os.truncate(path, 40_000_000)
    else:
        with open(path, "ab") as file:
            file.write("門司,1\n".encode())
    output, error = process.communicate(timeout=100)
    if process.returncode == 0:
        pytest.skip("the file was read before it changed")
    assert process.returncode == 74, error.decode()
    assert "file.changed" in error.decode() and output == b""


def peak_and_result(binary, arguments, cwd, pieces):
    """Feeds standard input; returns exit code, output, error, and the peak memory of the process in MiB."""
    process = start(binary, *arguments, cwd=cwd, stdin=subprocess.PIPE)

    def feed():
        try:
            for piece in pieces:
                process.stdin.write(piece)
            process.stdin.close()
        except BrokenPipeError:
            pass

    peak = [0]

    def watch():
        # ru_maxrss would be that of this Python where it is larger: it outlives the exec.
        while True:
            found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{process.pid}/status").read_text("utf-8"))
            if not found:
                return
            peak[0] = max(peak[0], int(found[1]))
            time.sleep(0.005)

    writer, watcher = threading.Thread(target=feed), threading.Thread(target=watch)
    writer.start()
    watcher.start()
    output, error = process.stdout.read(), process.stderr.read()
    writer.join()
    watcher.join()
    _, status, _ = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, output, error.decode(), peak[0] / 1024


def test_a_field_without_end_takes_bounded_memory(binary, tmp_path):
    pieces = ["区,備考\n門司,\"".encode()] + [b"x" * (1 << 20)] * 300
    code, output, error, peak = peak_and_result(binary, ["aggregate", "-", "--by", "区", "--count"], tmp_path, pieces)
    assert code == 65 and output == b""
    assert "--max-field" in error
    assert peak < 200, peak


def wide_file(folder, columns):
    path = folder / "wide.csv"
    rows = [[f"列{number}" for number in range(columns)]] + [[str(row * number) for number in range(columns)] for row in range(60)]
    path.write_text("\n".join(",".join(row) for row in rows) + "\n", encoding="utf-8")
    return path


def test_as_many_columns_as_are_read(binary, tmp_path):
    last = 16_384 - 1
    arguments = ["aggregate", wide_file(tmp_path, last + 1), "--by", "列0", "--sum", f"列{last}", "-f", "csv"]
    code, output, error, peak = peak_and_result(binary, arguments, tmp_path, [])
    assert code == 0, error
    assert output.decode().splitlines()[1] == f"0,{sum(row * last for row in range(60))}"
    assert peak < 400, peak


@pytest.mark.parametrize("columns", [16_385, 40_000])
def test_too_many_columns(binary, tmp_path, columns):
    arguments = ["aggregate", wide_file(tmp_path, columns), "--by", "列0", "--count", "--lang", "en"]
    code, output, error, peak = peak_and_result(binary, arguments, tmp_path, [])
    assert code == 65 and output == b""
    assert f"There are {columns} columns; at most 16384 are read" in error
    assert "header.too-many-columns" in error
    assert peak < 400, peak


def test_more_groups_than_there_is_memory(binary, tmp_path, many_groups):
    """Refused in words, with no output, before the system would end the process."""
    command = f"ulimit -v 600000; exec '{binary}' aggregate '{many_groups}' --by 利用者,件数 --median 件数 --lang en -o out.csv"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, env=ENVIRONMENT, capture_output=True, timeout=100)
    error = done.stderr.decode()
    assert done.returncode == 69, error
    assert "run.memory-short" in error and "--engine" in error, error
    assert done.stdout == b"" and os.listdir(tmp_path) == []
