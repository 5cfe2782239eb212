"""`shihyo aggregate` on seeded random files: equal to DuckDB to the digit, and to exact fractions."""

from fractions import Fraction

import pytest

from command_output import by_key, csv_table, spell
from random_table import random_table
from references import duckdb_answer, fractions_answer

AGGREGATES = ["--count", "--sum", "額", "--min", "額", "--max", "額", "--distinct", "札"]
FOLDED = ["--mean", "額", "--median", "額", "--quantile", "0.1:額"]
EXACT_COLUMNS = {"count": "count", "sum(額)": "sum", "min(額)": "min", "max(額)": "max", "distinct(札)": "distinct"}
FOLDED_COLUMNS = {"mean(額)": "mean", "median(額)": "median", "quantile(0.1,額)": "quantile"}


def ends_within(value, places):
    return (value * 10**places).denominator == 1


def same_number(printed, exact):
    """The exact decimal if it ends within 15 places, else the nearest double; nothing where there is no value."""
    if exact is None or printed == "":
        return exact is None and printed == ""
    if ends_within(exact, 15):
        return "e" not in printed.lower() and Fraction(printed) == exact
    return float(printed) == exact.numerator / exact.denominator


def judge(shihyo, table, path, expected, columns, flags, same):
    arguments = ["aggregate", path, "--by", "区,種別", *flags, "-f", "csv"]
    _, rows = csv_table(shihyo, arguments, f"seed {table.seed}")
    found = by_key(rows, ["区", "種別"])
    wrong = [
        f"group {key}: missing" if key not in found else f"group {key}: not in the data"
        for key in found.keys() ^ expected.keys()
    ]
    for key in found.keys() & expected.keys():
        for column, name in columns.items():
            if not same(found[key][column], expected[key][name]):
                wrong.append(f"group {key}, {column}: shihyo {found[key][column]!r}, expected {expected[key][name]!r}")
    assert not wrong, f"seed {table.seed}\n$ {spell(arguments)}\n" + "\n".join(sorted(wrong))


@pytest.mark.parametrize("minimum", [None, 10])
def test_primitives_equal_duckdb(shihyo, seed, minimum, tmp_path):
    table = random_table(seed)
    path = table.write(tmp_path)
    flags = AGGREGATES if minimum is None else [*AGGREGATES, "--where", f"額>={minimum}"]
    expected = duckdb_answer(path, table.rows, minimum)
    judge(shihyo, table, path, expected, EXACT_COLUMNS, flags, lambda printed, exact: printed == exact)


@pytest.mark.parametrize("named", [True, False])
def test_cp932_equals_duckdb_on_the_utf8_copy(shihyo, seed, named, tmp_path):
    table = random_table(seed)
    expected = duckdb_answer(table.write(tmp_path), table.rows)
    path = table.write(tmp_path, "cp932")
    flags = [*AGGREGATES, "-e", "cp932"] if named else AGGREGATES
    judge(shihyo, table, path, expected, EXACT_COLUMNS, flags, lambda printed, exact: printed == exact)


def test_means_equal_duckdb_sums(shihyo, seed, tmp_path):
    table = random_table(seed)
    path = table.write(tmp_path)
    columns = {"mean(額)": "mean"}
    judge(shihyo, table, path, duckdb_answer(path, table.rows), columns, ["--mean", "額"], same_number)


def test_folded_figures_equal_fractions(shihyo, seed, tmp_path):
    table = random_table(seed)
    path = table.write(tmp_path)
    judge(shihyo, table, path, fractions_answer(table.rows), FOLDED_COLUMNS, FOLDED, same_number)


@pytest.mark.parametrize("threads", [1, 2, 7])
def test_threads_change_no_byte(shihyo, seed, threads, tmp_path):
    path = random_table(seed).write(tmp_path)
    arguments = ["aggregate", path, "--by", "区,種別", *AGGREGATES, *FOLDED, "-f", "csv"]
    alone = shihyo(*arguments, "--threads", 1)
    assert alone[0] == 0, f"seed {seed}\n$ {spell(arguments)}\n{alone[2]}"
    assert shihyo(*arguments, "--threads", threads) == alone, f"seed {seed}, {threads} threads\n$ {spell(arguments)}"


def test_standard_input_gives_the_same_bytes(shihyo, seed, tmp_path):
    path = random_table(seed).write(tmp_path)
    flags = ["--by", "区,種別", *AGGREGATES, *FOLDED, "-f", "csv"]
    from_file = shihyo("aggregate", path, *flags)
    from_pipe = shihyo("aggregate", "-", *flags, stdin=path.read_bytes())
    assert from_file[:2] == from_pipe[:2], f"seed {seed}: {spell(flags)}\n{from_file[2]}\n{from_pipe[2]}"
