"""The repository verifies, in every format, and what the formats say agrees."""

import csv
import hashlib
import io
import json
import shutil
import subprocess
from xml.etree import ElementTree

import pytest
from conftest import ROOT

COUNTED = {
    "relation": {"wrong": 0, "undecidable": 6, "derived": 3},
    "known": {"wrong": 0, "undecidable": 0, "within-rounding": 1},
    "ledger": {"wrong": 0, "undecidable": 0},
}


@pytest.fixture(scope="module")
def verify(binary):
    def run(*flags, code=0):
        done = subprocess.run([binary, "verify", *flags], cwd=ROOT, capture_output=True, text=True, timeout=120)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout

    return run


def test_the_repository_holds(verify):
    result = json.loads(verify("-f", "json"))
    assert result["holds"] is True
    assert not [finding for finding in result["findings"] if finding["severity"] == "error"]
    for section, verdicts in COUNTED.items():
        for verdict, count in verdicts.items():
            assert result["counts"][section][verdict] == count, (section, verdict)
    # Known figures of the documents: most are only copied, and none of these is said to be proved.
    assert result["counts"]["known"]["copied"] > 40
    for figure in result["figures"]:
        if figure["section"] == "known":
            assert figure["document"] in {"000", "001", "002", "003", "004"} and figure["line"]


def test_digests_are_those_of_another_program(verify):
    result = json.loads(verify("-f", "json"))
    assert len(result["files"]) > 30
    for file in result["files"]:
        assert file["found"] == hashlib.sha256((ROOT / file["path"]).read_bytes()).hexdigest()
        assert file["state"] == "same" and file["declared"] == file["found"]


def test_formats_agree(verify):
    figures = json.loads(verify("-f", "json"))["figures"]
    rows = list(csv.DictReader(io.StringIO(verify("-f", "csv"))))
    assert [row["id"] for row in rows if row["section"] in COUNTED] == [figure["id"] for figure in figures]
    suites = ElementTree.fromstring(verify("-f", "junit", "--lang", "ja"))
    assert suites.attrib["failures"] == "0"
    for section in COUNTED:
        cases = suites.findall(f"testsuite[@name='{section}']/testcase")
        mine = [figure for figure in figures if figure["section"] == section]
        assert [case.attrib["name"] for case in cases] == [figure["id"] for figure in mine]
        verdicts = [case.find("properties/property[@name='verdict']").attrib["value"] for case in cases]
        assert verdicts == [figure["verdict"] for figure in mine]
        unproved = [figure for figure in mine if figure["verdict"] in {"undecidable", "derived", "copied"}]
        assert len([case for case in cases if case.find("skipped") is not None]) == len(unproved)


def test_names_choose_what_is_verified(verify):
    result = json.loads(verify("meeting", "-f", "json"))
    assert {figure["id"].split("/")[0] for figure in result["figures"] if figure["section"] == "ledger"} == {"meeting"}
    assert all(not file["id"].startswith("mihon") for file in result["files"])
    verify("no-such-report", code=66)


def test_known_figures_are_unique_and_have_places():
    ids = {}
    for path in sorted((ROOT / "datasets").glob("*/known-figures.csv")):
        for row in csv.DictReader(path.open(encoding="utf-8")):
            assert row["id"] not in ids, (row["id"], ids.get(row["id"]))
            ids[row["id"]] = row
            assert row["kind"] in {"期間", "時点", "累計", "見込み", "記載なし"}
            assert row["printed"] or row["compared-with"]
    for name in ["requests.community", "centre.age.60+", "ranks.A", "phone.courses", "need.not-felt", "park.hours"]:
        assert ids[name]["printed"]


def test_what_a_changed_file_moved_is_the_same_in_every_format(binary, tmp_path):
    folder = tmp_path / "datasets"
    for name in ["kitakyushu-requests", "profiles"]:
        shutil.copytree(ROOT / "datasets" / name, folder / name)
    data = folder / "kitakyushu-requests" / "requests.csv"
    data.write_text(data.read_text("utf-8").replace("252", "225"), "utf-8")

    def run(*flags):
        command = [binary, "verify", "kitakyushu-requests", "--datasets", folder, "--reports", tmp_path, *flags]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        assert done.returncode == 1, done.stdout + done.stderr
        return done.stdout

    moved = [figure for file in json.loads(run("-f", "json"))["files"] for figure in file["moved"]]
    assert [(figure["id"], figure["old"], figure["new"], figure["difference"], figure["unit"]) for figure in moved] == [
        ("requests.centres", "252件", "225", "-27", "件")
    ]
    rows = [row for row in csv.DictReader(io.StringIO(run("-f", "csv"))) if row["section"] == "moved"]
    assert [(row["id"], row["printed"], row["computed"], row["difference"], row["unit"]) for row in rows] == [
        ("requests.centres", "252件", "225", "-27", "件")
    ]
    failure = ElementTree.fromstring(run("-f", "junit", "--lang", "en")).find("testsuite[@name='files']/testcase/failure")
    assert "requests.centres: 252件 → 225件 (difference -27)" in failure.text
    assert "requests.centres: 252件 → 225件 (difference -27)" in run("--lang", "en")
    # Only what does not hold, and nothing of what cannot be told.
    quiet = run("--lang", "ja", "-q")
    assert "requests.centres：252件 → 225件（差 △27）" in quiet and "requests.total" not in quiet
