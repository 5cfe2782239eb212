"""Reads workbooks and Word documents back with programs that are not Shihyo: openpyxl, LibreOffice, pandoc."""

import csv
import json
import re
import subprocess

DIGITS = re.compile(r"[△-]?[0-9][0-9,]*(?:\.[0-9]+)?")


def digits(text):
    """The number in a printed figure: `約△1,234件p` → `-1234`; None where there is none."""
    found = DIGITS.search(text)
    return found.group().replace(",", "").replace("△", "-") if found else None


def shown(cell):
    """What a cell shows, in neutral form, by its value and its number format alone."""
    if not isinstance(cell.value, (int, float)):
        return cell.value
    pattern = cell.number_format.split(";")[0]
    decimals = re.search(r"0\.(0+)", pattern)
    return f"{cell.value:.{len(decimals.group(1)) if decimals else 0}f}"


def libreoffice(binary_format, source, folder):
    """Converts with LibreOffice under a profile of its own, so that no other run of it is in the way."""
    profile = folder / "profile"
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", binary_format]
    done = subprocess.run(
        [*command, "--outdir", str(folder), str(source)], capture_output=True, text=True, timeout=180
    )
    assert done.returncode == 0, done.stderr


def sheets_as_shown(source, folder):
    """Every sheet as LibreOffice shows it, by its name: lists of rows of texts."""
    folder.mkdir(exist_ok=True)
    # comma, quote, UTF-8, first line 1, cells as shown, every sheet into a file of its own
    libreoffice("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1", source, folder)
    tables = {}
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            tables[path.stem.removeprefix(source.stem + "-")] = list(csv.reader(file))
    return tables


def pandoc_tree(path):
    done = subprocess.run(["pandoc", "-f", "docx", "-t", "json", str(path)], capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def pandoc_text(node):
    """All text under a node of pandoc's tree."""
    if isinstance(node, list):
        return "".join(map(pandoc_text, node))
    if not isinstance(node, dict):
        return ""
    kind, content = node.get("t"), node.get("c")
    if kind == "Str":
        return content
    if kind in ("Space", "SoftBreak"):
        return " "
    return pandoc_text(content) if content is not None else ""


def pandoc_tables(tree):
    """Rows of texts of every table, heads included."""
    tables = []

    def walk(node):
        if isinstance(node, list):
            for item in node:
                walk(item)
        elif isinstance(node, dict):
            if node.get("t") == "Table":
                _, _, _, head, bodies, foot = node["c"]
                rows = head[1] + [row for body in bodies for row in body[2] + body[3]] + foot[1]
                tables.append([[pandoc_text(cell[4]) for cell in row[1]] for row in rows])
            else:
                walk(node.get("c"))

    walk(tree["blocks"])
    return tables
