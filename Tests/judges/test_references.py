"""The references themselves: DuckDB and exact fractions must agree, and both must hold against numbers typed by hand."""

from fractions import Fraction

import pytest

from random_table import random_table
from references import duckdb_answer, fixed, fractions_answer, quantile


@pytest.mark.parametrize("minimum", [None, 10])
def test_duckdb_agrees_with_fractions(seed, minimum, tmp_path):
    table = random_table(seed)
    expected = fractions_answer(table.rows, minimum)
    found = duckdb_answer(table.write(tmp_path), table.rows, minimum)
    assert found.keys() == expected.keys(), f"seed {seed}"
    for key, answer in found.items():
        for name, value in answer.items():
            assert value == expected[key][name], f"seed {seed}, {key}, {name}"


@pytest.mark.parametrize(
    "values, p, answer",
    [  # statistics of R's quantile, type 7
        (range(1, 11), "0.1", "1.9"),
        (range(1, 11), "0.25", "3.25"),
        (range(1, 11), "0.5", "5.5"),
        ([15, 20, 35, 40, 50], "0.25", "20"),
        ([15, 20, 35, 40, 50], "0.4", "29"),
        ([7], "0.75", "7"),
    ],
)
def test_quantile(values, p, answer):
    assert quantile(list(map(Fraction, values)), Fraction(p)) == Fraction(answer)


@pytest.mark.parametrize(
    "value, decimals, text", [("12.3", 2, "12.30"), ("-0.05", 2, "-0.05"), ("-12", 0, "-12"), ("0", 1, "0.0")]
)
def test_fixed(value, decimals, text):
    assert fixed(Fraction(value), decimals) == text


def test_tables_hold_what_they_are_for():
    text = "".join(random_table(seed).text() for seed in range(1, 13))
    for trap in ['""', "\n区", "\r\n", "若松,区", "①", "ｶ", "."]:
        assert trap in text, f"no seed writes {trap!r}"
    random_table(3).text().encode("cp932")
