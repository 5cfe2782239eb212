import chdb

from peers import sql


def answer(question, path):
    query = sql.select(question, f"file('{path}', CSVWithNames)", lambda column: f"formatDateTime({column}, '%Y-%m')")
    # Without it a quoted number is taken for a text.
    settings = f"max_threads = {question.threads}, input_format_csv_try_infer_numbers_from_strings = 1"
    text = chdb.query(f"{query} SETTINGS {settings}", "TabSeparated").bytes().decode()
    return [line.split("\t") for line in text.splitlines()]
