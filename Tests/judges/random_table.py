"""Seeded random tables: what a CSV of a city office may hold, and what makes a reader stumble."""

import random
from dataclasses import dataclass
from pathlib import Path

PLACES = ["門司区", "小倉 北区", "若松,区", '八幡"東"区', "戸畑\n区", "Ｋ区", "ｶﾅ区", "北～区", "表ソ能", "01", "1", ""]
KINDS = ["会議室", "和室", '"', ",", "多目的\nホール", "1,2", "調理室　大", "①号室"]
LABELS = ["あ", "い", "う,え", 'お"か', "き\nく", "表", "ソ", "A", "a", " 先頭の空白", ""]


@dataclass
class RandomTable:
    seed: int
    rows: list  # of (place, kind, x text, y label, z text)
    header = ["区", "種別", "額", "札", "人数"]
    line_end: str
    quote_all: bool

    def text(self):
        def field(value):
            if self.quote_all or any(sign in value for sign in ',"\n') or (value == "" and self.seed % 2):
                return '"' + value.replace('"', '""') + '"'
            return value

        records = [self.header, *self.rows]
        return "".join(",".join(map(field, record)) + self.line_end for record in records)

    def write(self, folder: Path, encoding="utf-8"):
        path = folder / f"seed-{self.seed}-{encoding}.csv"
        path.write_bytes(self.text().encode(encoding))
        return path


def random_decimal(source, places):
    """A plain decimal: at most 12 integer digits, up to `places` decimals, trailing zeros kept."""
    size = source.choice([1, 2, 3, 5, 8, 12])
    digits = str(source.randrange(10**size))
    decimals = source.randrange(places + 1)
    sign = source.choice(["", "", "-"])
    text = f"{digits}.{source.randrange(10**decimals):0{decimals}d}" if decimals else digits
    return text if set(text) <= {"0", "."} else sign + text  # no -0: its sign is a mark, tested elsewhere


def random_table(seed):
    source = random.Random(seed)
    places = source.choice([0, 1, 2, 4, 9])
    used_places = source.sample(PLACES, source.randrange(2, len(PLACES)))
    used_kinds = source.sample(KINDS, source.randrange(1, len(KINDS)))
    rows = []
    for _ in range(source.choice([1, 7, 60, 900])):
        amount = "" if source.random() < 0.08 else random_decimal(source, places)
        people = "" if source.random() < 0.3 else str(source.randrange(200))
        rows.append([source.choice(used_places), source.choice(used_kinds), amount, source.choice(LABELS), people])
    return RandomTable(seed, rows, source.choice(["\n", "\r\n"]), source.random() < 0.3)
