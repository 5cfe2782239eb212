"""What README.md shows is what the command prints: every fenced block that opens with `$ shihyo` is run at the top folder.

`--record` writes what was printed into README.md, and fails all the same.
"""

import os
import re
import subprocess

import pytest
from conftest import ROOT

README = ROOT / "README.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def shown_commands(text):
    """(command, output as shown) of every console block; a line that ends with a backslash goes on."""
    for block in BLOCK.findall(text):
        parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
        assert parts, f"a console block without a command:\n{block}"
        for part in parts:
            command, output = re.fullmatch(r"((?:[^\n]*\\\n)*[^\n]*)\n(.*)", part, re.DOTALL).groups()
            yield command, output


def printed(command, binary, folder):
    (folder / "shihyo").symlink_to(binary)
    environment = {"PATH": f"{folder}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, env=environment, capture_output=True, timeout=60)
    assert done.returncode == 0, f"$ {command}\nexit code {done.returncode}\n{done.stderr.decode()}"
    return done.stdout.decode("utf-8")


@pytest.mark.parametrize("command, shown", list(shown_commands(README.read_text("utf-8"))))
def test_shown_output_is_printed(command, shown, binary, tmp_path, request):
    found = printed(command, binary, tmp_path)
    if shown != found and request.config.getoption("record"):
        README.write_text(README.read_text("utf-8").replace(f"$ {command}\n{shown}", f"$ {command}\n{found}"), "utf-8")
        pytest.fail(f"README.md now shows what `{command}` printed: read it")
    assert shown == found, f"$ {command}"


def test_readme_shows_something():
    assert any(command.startswith("shihyo ") for command, _ in shown_commands(README.read_text("utf-8")))
