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
        "kitakyushu-budgets",
        "kitakyushu-centre-users",
        "kitakyushu-issue-ranks",
        "kitakyushu-issue-registers",
        "kitakyushu-issue-versions",
        "kitakyushu-meeting-minutes",
        "kitakyushu-multi-purpose-use",
        "kitakyushu-requests",
        "kitakyushu-single-figures",
        "kitakyushu-sunday-opening",
        "kitakyushu-surveys",
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
    described, hashed = set(), set()
    for resource in package["resources"]:
        paths = resource["path"] if isinstance(resource["path"], list) else [resource["path"]]
        described.update(paths)
        if len(paths) > 1:
            assert "hash" not in resource, "a hash of several paths has no standard meaning: give each its resource"
            continue
        hashed.update(paths)
        data = (descriptor.parent / paths[0]).read_bytes()
        assert resource["hash"] == "sha256:" + hashlib.sha256(data).hexdigest(), f"{paths[0]} has changed"
        assert resource["bytes"] == len(data)
        if not resource["dialect"]["header"]:
            continue  # A table as an office exported it: test_mihon.py reads it.
        assert not data.startswith(b"\xef\xbb\xbf") and b"\r" not in data and data.endswith(b"\n")
        header = next(csv.reader([data.decode("utf-8").split("\n")[0]]))
        assert header == [field["name"] for field in resource["schema"]["fields"]]
    assert hashed == described == {path.name for path in descriptor.parent.glob("*.csv")} - {"known-figures.csv"}


@pytest.mark.parametrize("descriptor", DESCRIPTORS, ids=names(DESCRIPTORS))
def test_fictional_datasets_say_so_and_others_do_not(descriptor):
    package = json.loads(descriptor.read_text("utf-8"))
    own = package.get("shihyo", {})
    if descriptor.parent.name.startswith("mihon"):
        assert own["notice"]["ja"] == "架空データ" and own["notice"]["en"].startswith("Fictional")
        assert "架空データ" in package["title"] and "架空" in package["description"]
        assert (descriptor.parent / "SOURCE.md").read_text("utf-8").split("\n")[0].endswith("（架空データ）")
        assert own["profile"] == "mihon"
    else:
        assert "notice" not in own and own.get("profile", "kitakyushu") == "kitakyushu"


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


# Every single figure: id, value (- where the document has words only), unit, document and line.
SINGLE_FIGURES = """
requests.community 127 件 001:182 | requests.centres 252 件 001:183
centre.age.0-29 0.9 ％ 001:372 | centre.age.30-59 27.7 ％ 001:372 | centre.age.60+ 71.4 ％ 001:372
centre.rate.all 22.8 ％ 001:373 | centre.rate.paid 15.9 ％ 001:373
learning.rate.all 24.2 ％ 001:606 | learning.rate.paid 25.5 ％ 001:606
chair.age.mean 74.4 歳 001:379 | multi.registered 238 件 001:407 | multi.used 558 件 001:408
sunday.fy2026 12 館 001:403 | sunday.increase 5 館 001:403 | sunday.kokuraminami 0 館 003:193
web.survey 5964 件 001:358
npo.interviewed 23 団体 001:315 | npo.willing 8 団体 001:315 | npo.willing.share 35 ％ 001:315
npo.corporations 300 法人 001:307 | awards 95 社 001:306 | awards.years 5 年 001:306
budget.general 177.6 億円 001:12 | budget.general.own 121.9 億円 001:12 | budget.special 5.3 億円 001:12
phone.courses.before 2 種類 001:256 | phone.courses.after 7 種類 001:256 | phone.courses.basic 5 種 001:256
phone.minimum.before 10 名 001:258 | phone.minimum.after 5 名 001:258
centre.staff 3 名 001:178 | centre.staff.employees 2 名 001:178
interviews.per-year.before 2 回 001:465 | interviews.per-year.after 4 回 001:465
facilities.reduction.target 20 ％ 002:284 | facilities.reduction.result 1 ％ 002:284
ranks.A 132 課題 002:98 | ranks.A.3 13 課題 002:98 | ranks.A.2 118 課題 002:98 | ranks.A.1 1 課題 002:98
need.not-felt - - 001:375 | touts.patrol 5 名 001:538 | touts.halved - - 001:538 | touts.council 2 回 001:554
heads.meetings 0 回 001:433 | hall.built 1972 年 001:564 | hall.service-life 80 年 001:564
centre.head.term 5 年 003:212 | departments 6 部 001:16
facilities.direct 7 施設 001:24 | facilities.designated 3 施設 001:25
park.count 2 か所 004:286 | park.opens - - 004:286 | park.closes - - 004:286
"""


def single_figures():
    return {row["ID"]: row for row in rows("kitakyushu-single-figures/figures.csv")}


def test_single_figures():
    entries = [entry.split() for entry in SINGLE_FIGURES.replace("|", "\n").split("\n") if entry.strip()]
    typed = {name: rest for name, *rest in entries}
    found = single_figures()
    assert len(typed) == 54 and set(typed) == set(found)
    for name, (value, unit, place) in typed.items():
        row = found[name]
        assert [row["値"] or "-", row["単位"] or "-", f"{row['文書']}:{row['行']}"] == [value, unit, place], name


def test_single_figures_say_when_and_of_what_kind():
    kinds = Counter(row["種別"] for row in single_figures().values())
    assert set(kinds) == {"期間", "時点", "累計", "見込み", "記載なし"}
    found = single_figures()
    assert [found["multi.used"]["時点"], found["multi.used"]["種別"]] == ["令和7年9月末", "累計"]
    assert [found["sunday.fy2026"]["時点"], found["sunday.fy2026"]["種別"]] == ["令和8年度", "見込み"]
    assert [found["centre.age.30-59"]["時点"], found["centre.age.30-59"]["種別"]] == ["記載なし", "記載なし"]
    assert found["npo.willing.share"]["表記"] == "約35%" and found["web.survey"]["表記"] == "5,964件"
    assert found["need.not-felt"]["表記"] == "半数以上"


# The same number in a table of its own: dataset and file, column and value of the row, its measure, and the figure's id.
TABLES = [
    ("requests/requests", {"依頼先": "地域"}, "依頼業務件数", "requests.community"),
    ("requests/requests", {"依頼先": "市民センター"}, "依頼業務件数", "requests.centres"),
    ("centre-users/shares", {"年齢区分": "29歳以下"}, "利用割合", "centre.age.0-29"),
    ("centre-users/shares", {"年齢区分": "30～50歳"}, "利用割合", "centre.age.30-59"),
    ("centre-users/shares", {"年齢区分": "60歳以上"}, "利用割合", "centre.age.60+"),
    ("utilisation/rates", {"施設": "市民センター", "区分": "全体"}, "稼働率", "centre.rate.all"),
    ("utilisation/rates", {"施設": "市民センター", "区分": "有償"}, "稼働率", "centre.rate.paid"),
    ("utilisation/rates", {"施設": "生涯学習センター", "区分": "全体"}, "稼働率", "learning.rate.all"),
    ("utilisation/rates", {"施設": "生涯学習センター", "区分": "有償"}, "稼働率", "learning.rate.paid"),
    ("multi-purpose-use/use", {"区分": "登録"}, "件数", "multi.registered"),
    ("multi-purpose-use/use", {"区分": "利用"}, "件数", "multi.used"),
    ("sunday-opening/centres", {"項目": "実施する館数"}, "館数", "sunday.fy2026"),
    ("sunday-opening/centres", {"項目": "前年度からの増加"}, "館数", "sunday.increase"),
    ("sunday-opening/centres", {"区域": "小倉南区"}, "館数", "sunday.kokuraminami"),
    ("budgets/budgets", {"会計": "一般会計", "内訳": "計"}, "当初予算額", "budget.general"),
    ("budgets/budgets", {"内訳": "うち一般財源"}, "当初予算額", "budget.general.own"),
    ("budgets/budgets", {"会計": "特別会計"}, "当初予算額", "budget.special"),
    ("surveys/answers", {"調査": "市民Webアンケート"}, "数", "web.survey"),
    ("surveys/answers", {"区分": "ヒアリングした団体"}, "数", "npo.interviewed"),
    ("surveys/answers", {"区分": "うちNPOとの連携を検討したい"}, "数", "npo.willing"),
]


@pytest.mark.parametrize("table, which, measure, name", TABLES, ids=[table[3] for table in TABLES])
def test_tables_hold_the_single_figures(table, which, measure, name):
    found = [row for row in rows(f"kitakyushu-{table}.csv") if which.items() <= row.items()]
    assert [row[measure] for row in found] == [single_figures()[name]["値"]]


REGISTERS = "kitakyushu-issue-registers"


def register(organisation):
    return [row for row in rows(f"{REGISTERS}/issues.csv") if row["組織"] == organisation]


def test_registers_hold_every_issue():
    def numbers(organisation):
        return " ".join(row["課題番号"] for row in register(organisation))

    assert numbers("総務市民局") == "A1 A2 B1 B2 B3 B4 B5 B6 B7 C1 C2"
    assert numbers("門司区") == "A1 A2 A3 A4 A5 A6 A7 A8 B1 B2 C1"
    assert numbers("小倉南区") == "A1 A2 A3 A4 A5 B1 B2 C1"
    assert len(rows(f"{REGISTERS}/issues.csv")) == 30


def test_impact_and_urgency():  # 001:85, 115, 163, 222, 288, 362, 414, 458, 527, 560, 594
    cells = {}
    for row in register("総務市民局"):
        cells.setdefault(row["インパクト"] + row["緊急度"], []).append(row["課題番号"])
    assert cells == {"高高": ["B1", "B6", "B7"], "高低": ["A2", "B2", "B3", "B4", "B5", "C1", "C2"], "低高": ["A1"]}
    others = register("門司区") + register("小倉南区")
    assert {row["インパクト"] + row["緊急度"] for row in others} == {"記載なし記載なし"}


def test_what_is_done():  # 004:178 and 268; the same two are rank 3 in 002
    done = [(row["組織"], row["課題番号"]) for row in rows(f"{REGISTERS}/issues.csv") if row["状態"] == "完了"]
    assert done == [("門司区", "A4"), ("門司区", "A7")]
    ranked = [row for row in rows("kitakyushu-issue-ranks/ranks.csv") if row["局名"] == "門司" and row["ランク"] == "3"]
    assert [row["番号"] for row in ranked] == ["4", "7"]


def test_numbers_change_and_ids_do_not():
    listed = rows(f"{REGISTERS}/numbers.csv")
    scheme = [row for row in listed if row["ID"] == "somu-ward-scheme"]
    assert sorted((row["年度"], row["区分の呼び方"], row["課題番号"], row["文書"], row["行"]) for row in scheme) == [
        ("令和6年度", "課題レベル", "A1", "002", "126"),
        ("令和7年度", "課題領域", "B5", "001", "412"),
    ]
    plan = [row for row in listed if row["ID"] == "facilities-plan"]
    assert [(row["時点"], row["課題番号"], row["課題名"]) for row in plan] == [
        ("令和6年8月", "B2", "公共施設マネジメント実行計画の見直し"),
        ("令和6年11月", "B4", "同左"),
    ]
    assert Counter(row["文書"] for row in listed) == {"001": 11, "002": 1 + 8 + 5 + 2, "003": 8, "004": 11}
    assert {row["ID"] for row in listed} == {row["ID"] for row in rows(f"{REGISTERS}/issues.csv")} | {"facilities-plan"}


def test_plans_are_cells_as_printed():
    cells = rows(f"{REGISTERS}/plans.csv")
    centres = [row for row in cells if row["ID"] == "somu-centres"]  # 001:392-396: four headings over five cells
    assert [row["欄の見出し"] for row in centres[:5]] == [
        "第1四半期（4～6月）", "第2四半期（7～9月）", "第3四半期（10～12月）", "第4四半期(1～3月)", ""
    ]
    assert [row["内容"] for row in centres[:5]] == ["(1)予約システム", "業者決定(8月) システム設計", "運用テスト", "説明会・研修", "運用開始"]
    assert [row["内容"] for row in cells if row["行"] == "209"] == ["実態調査・分析・論点整理", "", "", "市内部での協議"]
    assert [row["内容"] for row in cells if row["行"] == "630"] == ["", "", "先進地視察", ""]
    assert len({row["行"] for row in cells}) == 27 and len({row["ID"] for row in cells}) == 11


def test_progress():
    listed = rows(f"{REGISTERS}/progress.csv")
    words = {row["行"]: row["進捗の語"] for row in listed if row["進捗の語"] != "記載なし"}
    assert words["639"] == "未実施の見込み" and words["158"] == "完了している" and len(words) == 5
    assert Counter(row["時点"] for row in listed)["令和7年12月"] == 35
    ids = {row["ID"] for row in listed}
    assert ids == {row["ID"] for row in register("総務市民局") + register("門司区")}, "003 records no progress"
    assert [row["本文"] for row in listed if row["行"] == "403"] == [
        "令和8年度は、令和7年度から5館増加し、12館で日曜開館を実施する見込み。"
    ]


def test_readings_that_differ_are_both_kept():
    listed = rows(f"{REGISTERS}/readings.csv")
    pairs = [(one["ID"], one["項目"], one["表記"], two["表記"]) for one, two in zip(listed[::2], listed[1::2])]
    assert len(listed) == 18 and len(pairs) == 9
    assert ("somu-centres", "政策分野", "市民セン ター", "地域振興") in pairs
    assert ("somu-city-hall", "政策分野", "庁舎管理", "公マネ") in pairs
    assert ("somu-city-hall", "課題名", "本庁舎の建て替え", "本庁舎の建替え") in pairs
    assert ("somu-centres", "団体の名称", "まちづくり協議会", "まちづくり協会") in pairs


def test_two_versions_of_one_issue():  # 002:279-284
    old, new = (
        {row["項目番号"]: row["内容"] for row in rows(f"kitakyushu-issue-versions/{name}.csv")} for name in ("r6-08", "r6-11")
    )
    assert list(old) == ["課題番号", "①", "②", "③", "④", "欄外"] and list(new) == ["課題番号", "①", "②", "③", "④", "⑤"]
    assert (old["課題番号"], new["課題番号"]) == ("課題B (2)", "課題B (4)")
    assert (old["①"], new["①"]) == ("公共施設マネジメント実行計画の見直し", "同左")
    assert all(old[item] != new[item] for item in "②③④")
    assert "計画目標の20%に対し1%に留まっている" in new["③"] and not any("<" in text for text in {**old, **new}.values())


def test_minutes():
    meetings = rows("kitakyushu-meeting-minutes/meetings.csv")
    third = [(row["年度"], row["開催日"]) for row in meetings if row["回"] == "第3回"]
    assert third == [("令和6年度", "10月"), ("令和7年度", "令和7年11月28日")]
    remarks = rows("kitakyushu-meeting-minutes/remarks.csv")
    assert Counter((row["議題番号"], row["種類"]) for row in remarks) == {
        ("", "冒頭の市長発言"): 2, ("1", "報告"): 3, ("1", "意見"): 13, ("2", "報告"): 5, ("2", "意見"): 17,
        ("2", "本部長の発言"): 2,
    }  # fmt: skip
    opinions = Counter(row["小見出し"] for row in remarks if row["議題番号"] == "2" and row["種類"] == "意見")
    assert list(opinions.values()) == [6, 5, 2, 4]
    assert [row["行末"] for row in remarks if row["行"] in ("34", "86")] == ["36", "88"]
