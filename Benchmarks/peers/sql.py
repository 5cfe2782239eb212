"""The question in SQL; only functions that DuckDB and ClickHouse spell differently are handed in."""

from question import BRACKETS, Question


def select(question: Question, source: str, month) -> str:
    keys = [key_expression(key, month) for key in question.keys]
    sums = [f'sum("{name}")' for name in question.sums]
    where = f' WHERE "{question.where[0]}" = {question.where[1]}' if question.where else ""
    group = ", ".join(str(place + 1) for place in range(len(keys)))
    return f'SELECT {", ".join(keys + ["count(*)"] + sums)} FROM {source}{where} GROUP BY {group}'


def key_expression(key, month) -> str:
    column = f'"{key.column}"'
    if key.form == "month":
        return month(column)
    if key.form == "bracket":
        cases = " ".join(f"WHEN {column} >= {lower} THEN '{code}'" for lower, code in reversed(BRACKETS))
        return f"CASE {cases} END"
    return column
