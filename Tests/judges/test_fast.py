"""Files of many blocks: whatever their form, the answer is DuckDB's, and no thread, pipe or damage changes a byte of it."""

import random

import duckdb
import pytest

from command_output import by_key, csv_table

ROWS = 60_000
WARDS = ["門司区", "小倉北区", "戸畑区", "表ソ能区"]
HEADER = ["番号", "区", "利用者", "利用日", "人数", "料金", "備考"]
KINDS = ["plain", "crlf", "quoted", "newlines", "cp932", "damaged"]
EXTREMES = ["--by", "区", "--count", "--sum", "料金", "--min", "人数", "--max", "料金"]
QUESTIONS = {
    "extremes": EXTREMES,
    # More groups than a worker keeps to itself.
    "many groups": ["--by", "利用者", "--count", "--sum", "人数", "--max", "料金"],
    "months": ["--by", "利用日:month,区", "--count", "--sum", "人数"],
    "filter": ["--by", "区", "--count", "--sum", "料金", "--where", "人数=7"],
    "distinct": ["--by", "区", "--distinct", "人数", "--median", "人数"],
}


def records():
    source = random.Random(5)
    for number in range(ROWS):
        yield [
            str(number), source.choice(WARDS), f"U{source.randrange(40_000):05d}",
            f"2025-{source.randrange(1, 13):02d}-{source.randrange(1, 29):02d}", str(source.randrange(60)),
            str(10 * source.randrange(2_000)), "x" * source.randrange(20),
        ]  # fmt: skip


def text_of(kind):
    """The records in one of the forms; the figures are the same in all, but that damaged rows count for nothing."""
    end = "\r\n" if kind == "crlf" else "\n"
    lines = [",".join(HEADER)]
    for number, record in enumerate(records()):
        if kind == "newlines" and number % 3 == 0:
            record[6] = f'"一行目\n二行目, {number}\n""三""行目"'
        if kind == "quoted":
            record = [f'"{cell}"' for cell in record]
        lines.append(",".join(record))
        if kind == "damaged" and number % 9_000 == 5_000:
            lines.append('0,門司区,U1,2025-04-01,"1"2,30,')
            lines.append("門司区,3")
    return end.join(lines) + end


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("files")
    for kind in KINDS:
        (folder / f"{kind}.csv").write_bytes(text_of(kind).encode("cp932" if kind == "cp932" else "utf-8"))
    return folder


@pytest.fixture(scope="module")
def tables(files):
    """By DuckDB, from the plain file: the numbers of each question by its keys."""
    read = f"from read_csv('{files / 'plain.csv'}', header = true, all_varchar = true)"
    people, fee = "cast(人数 as bigint)", "cast(料金 as bigint)"
    ask = lambda query: {tuple(row[0].split("|")): [str(cell) for cell in row[1:]] for row in duckdb.sql(query).fetchall()}
    return {
        "extremes": ask(f"select 区, count(*), sum({fee}), min({people}), max({fee}) {read} group by 1"),
        "many groups": ask(f"select 利用者, count(*), sum({people}), max({fee}) {read} group by 1"),
        "months": ask(f"select 利用日[:7] || '|' || 区, count(*), sum({people}) {read} group by 1"),
        "filter": ask(f"select 区, count(*), sum({fee}) {read} where 人数 = '7' group by 1"),
        "distinct": ask(f"select 区, cast(quantile_cont({people}, 0.5) as bigint), count(distinct 人数) {read} group by 1"),
    }


def options(kind):
    return ["--on-error", "skip"] if kind == "damaged" else []


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_form_gives_the_answer_of_duckdb(shihyo, files, tables, kind, question):
    arguments = ["aggregate", files / f"{kind}.csv", *QUESTIONS[question], *options(kind), "-f", "csv", "--threads", 2]
    header, rows = csv_table(shihyo, arguments)
    keys = len(next(iter(tables[question])))
    found = by_key(rows, header[:keys])
    numbers = {key: [row[name] for name in header[keys:]][: len(tables[question][key])] for key, row in found.items()}
    assert numbers == tables[question]


@pytest.mark.parametrize("kind", KINDS)
def test_threads_and_pipes_change_no_byte(shihyo, files, tmp_path, kind):
    path = files / f"{kind}.csv"
    arguments = [*QUESTIONS["many groups"], *options(kind), "-f", "csv"]
    rejects = ["--rejects", tmp_path / "rejects.csv"] if kind == "damaged" else []
    alone = shihyo("aggregate", path, *arguments, *rejects, "--threads", 1)
    assert alone[0] == 0, alone[2]
    refused = (tmp_path / "rejects.csv").read_bytes() if rejects else b""
    assert refused.count(b"\n") == (2 * 7 + 1 if rejects else 0)
    for threads in [2, 3, 7]:
        assert shihyo("aggregate", path, *arguments, *rejects, "--threads", threads) == alone, f"{threads} threads"
        assert not rejects or (tmp_path / "rejects.csv").read_bytes() == refused, f"{threads} threads"
    for threads in [1, 2]:
        piped = shihyo("aggregate", "-", *arguments, "--threads", threads, stdin=path.read_bytes())
        assert piped[:2] == alone[:2], f"{threads} threads from a pipe"
