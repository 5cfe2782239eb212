#!/usr/bin/env python3
"""Makes the fictional data of みほん市: everything here is invented, and labelled 架空データ.

    python3 datasets/mihon-centres/generate.py [FOLDER]

writes, under FOLDER (the folder of datasets if not given), the same bytes on every machine:

    mihon-centres/use.csv                   tidy UTF-8, one row per centre and month
    mihon-centres-export/use-令和N年度.csv   the same figures as an office exports them: CP932, one file per fiscal year
    */datapackage.json                      the descriptors, with the hashes of these files

Plain Python and whole numbers only: a generator of its own, no floating point, nothing that a version could change.
"""

import csv
import datetime
import hashlib
import io
import json
import sys
from pathlib import Path

SEED = 20260401
NOTICE = {"ja": "架空データ", "en": "Fictional data (架空データ)"}
WARDS = {"甲区": 23, "乙区": 19, "丙区": 21, "丁区": 14, "戊区": 18, "己区": 20, "庚区": 16}  # 131, of which two not always
NAMES = (
    "あおぞら いちょう うぐいす えのき おおば かえで きんもくせい くるみ けやき こぶし さざんか しらかば "
    "すみれ せきれい そよかぜ たんぽぽ つばき てまり とちのき なのはな にじ ぬまべ のぎく"
).split()
YEARS = {4: range(12), 5: range(12), 6: range(12), 7: range(6)}  # 令和, and its months from April
SLOTS_PER_DAY = 3
CLOSED = ("乙区", "せきれい", (5, 6))  # its last month: 令和5年10月
OPENED = ("己区", "そよかぜ", (6, 4))  # its first month: 令和6年8月
# Nothing was reported: centre, fiscal year, months; True: the users only.
UNREPORTED = [
    ("甲区", "けやき", 4, (10, 11), False),
    ("丙区", "えのき", 5, (2,), False),
    ("丁区", "くるみ", 6, (7, 8), True),
    ("戊区", "かえで", 7, (1,), True),
]
MEASURES = {
    "利用可能コマ数": "コマ",
    "有償利用コマ数": "コマ",
    "無償利用コマ数": "コマ",
    "29歳以下": "人",
    "30～59歳": "人",
    "60歳以上": "人",
    "登録団体増減": "団体",
}
USERS = ["29歳以下", "30～59歳", "60歳以上"]
NIL, MISSING = "－", "…"
# Changes of the rate of use, in thousandths, from April on: fewer in the rains, in August and at the turn of the year.
SEASON = [4, 12, -9, -14, -31, 9, 22, 18, -27, -22, 3, 16]


class Numbers:
    """A linear congruential generator of 64 bits; its upper half is used."""

    def __init__(self, seed):
        self.state = seed

    def between(self, low, high):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return low + (self.state >> 33) % (high - low + 1)


def open_days(era_year, month, sundays):
    """Days of a month on which a centre is open: not over New Year, and on Sundays only where it says so."""
    year = 2018 + era_year + (1 if month >= 9 else 0)
    day = datetime.date(year, (month + 3) % 12 + 1, 1)
    days = 0
    while day.month == (month + 3) % 12 + 1:
        new_year = (day.month, day.day) >= (12, 29) or (day.month, day.day) <= (1, 3)
        days += (sundays or day.weekday() != 6) and not new_year
        day += datetime.timedelta(days=1)
    return days


def centres():
    """Every centre with what makes it differ from the others."""
    numbers = Numbers(SEED)
    for ward_number, (ward, count) in enumerate(WARDS.items()):
        for name in NAMES[:count]:
            yield {
                "ward": ward,
                "name": name,
                "rooms": numbers.between(2, 6),
                "sundays": numbers.between(1, 9) == 1,
                "rate": numbers.between(330, 520) + 11 * ward_number,
                "paid": 0 if numbers.between(1, 12) == 1 else numbers.between(170, 390),
                "people": numbers.between(6, 12),
                "young": numbers.between(70, 150),
                "middle": numbers.between(310, 410),
            }


def is_open(centre, when):
    place = (centre["ward"], centre["name"])
    if place == CLOSED[:2]:
        return when <= CLOSED[2]
    if place == OPENED[:2]:
        return when >= OPENED[2]
    return True


def is_listed(centre, era_year):
    """A centre stands in the list of a year if it was open in one of its months."""
    return any(is_open(centre, (era_year, month)) for month in YEARS[era_year])


def month_of_use(centre, era_year, month, numbers):
    """The seven figures of a centre in a month; every centre draws the same amount of numbers, open or not."""
    drawn = [numbers.between(-25, 25), numbers.between(-30, 30), numbers.between(-1, 1), numbers.between(-15, 15)]
    groups = numbers.between(-2, 3) if numbers.between(1, 3) == 1 else 0
    if not is_open(centre, (era_year, month)):
        return [NIL] * len(MEASURES)
    months_gone = (era_year - 4) * 12 + month
    available = centre["rooms"] * SLOTS_PER_DAY * open_days(era_year, month, centre["sundays"])
    used = available * (centre["rate"] + months_gone + SEASON[month] + drawn[0]) // 1000
    paid = used * (centre["paid"] + drawn[1]) // 1000 if centre["paid"] else 0
    people = used * (centre["people"] + drawn[2])
    young = people * (centre["young"] + months_gone + (35 if month in (3, 4) else 0) + drawn[3]) // 1000
    middle = people * (centre["middle"] + months_gone // 2 - drawn[3] // 2) // 1000
    row = [available, paid if centre["paid"] else NIL, used - paid, young, middle, people - young - middle, groups]
    for ward, name, year, months, only_users in UNREPORTED:
        if (ward, name, year) == (centre["ward"], centre["name"], era_year) and month in months:
            row = [MISSING if not only_users or 3 <= place <= 5 else cell for place, cell in enumerate(row)]
    return row


def full_name(centre):
    return f"{centre['ward'][0]}{centre['name']}市民センター"


def all_use():
    """{(fiscal year, month from April): [(centre, figures)]}, in the order of wards and centres."""
    numbers = Numbers(SEED + 1)
    everyone = list(centres())
    use = {}
    for era_year, months in YEARS.items():
        for month in months:
            rows = [(centre, month_of_use(centre, era_year, month, numbers)) for centre in everyone]
            use[era_year, month] = [row for row in rows if is_listed(row[0], era_year)]
    return use


def tidy(use):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["区", "市民センター", "年月", *MEASURES])
    for (era_year, month), rows in use.items():
        stamp = f"{2018 + era_year + (month >= 9)}-{(month + 3) % 12 + 1:02}"
        for centre, figures in rows:
            writer.writerow([centre["ward"], full_name(centre), stamp, *figures])
    return text.getvalue().encode("utf-8")


def office_number(cell):
    """As a spreadsheet shows it: △ for negative, thousands with commas."""
    return cell if isinstance(cell, str) else ("△" if cell < 0 else "") + f"{abs(cell):,}"


def added(rows):
    """Sums of columns over the cells that are numbers; － where none is, and … where that is all there is."""
    sums = []
    for cells in zip(*rows):
        numbers = [cell for cell in cells if not isinstance(cell, str)]
        sums.append(sum(numbers) if numbers else MISSING if MISSING in cells else NIL)
    return sums


def year_row(cells_of_months):
    """The cells of all months and their total of the year."""
    return [cell for cells in cells_of_months for cell in cells] + added(cells_of_months)


def month_labels(era_year):
    return [f"{(month + 3) % 12 + 1}月" for month in YEARS[era_year]]


def header_names(era_year):
    return [f"{label} {measure}" for label in [*month_labels(era_year), "年度計"] for measure in MEASURES]


def export(use, era_year):
    """One fiscal year as the office would: what is merged in the spreadsheet is blank here."""
    months = YEARS[era_year]
    listed = [centre for centre, _ in use[era_year, months[0]]]
    figures = {
        full_name(centre): [use[era_year, month][place][1] for month in months] for place, centre in enumerate(listed)
    }
    width = 2 + len(header_names(era_year))
    blank = [""] * (len(MEASURES) - 1)
    lines = [
        ["市民センター月別利用状況（架空データ）"],
        [""] * (width - 1) + ["（単位：コマ、人、団体）"],
        ["区", "市民センター"] + [cell for label in [*month_labels(era_year), "年度計"] for cell in [label, *blank]],
        ["", ""] + list(MEASURES) * (len(months) + 1),
    ]

    def line(ward, name, cells_of_months):
        lines.append([ward, name] + [office_number(cell) for cell in year_row(cells_of_months)])

    for ward in WARDS:
        own = [full_name(centre) for centre in listed if centre["ward"] == ward]
        for place, name in enumerate(own):
            line(ward if place == 0 else "", name, figures[name])
        line("", "小計", [added([figures[name][place] for name in own]) for place in range(len(months))])
    line("合計", "", [added([cells[place] for cells in figures.values()]) for place in range(len(months))])
    lines += [
        ["（注）－は皆無（閉館後、開館前を含む。0として計算）、…は報告のないもの。計は報告のあった分の計。"],
        ["　　　△は減少。1コマは午前、午後、夜間のいずれか。"],
        ["資料：みほん市市民局地域課（架空データ）"],
    ]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows(row + [""] * (width - len(row)) for row in lines)
    return text.getvalue().encode("cp932")


def file_facts(name, data):
    return {"path": name, "type": "table", "format": "csv", "mediatype": "text/csv"} | {
        "bytes": len(data),
        "hash": "sha256:" + hashlib.sha256(data).hexdigest(),
    }


def measure_value(name, unit):
    """A column that the layout makes."""
    return {"name": name, "type": "integer", "role": "measure", "unit": unit, "additivity": "flow"}


def measure_fields():
    return [
        {"name": name, "type": "integer", "shihyo": {"role": "measure", "unit": unit, "additivity": "flow"}}
        | ({} if name == "登録団体増減" else {"constraints": {"minimum": 0}})
        for name, unit in MEASURES.items()
    ]


def package(name, title, description, resources):
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": name,
        "title": title,
        "description": description,
        "version": "1.0.0",
        "sources": [{"title": "架空データ。generate.py が作る", "path": "SOURCE.md"}],
        "shihyo": {"profile": "mihon", "notice": NOTICE, "notes": "みほん市は架空の市で、数値はすべて作ったもの。"},
        "resources": resources,
    }


SIGNS = {NIL: "nil", MISSING: "missing", "nil": "zero"}  # what does not exist adds nothing: 0


def tidy_package(data):
    keys = [
        {"name": "区", "type": "string", "constraints": {"required": True}, "shihyo": {"role": "key", "profile": "mihon"}},
        {"name": "市民センター", "type": "string", "constraints": {"required": True}, "shihyo": {"role": "key"}},
        {"name": "年月", "type": "yearmonth", "constraints": {"required": True}, "shihyo": {"role": "key"}},
    ]
    schema = {
        "fields": keys + measure_fields(),
        "missingValues": ["", NIL, MISSING],
        "primaryKey": ["市民センター", "年月"],
    }
    dialect = {"delimiter": ",", "header": True}
    facts = file_facts("use.csv", data) | {"encoding": "utf-8", "dialect": dialect, "schema": schema}
    resources = [
        {"name": "use", "title": "市民センターの月別利用状況"} | facts | {"shihyo": {"signs": SIGNS}},
        {"name": "users", "title": "市民センターの月別利用者数（年齢区分別）"}
        | facts
        | {
            "shihyo": {
                "signs": SIGNS,
                "unpivot": {
                    "columns": USERS,
                    "keys": [{"name": "年齢区分", "type": "age-bracket"}],
                    "values": [measure_value("利用者数", "人")],
                },
            }
        },
    ]
    return package(
        "mihon-centres",
        "みほん市 市民センターの月別利用状況（架空データ）",
        "架空の市の架空の数値。令和4年4月から令和7年9月まで、一行が一館一月。",
        resources,
    )


def office_package(files):
    resources = []
    for era_year, (name, data) in files.items():
        columns = ["区", "市民センター", *header_names(era_year)]
        own = {"区": {"profile": "mihon", "role": "key"}, "市民センター": {"role": "key"}}
        resources.append(
            {"name": f"r{era_year}", "title": f"市民センターの月別利用状況（令和{era_year}年度）"}
            | file_facts(name, data)
            | {
                "encoding": "cp932",
                "dialect": {"delimiter": ",", "header": False},
                "shihyo": office_layout(),
                "schema": {
                    "fields": [
                        {"name": column, "type": "any"} | ({"shihyo": own[column]} if column in own else {})
                        for column in columns
                    ],
                    "missingValues": ["", NIL, MISSING],
                },
            }
        )
    return package(
        "mihon-centres-export",
        "みほん市 市民センターの月別利用状況、表計算ソフトからの書き出し（架空データ）",
        "架空の市の架空の数値。mihon-centres と同じ数値を、市役所の表の形にしたもの。年度はファイル名だけにある。",
        resources,
    )


def office_layout():
    """How the rows of the export become one record per centre and month."""
    return {
        "skip-lines": 2,
        "header-rows": "1-2",
        "note-rows": ["（注", "資料："],
        "signs": SIGNS,
        "blank-down": ["区"],
        "unpivot": {
            "columns": "{月} {value}",
            "keys": [{"name": "月", "type": "string"}],
            "values": [measure_value(name, unit) for name, unit in MEASURES.items()],
            "total": "年度計 {value}",
        },
        "subtotals": [
            {"column": "市民センター", "labels": ["小計"], "by": ["区"]},
            {"column": "区", "labels": ["合計"]},
        ],
        "constants": [{"name": "年度", "type": "period", "path": "use-{年度}.csv"}],
        "year-month": {"name": "年月", "year-from": "年度", "month-from": "月"},
    }


def main(folder):
    use = all_use()
    data = tidy(use)
    files = {year: (f"use-令和{year}年度.csv", export(use, year)) for year in YEARS}
    outputs = {"mihon-centres/use.csv": data}
    outputs |= {f"mihon-centres-export/{name}": content for name, content in files.values()}
    for name, described in (("mihon-centres", tidy_package(data)), ("mihon-centres-export", office_package(files))):
        text = json.dumps(described, ensure_ascii=False, indent=2) + "\n"
        outputs[f"{name}/datapackage.json"] = text.encode("utf-8")
    for path, content in outputs.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent)
