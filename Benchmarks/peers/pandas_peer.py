import sys

import pandas

from question import BRACKETS


def answer(question, path):
    source = sys.stdin.buffer if question.standard_input else path
    frame = pandas.read_csv(source, usecols=question.columns)
    if question.where:
        frame = frame[frame[question.where[0]] == question.where[1]]
    keys = [key_column(frame, key) for key in question.keys]
    groups = frame.groupby(keys, sort=False)
    table = groups[question.sums].sum()
    table.insert(0, "count", groups.size())
    rows = zip(table.index, table.itertuples(index=False))
    return [(key if isinstance(key, tuple) else (key,)) + tuple(values) for key, values in rows]


def key_column(frame, key):
    column = frame[key.column]
    if key.form == "month":
        return column.str.slice(0, 7)
    if key.form == "bracket":
        bounds = [lower for lower, _ in BRACKETS] + [1000]
        codes = pandas.cut(column, bounds, right=False, labels=[code for _, code in BRACKETS])
        return codes.astype(str)
    return column
