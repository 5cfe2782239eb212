"""Reads what `-f csv` prints, and shows a command so that it can be typed again."""

import csv
import io
import shlex


def spell(arguments):
    return "shihyo " + shlex.join(str(argument) for argument in arguments)


def csv_table(run, arguments, note=""):
    """Header and rows (dictionaries) of a command that must succeed."""
    code, output, error = run(*arguments)
    assert code == 0, f"{note}\n$ {spell(arguments)}\nexit code {code}\n{error}"
    records = list(csv.reader(io.StringIO(output.decode("utf-8"), newline="")))
    assert records, f"{note}\n$ {spell(arguments)}\nprinted nothing"
    header = records[0]
    for record in records[1:]:
        assert len(record) == len(header), f"{note}\n$ {spell(arguments)}\n{len(record)} fields: {record}"
    return header, [dict(zip(header, record)) for record in records[1:]]


def by_key(rows, keys):
    """Rows by their key texts; a key that comes twice is an error."""
    found = {}
    for row in rows:
        key = tuple(row[name] for name in keys)
        assert key not in found, f"the group {key} comes twice"
        found[key] = row
    return found
