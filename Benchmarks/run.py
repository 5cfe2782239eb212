"""Asks every question of Shihyo and its peers, checks that all answer the same, and prints a table.

A library's time is that of its query alone; a command's is that of the whole process. Peak memory is what the operating
system counted for the process (ru_maxrss, see measure.c). Every run is a process of its own; files are read once before the first run,
so all read from memory."""

import argparse
import importlib
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import commands
from question import Question

HERE = pathlib.Path(__file__).parent
LIBRARIES = ["polars", "duckdb", "clickhouse", "pandas"]
COMPARED = ["polars", "duckdb", "clickhouse", "pandas", "miller", "C loop"]
SEED = "1"
# Lines of the table in the README, and what it calls them.
README = {
    "main": "count and two sums by two texts, 1 GB",
    "one_thread": "the same on one thread",
    "quoted": "the same, every field quoted",
    "cp932": "the same, CP932 (the others read UTF-8)",
    "newlines": "the same, line breaks inside quotes",
    "standard_input": "the same, from a pipe",
    "filter": "the same, a filter that keeps 1 %",
    "months": "months of a date column",
    "brackets": "age brackets",
    "wide": "3 of 200 columns, a million rows",
    "million_groups": "a million groups",
}


def generated(data: pathlib.Path, kind: str, rows: int) -> pathlib.Path:
    path = data / f"{kind}-{rows}.csv"
    if not path.exists():
        print(f"generating {path.name}", file=sys.stderr)
        with open(path.with_suffix(".part"), "wb") as target:
            subprocess.run([data / "generate", kind, str(rows), SEED], stdout=target, check=True)
        path.with_suffix(".part").rename(path)
    return path


def measured(options, command: list[str], standard_input: pathlib.Path | None) -> tuple[str, str, float, float, int]:
    """Output, messages, wall seconds, processor seconds and peak MiB of one run."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as messages, tempfile.TemporaryFile() as figures:
        # A pipe, not the file itself: standard input that can be read at any place would be another question.
        reader = subprocess.Popen(["cat", standard_input], stdout=subprocess.PIPE) if standard_input else None
        process = subprocess.run(
            ["bash", "-c", f'exec "$@" 3>&{figures.fileno()}', "-", options.measure, *command],
            stdin=reader.stdout if reader else subprocess.DEVNULL, stdout=output, stderr=messages,
            pass_fds=[figures.fileno()], cwd=HERE)
        if reader:
            reader.stdout.close()
            reader.wait()
        for file in (output, messages, figures):
            file.seek(0)
        text, said, numbers = output.read().decode(), messages.read().decode(), figures.read().decode().split()
    if process.returncode:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}: {said[-2000:]}")
    return text, said, float(numbers[0]), float(numbers[1]), int(numbers[2]) // 1024


def normal(rows) -> list[tuple[str, ...]]:
    return sorted(tuple(str(cell) for cell in row) for row in rows)


def contestants(name: str, question: Question, path: pathlib.Path, utf8: pathlib.Path, options):
    """Peer → (command, how its output becomes rows, whether it reports its own time)."""
    if pathlib.Path(options.shihyo).exists():
        binary = str(pathlib.Path(options.shihyo).resolve())
        yield "shihyo", commands.shihyo(binary, question, str(path)), lambda text: commands.shihyo_rows(text, question), False
    if loop := commands.loop(str((options.data / "loop").resolve()), question, str(utf8)):
        yield "C loop", loop, commands.plain_rows, False
    for library in LIBRARIES:
        yield library, [sys.executable, "peer.py", library, name, str(utf8)], commands.plain_rows, True
    yield "miller", commands.miller(question, str(utf8)), commands.plain_rows, False


def ask(name: str, options, summary: list[str], readme: dict[str, str]) -> bool:
    question = importlib.import_module(f"questions.{name}").QUESTION
    rows = max(1, int(question.rows * options.scale))
    path = generated(options.data, question.kind, rows).resolve()
    utf8 = generated(options.data, "plain", rows).resolve() if question.kind == "cp932" else path
    for file in {path, utf8}:
        subprocess.run(["cat", file], stdout=subprocess.DEVNULL, check=True)
    print(f"\n### {question.title} ({name}; {path.stat().st_size / 1e6:.0f} MB, {rows:,} rows, {question.threads} threads)\n")
    print("| | seconds | GB/s | of shihyo's time | CPU s | peak MiB | answer |\n|---|--:|--:|--:|--:|--:|---|")
    expected, agree, own = None, True, None
    medians: dict[str, float] = {}
    peak_of_own = 0
    for peer, command, read, reports in contestants(name, question, path, utf8, options):
        if options.only and peer not in options.only:
            continue
        if command is None:
            print(f"| {peer} | | | | | | left out: not installed (apt-get install {peer}) |", flush=True)
            continue
        if peer in question.left_out:
            print(f"| {peer} | | | | | | left out: {question.left_out[peer]} |", flush=True)
            continue
        times, processor, peaks = [], [], []
        try:
            # Slow peers are asked once.
            while len(times) < (options.runs if not times or times[0] < 4 else 1):
                text, said, seconds, cpu, peak = measured(options, command, utf8 if question.standard_input else None)
                times.append(float(said.rsplit("seconds ", 1)[1]) if reports else seconds)
                processor.append(cpu)
                peaks.append(peak)
        except RuntimeError as error:
            print(f"| {peer} | | | | | | failed: {str(error).splitlines()[-1][:160]} |", flush=True)
            agree = agree and peer != "shihyo"
            continue
        answer = normal(read(text))
        expected = expected or answer
        same = answer == expected
        agree = agree and same
        middle = statistics.median(times)
        medians[peer] = middle
        if peer == "shihyo":
            own, peak_of_own = middle, max(peaks)
        ratio = f"{middle / own:.2f}" if own else ""
        print(
            f"| {peer} | {middle:.3f} | {utf8.stat().st_size / middle / 1e9:.2f} | {ratio} | "
            f"{statistics.median(processor):.2f} | {max(peaks)} | {len(answer)} rows, {'same' if same else 'DIFFERENT'} |",
            flush=True)
    if own:
        ratios = [f"{medians[peer] / own:.1f}" if peer in medians else "" for peer in COMPARED]
        others = [f"{medians[peer]:.2f} s" if peer in medians else "" for peer in ("polars", "duckdb")]
        readme[name] = f"{own:.2f} s | {' | '.join(others)} | {peak_of_own}"
        summary.append(f"| {question.title} | {own:.2f} | {' | '.join(ratios)} | {peak_of_own} |")
    return agree


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", nargs="*", help="names of files in questions/; all if none")
    parser.add_argument("--data", type=pathlib.Path, default=HERE / "data")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--scale", type=float, default=1.0, help="share of the rows, to try things out")
    parser.add_argument("--shihyo", default="../.build/release/shihyo")
    parser.add_argument("--only", nargs="*", help="peers to run")
    options = parser.parse_args()
    options.measure = str((options.data / "measure").resolve())
    names = options.questions or sorted(path.stem for path in (HERE / "questions").glob("*.py") if path.stem != "__init__")
    load = os.getloadavg()[0]
    print(f"{os.cpu_count()} processors, load {load:.1f} before the first run, medians of {options.runs} runs")
    summary: list[str] = []
    readme: dict[str, str] = {}
    agreed = [ask(name, options, summary, readme) for name in names]
    print("\n### In short: how many times as long each takes\n")
    print(f"| | Shihyo, s | {' | '.join(COMPARED)} | peak MiB |\n|---|--:|{'--:|' * len(COMPARED)}--:|")
    print("\n".join(summary))
    print(f"\n### For the README, section «Speed» (load now {os.getloadavg()[0]:.1f})\n")
    print(f"| 10 million rows, {os.cpu_count()} cores | Shihyo | polars | DuckDB | peak MiB |\n|---|--:|--:|--:|--:|")
    for name, words in README.items():
        if name in readme:
            print(f"| {words} | {readme[name]} |")
    if not all(agreed):
        print("\nNot all answers agree, or Shihyo failed.", file=sys.stderr)
    return 0 if all(agreed) else 1


if __name__ == "__main__":
    sys.exit(main())
