"""One file per peer that is a Python library: `answer(question, path)` returns rows of keys, count and sums."""
