"""Peers that are commands: how the question is put to them, and how their output reads."""

import csv
import io
import shutil

from question import BRACKETS, Question


def shihyo(binary: str, question: Question, path: str) -> list[str]:
    brackets = ",".join(
        f"{lower}-{BRACKETS[place + 1][0] - 1}" if place + 1 < len(BRACKETS) else f"{lower}+"
        for place, (lower, _) in enumerate(BRACKETS))
    forms = {"text": "", "month": ":month", "bracket": f":brackets({brackets})"}
    keys = ",".join(key.column + forms[key.form] for key in question.keys)
    command = [binary, "aggregate", "-" if question.standard_input else path, "--by", keys, "--count"]
    for name in question.sums:
        command += ["--sum", name]
    if question.where:
        command += ["--where", f"{question.where[0]}={question.where[1]}"]
    return command + ["-f", "csv", "--threads", str(question.threads)]


def shihyo_rows(output: str, question: Question) -> list[list[str]]:
    rows = list(csv.reader(io.StringIO(output.removeprefix("\ufeff"))))
    width = len(question.keys) + 1 + len(question.sums)
    return [row[:width] for row in rows[1:]]


def loop(binary: str, question: Question, path: str) -> list[str] | None:
    """The hand-written loop knows one question and plain text."""
    is_main = [key.column for key in question.keys] == ["区", "施設"] and not question.where
    if not is_main or question.kind not in ("plain", "cp932") or question.standard_input:
        return None
    return [binary, path, str(question.threads)]


def miller(question: Question, path: str) -> list[str] | None:
    if not shutil.which("mlr"):
        return None
    verbs = []
    if question.where:
        verbs += ["filter", f"${{{question.where[0]}}} == {question.where[1]}", "then"]
    keys = []
    for place, key in enumerate(question.keys):
        if key.form == "text":
            keys.append(key.column)
            continue
        keys.append(f"key{place}")
        verbs += ["put", f"$key{place} = {miller_expression(key)}", "then"]
    verbs += ["stats1", "-a", "count,sum", "-f", ",".join(question.sums), "-g", ",".join(keys)]
    first = question.sums[0]
    order = keys + [f"{first}_count"] + [f"{name}_sum" for name in question.sums]
    verbs += ["then", "cut", "-o", "-f", ",".join(order)]
    command = ["mlr", "--icsv", "--ocsv", "--headerless-csv-output", *verbs]
    return command if question.standard_input else command + [path]


def miller_expression(key) -> str:
    column = f"${{{key.column}}}"
    if key.form == "month":
        return f"substr0({column}, 0, 6)"
    chain = f'"{BRACKETS[0][1]}"'
    for lower, code in BRACKETS[1:]:
        chain = f'({column} >= {lower} ? "{code}" : {chain})'
    return chain


def plain_rows(output: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(output)))
