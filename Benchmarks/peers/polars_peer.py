import os
import sys

from question import BRACKETS


def answer(question, path):
    os.environ["POLARS_MAX_THREADS"] = str(question.threads)
    import polars as pl

    frame = pl.scan_csv(sys.stdin.buffer if question.standard_input else path)
    if question.where:
        frame = frame.filter(pl.col(question.where[0]) == question.where[1])
    keys = [key_expression(pl, key) for key in question.keys]
    table = frame.group_by(keys).agg(pl.len(), *[pl.col(name).sum() for name in question.sums])
    return table.collect(engine="streaming").rows()


def key_expression(pl, key):
    column = pl.col(key.column)
    if key.form == "month":
        # The date column is read as text, which is cheaper than as a date.
        return column.str.slice(0, 7)
    if key.form == "bracket":
        chain = pl.lit(BRACKETS[0][1])
        for lower, code in BRACKETS[1:]:
            chain = pl.when(column >= lower).then(pl.lit(code)).otherwise(chain)
        return chain.alias(key.column)
    return column
