"""Runs one question in one library: peer.py LIBRARY QUESTION FILE. Rows as CSV to standard output; the seconds
of the query alone, without starting Python and loading the library, to standard error."""

import csv
import importlib
import os
import sys
import time

library, name, path = sys.argv[1:4]
question = importlib.import_module(f"questions.{name}").QUESTION
os.environ["POLARS_MAX_THREADS"] = str(question.threads)
module = importlib.import_module(f"peers.{library}_peer")
if library == "polars":
    import polars  # noqa: F401  loaded before the clock starts, as the others are
start = time.perf_counter()
rows = module.answer(question, path)
seconds = time.perf_counter() - start
csv.writer(sys.stdout, lineterminator="\n").writerows(rows)
print(f"seconds {seconds:.4f}", file=sys.stderr)
