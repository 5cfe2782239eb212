"""What the judges of faults share: a tiny report, what a folder holds, the shim that makes calls fail."""

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT

PAPER = ROOT / "Tests" / "cases" / "report-folder"
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}
CSV = "区,件数\n門司,1\n小倉,=2\n戸畑,3\n".encode()


def contents(folder):
    """Names and bytes, hidden ones too; folders as they are."""
    folder = Path(folder)
    if not folder.exists():
        return None
    return {path.name: path.read_bytes() if path.is_file() else contents(path) for path in folder.iterdir()}


def digest_fails(folder):
    """Outputs that differ from what `run.json` of their folder says of them."""
    run = json.loads((folder / "run.json").read_text("utf-8"))
    return [
        output["path"]
        for output in run["outputs"]
        if hashlib.sha256((folder / output["path"]).read_bytes()).hexdigest() != output["sha256"]
    ]


class Paper:
    """A tiny report in a folder of its own, and the two runs of it that are told apart: of all wards, of one."""

    def __init__(self, binary, folder, environment=()):
        self.binary, self.folder = binary, Path(folder)
        for name in ("datasets", "reports"):
            shutil.copytree(PAPER / name, self.folder / name)
        (self.folder / "data.csv").write_bytes(CSV)
        self.places = set(os.listdir(self.folder))
        self.environment = {**ENVIRONMENT, **dict(environment)}

    def arguments(self, ward, *more):
        chosen = [] if ward is None else ["--set", f"ward={ward}"]
        return [str(self.binary), "report", "paper", "-q", "-f", "text,csv,json", *chosen, *map(str, more)]

    def run(self, arguments, fault=None, lang="C.UTF-8", wrapper=(), **options):
        environment = {**self.environment, "LC_ALL": lang, "LANG": lang, **(fault or {})}
        done = subprocess.run(
            [*wrapper, *arguments], cwd=self.folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
            timeout=120, **options)  # fmt: skip
        return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")

    def write(self, ward, output="out", **options):
        return self.run(self.arguments(ward, "-o", output), **options)

    def both(self, output="out"):
        """What the folder holds after each of the two runs; the second of them stands there."""
        found = []
        for ward in (None, "甲区"):
            code, _, error = self.write(ward, output)
            assert code == 0, error
            assert digest_fails(self.folder / output) == []
            found.append(contents(self.folder / output))
        assert found[0] != found[1] and len(found[0]) == 5
        return found

    def strangers(self, *expected):
        """What lies about beside the inputs and what was expected: nothing, if all went well."""
        return sorted(set(os.listdir(self.folder)) - self.places - set(expected))


@pytest.fixture(scope="session")
def shim(tmp_path_factory):
    """The library that makes calls fail, compiled from fault_shim.c."""
    compiler = next((found for found in map(shutil.which, ("cc", "gcc", "clang")) if found), None)
    assert compiler, "no C compiler: clang comes with Swift"
    library = tmp_path_factory.mktemp("shim") / "shim.so"
    source = Path(__file__).with_name("fault_shim.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)

    def fault(call, number, what, mark):
        mark.unlink(missing_ok=True)
        return {"LD_PRELOAD": str(library), "FAULT": f"{call}:{number}:{what}", "FAULT_MARK": str(mark)}

    return fault


def mounted(size):
    """The start of a command that runs after mounting `small`, a disk of that size; skips where mounting is impossible."""
    isolated = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-rm"]
    trial = subprocess.run([*isolated, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True)
    if trial.returncode:
        pytest.skip(f"FULL DISK NOT TESTED: nothing can be mounted here ({trial.stderr.decode().strip()})")
    return [*isolated, "bash", "-c", f'mount -t tmpfs -o size={size} none small && eval "$0"']
