"""`check` on a cluster: each error with its number of records, and the way to the lines."""

import collections
import csv
import io
import json
import random
import re

import pytest

FIELDS = [
    {"name": "番号", "type": "integer"},
    {"name": "区", "type": "string", "constraints": {"required": True, "enum": ["門司区", "小倉北区", "戸畑区"]}},
    {"name": "利用日", "type": "date"},
    {"name": "人数", "type": "integer", "constraints": {"minimum": 0, "maximum": 90}},
    {"name": "備考", "type": "string", "constraints": {"maxLength": 6}},
]
KEYS = {"primaryKey": "番号", "uniqueKeys": [["利用日", "備考"]]}
GOOD = [["門司区", "小倉北区", "戸畑区"], ["2024-04-01", "2024-05-31"], ["0", "12", "90"]]
BAD = [["", "門司", " 戸畑区"], ["2024-02-30", "昨日", ""], ["abc", "-1", "91", "△3", "１２"]]


def dataset(folder, bad, encoding="utf-8"):
    chosen = random.Random(bad)
    rows = []
    for number in range(300):
        cells = [chosen.choice(pair[chosen.random() < bad]) for pair in zip(GOOD, BAD)]
        # A number that comes twice, and one that comes three times.
        key = {7: 6, 9: 6, 20: 19}.get(number, number) if bad else number
        note = {0: "可", 1: '"長すぎる"備考'}.get(number % 50) if bad else None
        rows.append([str(key), *cells, note or f"第{number}"])
    text = io.StringIO()
    csv.writer(text).writerows([[field["name"] for field in FIELDS], *rows])
    (folder / "use.csv").write_bytes(text.getvalue().encode(encoding))
    resource = {"name": "use", "path": "use.csv", "encoding": encoding, "schema": {"fields": FIELDS, **KEYS}}
    (folder / "datapackage.json").write_text(json.dumps({"name": "seeded", "resources": [resource]}), encoding="utf-8")
    return folder / "datapackage.json"


def findings(output):
    """How often each error stands, without its lines; and the notes about the run as a whole.

    Warnings about a column as a whole need the order of records, and are left to the check of a file that is here."""
    counts, notes = collections.Counter(), []
    for row in csv.DictReader(io.StringIO(output.decode())):
        times = re.search(r" \(in (\d+) records\)$", row["message"])
        message = re.sub(r" \(in \d+ records\)$", "", row["message"])
        message = re.sub(r"as on (line \d+|another line)$", "as another", message)
        if row["severity"] == "note":
            notes.append(row["code"])
        elif row["severity"] == "error":
            counts[row["column"], row["code"], row["text"], message] += int(times.group(1)) if times else 1
    return counts, notes


@pytest.mark.parametrize("encoding", ["utf-8", "cp932"])
def test_as_many_findings_as_here(run, cluster, tmp_path, encoding):
    package = dataset(tmp_path, 0.1, encoding)
    here = run("check", package, "-f", "csv", "--lang", "en")
    there = run("check", package, "-f", "csv", "--lang", "en", "--engine", cluster.address)
    assert (here[0], there[0]) == (1, 1), here[2] + there[2]
    counts, notes = findings(here[1])
    assert len({code for _, code, _, _ in counts}) >= 7 and sum(counts.values()) > 50, counts
    assert findings(there[1]) == (counts, ["spark.lines-by-check"]) and not notes
    assert counts[[found for found in counts if found[1:3] == ("key.duplicate", "6")][0]] == 2


def test_totals_and_the_way_to_the_lines(run, cluster, tmp_path):
    package = dataset(tmp_path, 0.1)
    for lang, errors, way in [("en", r"(\d+) errors", "cluster does not know line"), ("ja", r"誤り(\d+)件", "行番号を知りません")]:
        here = run("check", package, "--lang", lang)[1].decode()
        there = run("check", package, "--lang", lang, "--engine", cluster.address)[1].decode()
        assert re.findall(errors, here) == re.findall(errors, there) != [], there
        assert way in there and way not in here, there


def test_a_clean_dataset(run, cluster, tmp_path):
    package = dataset(tmp_path, 0)
    here, there = run("check", package), run("check", package, "--engine", cluster.address)
    assert here[0] == there[0] == 0, there[2]
    assert here[1] == there[1]


def test_what_needs_the_records_is_refused(run, cluster, tmp_path):
    package = dataset(tmp_path, 0)
    code, output, error = run("check", package, "--rejects", tmp_path / "r.csv", "--engine", cluster.address)
    assert (code, output) == (64, b"") and "spark.not-there" in error, error
