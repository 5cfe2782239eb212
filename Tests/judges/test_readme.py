"""What README.md shows is what the command prints: every fenced block that opens with `$ shihyo` is run at the top folder.

Blocks that open with another command are one walk-through: run one after the other in one empty folder.

`--record` writes what was printed into README.md, and fails all the same.
"""

import os
import re
import subprocess

import pytest
from conftest import ROOT

README = ROOT / "README.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def shown_commands(text, walks=False):
    """(command, output as shown) of every console block; a line that ends with a backslash goes on."""
    for block in BLOCK.findall(text):
        if block.startswith("$ shihyo ") != walks:
            yield from commands_of(block)


def commands_of(block):
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    assert parts, f"a console block without a command:\n{block}"
    for part in parts:
        command, output = re.fullmatch(r"((?:[^\n]*\\\n)*[^\n]*)\n(.*)", part, re.DOTALL).groups()
        yield command, output


def printed(command, binary, folder, at=ROOT, **variables):
    if not (folder / "shihyo").exists():
        (folder / "shihyo").symlink_to(binary)
    environment = {**variables, "PATH": f"{folder}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    done = subprocess.run(["bash", "-c", command], cwd=at, env=environment, capture_output=True, timeout=60)
    assert done.returncode == 0, f"$ {command}\nexit code {done.returncode}\n{done.stderr.decode()}"
    return done.stdout.decode("utf-8")


@pytest.mark.parametrize("command, shown", list(shown_commands(README.read_text("utf-8"))))
def test_shown_output_is_printed(command, shown, binary, tmp_path, request):
    found = printed(command, binary, tmp_path)
    if shown != found and request.config.getoption("record"):
        README.write_text(README.read_text("utf-8").replace(f"$ {command}\n{shown}", f"$ {command}\n{found}"), "utf-8")
        pytest.fail(f"README.md now shows what `{command}` printed: read it")
    assert shown == found, f"$ {command}"


def test_the_walk_through(binary, tmp_path, request):
    folder = tmp_path / "here"
    folder.mkdir()
    commands = list(shown_commands(README.read_text("utf-8"), walks=True))
    assert len(commands) > 5
    for command, shown in commands:
        # Editions are published on the day that the text shows.
        found = printed(command, binary, tmp_path, at=folder, SOURCE_DATE_EPOCH="1764288000")
        if shown != found and request.config.getoption("record"):
            README.write_text(README.read_text("utf-8").replace(f"$ {command}\n{shown}", f"$ {command}\n{found}"), "utf-8")
            continue
        assert shown == found, f"$ {command}"
    assert not request.config.getoption("record"), "README.md shows what was printed: read it, then run without --record"


def test_readme_shows_something():
    assert any(command.startswith("shihyo ") for command, _ in shown_commands(README.read_text("utf-8")))
