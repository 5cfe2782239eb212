"""The packaged datasets: accepted by frictionless, complete, unchanged, and equal to numbers typed from the documents."""

import csv
import hashlib
import json
from collections import Counter

import pytest
from conftest import ROOT
from frictionless import Package

DATASETS = ROOT / "datasets"
DESCRIPTORS = sorted(DATASETS.glob("*/datapackage.json"))


def rows(path):
    with open(DATASETS / path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def names(paths):
    return [path.parent.name for path in paths]


def test_every_dataset_is_here():
    assert {
        "kitakyushu-centre-users",
        "kitakyushu-issue-ranks",
        "kitakyushu-requests",
        "kitakyushu-utilisation",
    } <= set(names(DESCRIPTORS))


@pytest.mark.parametrize("descriptor", DESCRIPTORS, ids=names(DESCRIPTORS))
def test_frictionless_accepts(descriptor):
    report = Package(str(descriptor)).validate()
    assert report.valid, "\n".join(map(str, report.flatten(["type", "fieldName", "rowNumber", "message"])))


@pytest.mark.parametrize("descriptor", DESCRIPTORS, ids=names(DESCRIPTORS))
def test_files_are_as_described(descriptor):
    package = json.loads(descriptor.read_text("utf-8"))
    assert package["name"] == descriptor.parent.name
    assert (descriptor.parent / "SOURCE.md").is_file()
    described = set()
    for resource in package["resources"]:
        paths = resource["path"] if isinstance(resource["path"], list) else [resource["path"]]
        described.update(paths)
        assert len(paths) == 1, "a hash of several paths has no standard meaning: give each its resource"
        data = (descriptor.parent / paths[0]).read_bytes()
        assert resource["hash"] == "sha256:" + hashlib.sha256(data).hexdigest(), f"{paths[0]} has changed"
        assert resource["bytes"] == len(data)
        assert not data.startswith(b"\xef\xbb\xbf") and b"\r" not in data and data.endswith(b"\n")
        header = next(csv.reader([data.decode("utf-8").split("\n")[0]]))
        assert header == [field["name"] for field in resource["schema"]["fields"]]
    assert described == {path.name for path in descriptor.parent.glob("*.csv")} - {"known-figures.csv"}


# 002:97-98 and 002:108-260, counted by hand.
ROWS_BY_BODY = (
    "会計3 危機3 デジ5 技監3 政策3 総務4 財変5 保福3 子家4 環境1 産経8 創造5 戦略5 整備4 港湾4 門司8 小北5 小南5 若松6 "
    "八東8 八西5 戸畑7 消防2 上下4 交通3 競技2 議会2 教委8 行委7"
)
RANK_3 = "子家1 環境1 産経2 戦略2 港湾3 門司4 門司7 小北3 教委2 教委4 行委2 行委3 行委4"
WARDS = ["門司", "小北", "小南", "若松", "八東", "八西", "戸畑"]


def ranks_of(listed):
    counted = Counter(row["ランク"] for row in listed)
    return len(listed), counted["3"], counted["2"], counted["1"]


def test_issue_ranks():
    listed = rows("kitakyushu-issue-ranks/ranks.csv")
    runs = []
    for row in listed:
        if not runs or runs[-1][0]["局名"] != row["局名"]:
            runs.append([])
        runs[-1].append(row)
    assert " ".join(f"{run[0]['局名']}{len(run)}" for run in runs) == ROWS_BY_BODY
    for run in runs:
        assert [int(row["番号"]) for row in run] == list(range(1, len(run) + 1))
    assert ranks_of(listed) == (132, 13, 118, 1)
    assert ranks_of([row for row in listed if row["局名"] in WARDS]) == (44, 3, 40, 1)
    assert ranks_of([row for row in listed if row["局名"] not in WARDS]) == (88, 10, 78, 0)
    assert " ".join(row["局名"] + row["番号"] for row in listed if row["ランク"] == "3") == RANK_3
    assert [row["局名"] + row["番号"] for row in listed if row["ランク"] == "1"] == ["八東8"]


def test_issue_titles():
    """Spelling as printed, where a tidy hand would have changed it (002:109, 002:129, 002:203, 002:247, 002:260)."""
    titles = {row["局名"] + row["番号"]: row["課題名"] for row in rows("kitakyushu-issue-ranks/ranks.csv")}
    assert titles["会計1"] == "財務会計システムの機能アップ 〈DX推進〉"
    assert titles["総務4"] == "本庁舎階市民ホールの有効活用"
    assert titles["若松5"] == "来庁者や職員にとって安全安心で快適な区役所づくり（カスタマーハラスメント対応）"
    assert titles["教委2"] == "通学区域の間合せ対応にかかる負担軽減"
    assert titles["行委7"] == "「改善提案型監査」の実施による市役所業務の改善・改革への寄与"
    assert sum("カスタマーハラスメント対応" in title for title in titles.values()) == 7


def test_profile_is_the_order_of_the_list():
    profile = json.loads((DATASETS / "profiles" / "kitakyushu.json").read_text("utf-8"))
    order = list(dict.fromkeys(row["局名"] for row in rows("kitakyushu-issue-ranks/ranks.csv")))
    assert [body["abbreviation"] for body in profile["bodies"]] == order
    assert [body["abbreviation"] for body in profile["bodies"] if body["group"] == "区役所"] == WARDS
    assert Counter(body["group"] for body in profile["bodies"]) == {"局等": 22, "区役所": 7}
    assert all(body.get("source") for body in profile["bodies"] if "name" in body)
    package = json.loads((DATASETS / "kitakyushu-issue-ranks" / "datapackage.json").read_text("utf-8"))
    body = package["resources"][0]["schema"]["fields"][0]
    assert body["shihyo"]["profile"] == "kitakyushu" and "categories" not in body, "the order stands in the profile only"


def test_requests():  # 001:182-183
    assert [list(row.values()) for row in rows("kitakyushu-requests/requests.csv")] == [
        ["地域", "令和5年度", "127"],
        ["市民センター", "令和5年度", "252"],
    ]


def test_centre_users():  # 001:372
    listed = rows("kitakyushu-centre-users/shares.csv")
    assert [(row["年齢区分"], row["利用割合"]) for row in listed] == [
        ("29歳以下", "0.9"),
        ("30～50歳", "27.7"),
        ("60歳以上", "71.4"),
    ]
    assert [row["想定区分"] for row in listed] == ["29歳以下", "30～59歳", "60歳以上"]
    assert [bool(row["注"]) for row in listed] == [False, True, False]


def test_utilisation():  # 001:373 and 001:606
    assert [list(row.values()) for row in rows("kitakyushu-utilisation/rates.csv")] == [
        ["市民センター", "全体", "令和5年度", "22.8"],
        ["市民センター", "有償", "令和5年度", "15.9"],
        ["生涯学習センター", "全体", "令和5年度", "24.2"],
        ["生涯学習センター", "有償", "令和5年度", "25.5"],
    ]
