"""Drafts of descriptors: `describe --write` for awkward files; frictionless accepts each, and our own reader reads it."""

import json
import subprocess

import pytest
from frictionless import Package

FILES = {
    "plain": ("区,件数,日\n門司,3,2025-04-01\n若松,－,2025-04-02\n".encode(), 2),
    "cp932": ("区,金額（千円）\r\n門司,\"1,234\"\r\n若松,５６\r\n".encode("cp932"), 2),
    "mark": ("\ufeff区,番号,年齢\n門司,01,29歳以下\n若松,02,30～59歳\n".encode(), 2),
    "lower": ("第3表 利用者数,,\n（単位：人）,,\n区,年度,人数\n門司,令和5年度,3\n若松,令和5年度,5\n計,令和5年度,8\n".encode(), 2),
    "tabs": ("区\t件数\n門司\t3\n".encode(), 1),
}


@pytest.mark.parametrize("name", FILES)
def test_draft_is_accepted(name, binary, tmp_path):
    data, rows = FILES[name]
    (tmp_path / f"{name}.csv").write_bytes(data)
    draft = tmp_path / "datapackage.json"

    def shihyo(*words):
        return subprocess.run([binary, *words], cwd=tmp_path, capture_output=True, text=True, timeout=60)

    written = shihyo("describe", f"{name}.csv", "--write", str(draft))
    assert written.returncode == 0, written.stderr
    before = draft.read_bytes()
    assert "要確認" in json.loads(before)["description"]
    report = Package(str(draft)).validate()
    assert report.valid, report.flatten(["type", "fieldName", "rowNumber", "message"])
    checked = shihyo("check", str(draft), "--lang", "en")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert f"Records checked: {rows}." in checked.stdout
    again = shihyo("describe", f"{name}.csv", "--write", str(draft))
    assert again.returncode == 73 and draft.read_bytes() == before
