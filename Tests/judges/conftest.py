"""What every judge shares: the binary under test, and the places of the repository."""

import os
import subprocess
from pathlib import Path

import pytest
from spark_cluster import both, cluster, free_port, has_spark, run  # noqa: F401, fixtures

ROOT = Path(__file__).resolve().parents[2]
REAL = Path(os.environ.get("SHIHYO_REAL_FILES", ROOT.parent / "shared" / "real"))


def pytest_addoption(parser):
    parser.addoption(
        "--record", action="store_true", help="write the answers of the cases anew; the run fails all the same"
    )
    parser.addoption("--seeds", type=int, default=12, help="how many seeded random files are judged (default 12)")
    parser.addoption("--first-seed", type=int, default=1, help="the first seed (to run a failure again)")


def pytest_generate_tests(metafunc):
    if "seed" in metafunc.fixturenames:
        first = metafunc.config.getoption("first_seed")
        metafunc.parametrize("seed", range(first, first + metafunc.config.getoption("seeds")))


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def binary():
    """The command under test. A judge that asks for it fails, not skips, where it does not exist."""
    path = Path(os.environ.get("SHIHYO_BINARY", ROOT / ".build" / "debug" / "shihyo")).resolve()
    assert path.is_file(), f"{path} does not exist: run `swift build`, or name the binary in SHIHYO_BINARY"
    return path


@pytest.fixture(scope="session")
def real_file():
    """Path of a real municipal file; the test is skipped where the folder is not there."""

    def find(name):
        if not REAL.is_dir():
            pytest.skip(f"the real files are not at {REAL} (name their folder in SHIHYO_REAL_FILES)")
        path = REAL / name
        assert path.is_file(), f"{path} is not there"
        return path

    return find


@pytest.fixture(scope="session")
def shihyo(binary):
    """Runs the command and returns (exit code, output bytes, error text); the locale is fixed to English."""

    def run(*arguments, stdin=b"", cwd=None, lang="C.UTF-8"):
        environment = {"PATH": os.environ["PATH"], "LC_ALL": lang, "LANG": lang}
        done = subprocess.run(
            [str(binary), *map(str, arguments)], input=stdin, capture_output=True, cwd=cwd, env=environment, timeout=120
        )
        return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")

    return run
