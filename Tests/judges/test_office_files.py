"""Files as offices mail them: mangled by mail, by spreadsheets, by people. A careful reader's figure, or a word about the doubt.

Each file has the figures that its author meant, or codes one of which must be said: by the figure itself, or by the check that
every manual asks for first. Nothing else is let through, and no command ends in a trap.
"""

import csv
import io
import re

import pytest

HEAD = "区,月,人数\n"
ROWS = "門司区,2025-04,1200\n小倉北区,2025-05,345\n小倉北区,2025-06,67\n"
TABLE = HEAD + ROWS
MEANT = {"門司区": "1200", "小倉北区": "412"}
WARDS = ["門司区", "小倉北区", "小倉南区", "若松区", "八幡東区", "八幡西区", "戸畑区"]
LONG = HEAD + "".join(
    f"{ward},2025-{month:02},{100 * place + month}\n" for month in (4, 5) for place, ward in enumerate(WARDS)
)


def one(cell):
    """A table with this cell among numbers."""
    return f"区,人数\n甲,100\n乙,{cell}\n丙,3\n"


# name: bytes or text, what was meant (by 区, of 人数), or the codes that must be said
FILES = {
    # Encodings.
    "NEC and IBM characters": ("区,氏名,人数\r\n門司区,髙橋①㈱,1200\r\n小倉北区,﨑山Ⅲ,412\r\n".encode("cp932"), MEANT),
    "外字": ("区,氏名,人数\n門司区,".encode("cp932") + b"\xf0\x40,1\n", ["cell.private-character"]),
    "外字 in UTF-8": ("区,人数\n\ue000山,1\n", ["cell.private-character"]),
    "UTF-16 without a mark": (TABLE.encode("utf-16-le"), MEANT),
    "UTF-16, big, without a mark": (TABLE.encode("utf-16-be"), MEANT),
    "ISO-2022-JP": (TABLE.encode("iso2022_jp"), MEANT),
    "UTF-8, then CP932": (HEAD.encode() + ROWS.encode("cp932"), ["encoding.unknown"]),
    "CP932, then UTF-8": (HEAD.encode("cp932") + ROWS.encode(), ["encoding.invalid-bytes"]),
    "UTF-8 read as CP932 and saved": (TABLE.encode().decode("cp932", "replace"), ["query.unknown-column"]),
    "EUC-JP": (TABLE.encode("euc_jp"), ["encoding.unknown"]),
    "a mark of UTF-16 before UTF-8": (b"\xff\xfe" + TABLE.encode(), ["encoding.invalid-bytes"]),
    "two marks and two tables": (b"\xef\xbb\xbf" + TABLE.encode() + b"\xef\xbb\xbf" + TABLE.encode(), ["table.second-table"]),
    # Ends and pieces.
    "returns only, and ^Z": (TABLE.replace("\n", "\r") + "\x1a", ["record.short"]),
    "^Z in the middle": (TABLE + "\x1a門司区,2025-07,1\n", ["query.labels-alike"]),
    "a form feed at each page": (TABLE + "\x0c門司区,2025-07,1\n", ["query.labels-alike"]),
    "cut in a character": (TABLE.encode() + "若松".encode()[:-1], ["record.short", "encoding.cut-off"]),
    "cut in a row": (TABLE + "若松", ["record.short"]),
    "zeros at the end": (TABLE.encode() + bytes(512), ["encoding.zero-bytes"]),
    "joined to itself with its header": (TABLE * 2, ["table.second-table"]),
    "joined to itself": (TABLE + ROWS, ["table.repeated-rows"]),
    "a conflict of versions": (TABLE.replace("小倉北区,2025-05", "=======\n小倉北区,2025-05"), ["record.short"]),
    # Mail.
    "quoted-printable": (TABLE.replace("345", "3=\n45"), ["cell.not-a-number", "record.short"]),
    "a line that was folded": (HEAD + "門司区,2025-04\n,1200\n", ["record.short"]),
    "curly quotes": (TABLE.replace("1200", "“1,200”"), ["record.long"]),
    "apostrophes": ("区,人数\n'甲','5'\n'乙','6'\n", ["cell.not-a-number"]),
    "quoted in a mail": ("".join(f"> {row}\n" for row in TABLE.splitlines()), ["file.mail-quoted"]),
    "aligned by blanks": ("区        人数\n門司区    1200\n小倉北区   412\n", ["delimiter.blanks"]),
    "HTML": ("<html>\n<table>\n<tr><td>区</td></tr>\n</table>\n</html>\n", ["file.markup"]),
    "entities": (TABLE.replace("1200", "1&#44;200"), ["cell.not-a-number"]),
    # Spreadsheets.
    "TAB in a .csv": (TABLE.replace(",", "\t"), MEANT),
    "sep=;": ("sep=;\n" + TABLE.replace(",", ";"), MEANT),
    "rows quoted as a whole": ("".join(f'"{row}"\n' for row in TABLE.splitlines()), ["delimiter.rows-quoted"]),
    "full-width commas": (TABLE.replace(",", "，"), ["delimiter.elsewhere"]),
    "formulas for texts": ('区,人数\n甲,="1200"\n', ["record.quote-in-field"]),
    "error values": (TABLE.replace("345", "#REF!"), ["cell.spreadsheet-error"]),
    "narrow columns": (TABLE.replace("345", "####"), ["cell.spreadsheet-error"]),
    "shortened numbers": (TABLE.replace("345", "3.45E+02"), ["cell.scientific-notation"]),
    "commas that were not quoted": ("区,人数\n甲,1,200\n乙,345\n", ["record.long"]),
    "commas that were not quoted, and a missing cell": ("区,人数,備考\n甲,1,200\n乙,345,\n丙,3,済\n", ["cell.split-number"]),
    "one month in two spellings": ("区,人数\n2025-04,1\n令和7年4月,2\n", ["query.periods-alike"]),
    "merged cells": ("年度,区,人数\n令和5年度,甲,1\n,乙,2\n,丙,3\n令和6年度,甲,4\n", ["table.continued-labels"]),
    "merged wards": ("区,月,人数\n門司区,4月,1\n,5月,2\n,6月,3\n若松区,4月,4\n", ["table.continued-labels"]),
    "ditto": ("区,人数\n甲,1\n〃,2\n同上,3\n", ["table.continued-labels"]),
    "two headers": ("区,令和7年度,,令和6年度,\n,男,女,男,女\n甲,1,2,3,4\n", ["header.probably-below"]),
    "a title": ("利用状況,,\n" + TABLE, ["header.probably-below", "header.empty-trailing"]),
    "side by side": ("区,人数,,区,人数\n甲,1,,乙,2\n", ["header.duplicate"]),
    "zeros in front, some lost": ("区,人数\n01100,1\n1100,2\n", ["query.labels-alike"]),
    "a row shifted to the left": (LONG.replace("若松区,2025-04,304", ",若松区,304"), ["column.other-form"]),
    "a row without its month": (LONG.replace("若松区,2025-04,304", "若松区,304,"), ["column.other-form"]),
    # Rows that are no records.
    "a sum below": (TABLE + "合　　計,,1612\n", ["table.total-rows"]),
    "an average below": (TABLE + "平均,,537\n", ["table.derived-rows"]),
    "last year and the change": (TABLE + "前年同月,,1500\n増減,,112\n対前年比,,107.5\n", ["table.derived-rows"]),
    "parts": ("区,人数\n甲,10\n　うち女性,4\n乙,5\n", ["table.derived-rows"]),
    "shown again": ("区,人数\n甲,10\n乙,5\n（再掲）65歳以上,4\n", ["table.derived-rows"]),
    "carried over": ("区,人数\n甲,10\n繰越,10\n乙,5\n", ["table.derived-rows"]),
    "parts in brackets": ("区,人数\n甲,10\n（内訳）男,4\n乙,5\n", ["table.derived-rows"]),
    "a sum under the name of the city": ("区,人数\n門司,10\n小倉,20\n北九州市,30\n", ["table.disguised-total"]),
    "a sum without a name": ("区,人数\n門司,10\n小倉,20\n戸畑,35\n,65\n", ["table.disguised-total"]),
    "a sum in half-width kana": ("区,人数\n門司,10\n小倉,20\nｹｲ,30\n", ["table.total-rows"]),
    "years as headings": ("区,人数\n令和5年度,\n甲,1\n乙,2\n令和6年度,\n甲,3\n乙,4\n", ["table.heading-rows"]),
    "numbers of the columns": ("区,月,人数\n1,2,3\n甲,4月,5\n乙,4月,6\n丙,5月,7\n丁,5月,8\n", ["table.column-numbers"]),
    # Dates.
    "October as a number": ("区,人数\n2024.4,1\n2024.9,2\n2024.1,3\n2024.11,4\n", ["query.lost-zero"]),
    "a slip of the year": ("区,人数\n2024-04-01,1\n0024-04-02,2\n", ["cell.unlikely-year"]),
    # Labels.
    "hidden characters": ("区,人数\n門司区,1\n門司\u200b区,2\n", ["query.labels-alike"]),
    "spaces inside": ("区,人数\n小倉 北区,1\n小倉北区,2\n", ["query.labels-alike"]),
    "variants of a kanji": ("区,人数\n八幡西区,1\n八幡西區,2\n", ["query.labels-alike"]),
    "letters that look the same": ("区,人数\nカ,1\n力,2\n", ["query.labels-alike"]),
    "waves and tildes": ("区,人数\n4月～6月,1\n4月〜6月,2\n", ["query.labels-alike"]),
    "case": ("区,人数\nMoji,1\nmoji,2\n", ["query.labels-alike"]),
    # Numbers.
    "minus signs": (one("△2").replace("100", "−1").replace("3", "▲4"), {"甲": "-1", "乙": "-2", "丙": "-4"}),
    "a dash for a minus": (one("―5"), ["cell.doubtful-minus"]),
    "a minus behind": (one("5-"), ["cell.not-a-number"]),
    "brackets": (one("(45)"), ["sum(人数):reference"]),
    "full-width": (one('"１，２００"'), {"甲": "100", "乙": "1200", "丙": "3"}),
    "U+3000 inside": (one("1　200"), ["cell.space-inside-number"]),
    "a comma in the wrong place": (one('"3，45"'), ["cell.misplaced-comma"]),
    "a decimal comma": (one('"345,5"'), ["cell.misplaced-comma"]),
    "an ideographic comma": (one("6、700"), ["cell.not-a-number"]),
    "percent signs in some": (one("12.5%"), ["cell.mixed-units"]),
    "units in some": (one("5千円"), ["cell.mixed-units"]),
    "a letter for a digit": (one("1O0"), ["cell.not-a-number"]),
    "kanji numerals": (one("千二百"), ["cell.other-digits"]),
    "2万5": (one("2万5"), ["cell.digit-behind-scale"]),
    "a mark of a note": (one("1200※"), ["cell.not-a-number"]),
    "a range": (one("5～6"), ["cell.not-a-number"]),
    "a clock": (one("1:30"), ["cell.date-for-number"]),
    "right to left": (one("\u202e21\u202c"), ["cell.not-a-number"]),
    "NULL": (one("NULL"), ["cell.not-a-number"]),
}


@pytest.mark.parametrize("name", FILES)
def test_an_office_file(shihyo, tmp_path, name):
    content, meant = FILES[name]
    path = tmp_path / "表.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    code, output, error = shihyo("aggregate", path, "--by", "区", "--sum", "人数", "-f", "csv")
    assert code in (0, 64, 65), (code, error)
    if isinstance(meant, dict):
        rows = csv.DictReader(io.StringIO(output.decode("utf-8"), newline=""))
        assert {row["区"]: row["sum(人数)"] for row in rows} == meant, error
    else:
        checked, findings, complaint = shihyo("check", path, "-f", "csv")
        assert checked in (0, 1, 65), (checked, complaint)
        said = output.decode("utf-8") + error + findings.decode("utf-8") + complaint
        assert any(word in said for word in meant), f"nobody says {meant}:\n{said}"
    for command in (["describe"], ["check", "--lint"], ["aggregate", "--count"]):
        code, _, error = shihyo(command[0], path, *command[1:])
        assert code in (0, 1, 65), (command, code, error)


# Of these no paper is made.
REFUSED = {
    "a mark of UTF-16 before UTF-8",
    "two marks and two tables",
    "returns only, and ^Z",
    "cut in a character",
    "cut in a row",
    "zeros at the end",
    "joined to itself with its header",
    "a conflict of versions",
    "UTF-8, then CP932",
    "CP932, then UTF-8",
    "quoted-printable",
    "a line that was folded",
    "curly quotes",
    "EUC-JP",
    "HTML",
    "commas that were not quoted",
    "formulas for texts",
    "side by side",
    "percent signs in some",
    "units in some",
}


@pytest.mark.parametrize("name", FILES)
def test_a_report_of_an_office_file(shihyo, tmp_path, name):
    """From the file to a paper, as the drafts have it: refused with a code, or a paper with every record that was read."""
    content, _ = FILES[name]
    folder = tmp_path / "datasets" / "t"
    folder.mkdir(parents=True)
    path = folder / "表.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    steps = (
        ["describe", path, "--write", folder / "datapackage.json"],
        ["report", "--new", "p", "--dataset", "t"],
        ["report", "p", "--lang", "ja"],
        ["report", "p", "-f", "csv"],
    )
    output = []
    refused = name in REFUSED
    for step in steps:
        code, answer, error = shihyo(*step, cwd=tmp_path)
        output.append(answer.decode("utf-8"))
        if code != 0:
            assert refused and code == 65 and re.search(r"\[[a-z]+\.[a-z-]+\]", error), (step, code, error)
            return
    assert not refused
    read = int(re.search(r"表\.csv（(\d+)）", output[2])[1])
    printed = list(csv.reader(io.StringIO(output[3], newline="")))[1:]
    assert len(printed) == read > 0, output[2]
