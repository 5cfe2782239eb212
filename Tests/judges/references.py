"""The answers that the command must give, in two ways that share nothing: DuckDB in SQL, and exact fractions in Python."""

from decimal import Decimal
from fractions import Fraction

import duckdb


def decimals_of(text):
    return len(text.partition(".")[2])


def quantile(values, p):
    """Type 7 (R's default, QUARTILE.INC), exact. `values` sorted, `p` a Fraction."""
    place = p * (len(values) - 1)
    low = place.numerator // place.denominator
    high = min(low + 1, len(values) - 1)
    return values[low] + (place - low) * (values[high] - values[low])


def fixed(value, decimals):
    """An exact value as plain digits with that many decimals, trailing zeros kept."""
    scaled = Fraction(value) * 10**decimals
    assert scaled.denominator == 1, f"{value} has more than {decimals} decimals"
    digits = f"{abs(scaled.numerator):0{decimals + 1}d}"
    sign = "-" if scaled.numerator < 0 else ""
    return sign + (f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits)


def passing(rows, minimum):
    """The rows that `額>=minimum` lets through; a row without a value does not pass."""
    return rows if minimum is None else [row for row in rows if row[2] != "" and Fraction(row[2]) >= minimum]


def most_decimals(rows):
    return max((decimals_of(row[2]) for row in rows), default=0)


def fractions_answer(rows, minimum=None):
    """By (place, kind): count, sum, min, max, distinct as printed, and mean, median and first decile as Fractions."""
    rows = passing(rows, minimum)
    decimals = most_decimals(rows)
    groups = {}
    for place, kind, amount, label, _ in rows:
        group = groups.setdefault((place, kind), {"count": 0, "values": [], "labels": set()})
        group["count"] += 1
        if amount != "":
            group["values"].append(Fraction(amount))
        if label != "":
            group["labels"].add(label)
    answer = {}
    for key, group in groups.items():
        values = sorted(group["values"])
        show = lambda value: fixed(value, decimals)
        answer[key] = {
            "count": str(group["count"]),
            "distinct": str(len(group["labels"])),
            "sum": show(sum(values)) if values else "",
            "min": show(values[0]) if values else "",
            "max": show(values[-1]) if values else "",
            "mean": sum(values) / len(values) if values else None,
            "median": quantile(values, Fraction(1, 2)) if values else None,
            "quantile": quantile(values, Fraction(1, 10)) if values else None,
        }
    return answer


def duckdb_answer(path, rows, minimum=None):
    """The same by DuckDB, which reads the UTF-8 file itself: count, sum, min, max, distinct as printed, mean as a Fraction.

    `rows` only tell how many decimals to declare.
    """
    declared, printed = most_decimals(rows), most_decimals(passing(rows, minimum))
    money = f"decimal(38, {printed})::varchar"
    where = "" if minimum is None else f"where x >= {minimum}"
    rows = duckdb.connect().execute(
        f"""
        with typed as (
          select coalesce(a, '') as a, coalesce(b, '') as b, cast(x as decimal(38, {declared})) as x, y
          from read_csv(?, delim = ',', quote = '"', escape = '"', header = true, auto_detect = false, nullstr = '',
               allow_quoted_nulls = true, new_line = ?, columns = {{'a': 'VARCHAR', 'b': 'VARCHAR', 'x': 'VARCHAR',
               'y': 'VARCHAR', 'z': 'VARCHAR'}})
        )
        select a, b, count(*), sum(x)::{money}, min(x)::{money}, max(x)::{money}, count(distinct y), count(x)
        from typed {where} group by a, b
        """,
        [str(path), "\\r\\n" if b"\r\n" in path.read_bytes() else "\\n"],
    ).fetchall()
    return {
        (a, b): {
            "count": str(count),
            "distinct": str(distinct),
            "sum": total or "",
            "min": low or "",
            "max": high or "",
            "mean": Fraction(Decimal(total)) / values if values else None,
        }
        for a, b, count, total, low, high, distinct, values in rows
    }
