"""One command, two engines, the same bytes."""

import random

import pytest
from conftest import ROOT

WARDS = ["門司区", "小倉北区", "戸畑区", "①区", "髙田区", "か\u3099区", "が区", " 門司区", "A,B", 'x"y"', "", "C:\\dir\\", "～区"]
PLAIN = [ward for ward in WARDS if ward != "か\u3099区"]
MARKS = ["△3", "▲1,234", "－", "…", "x", "", "１２", "1,234", "0", "-0", "007", "1.50", "-2.125", "999999999999999999"]
BIG = "999999999999999999.999999999"


def quoted(cell):
    return '"' + cell.replace('"', '""') + '"' if any(sign in cell for sign in ',"\n') else cell


def table(seed, wards, count=400):
    chosen = random.Random(seed)
    rows = [["区", "利用日", "年齢", "回答", "額", "人数"]]
    for _ in range(count):
        day = f"{chosen.choice([2023, 2024])}-{chosen.randint(1, 12):02}-{chosen.randint(1, 28):02}"
        amount = chosen.choice(MARKS) if chosen.random() < 0.3 else str(chosen.randint(-500, 10**12))
        if chosen.random() < 0.1:
            amount = BIG
        answers = ";".join(chosen.sample(["遊び", "学び", "相談"], chosen.randint(0, 3)))
        rows.append(
            [chosen.choice(wards), day, str(chosen.randint(0, 99)), answers, amount, str(chosen.randint(0, 90))]
        )
    return "".join(",".join(map(quoted, row)) + "\r\n" for row in rows)


QUESTIONS = {
    "count": ["--by", "区", "--count"],
    "sum": ["--by", "区", "--sum", "額", "--count", "--sum", "人数"],
    "no-keys": ["--sum", "額", "--count", "--mean", "人数"],
    "filter": ["--by", "区", "--sum", "人数", "--where", "区!=戸畑区"],
    "filter-number": ["--by", "区", "--sum", "人数", "--where", "人数>=30"],
    "contains": ["--by", "区", "--count", "--where", "区~門司"],
    "empty": ["--by", "利用日:month", "--count", "--where", "区="],
    "quarter": ["--by", "利用日:quarter,区", "--sum", "人数"],
    "fiscal-year": ["--by", "利用日:fiscal-year", "--sum", "額"],
    "brackets": ["--by", "年齢:brackets(0-29,30-59,60+)", "--count", "--sum", "人数"],
    "extremes": ["--by", "区", "--min", "人数", "--max", "人数", "--max", "利用日"],
    "median": ["--by", "区", "--median", "人数", "--quantile", "0.9:人数"],
    "distinct": ["--by", "区", "--distinct", "年齢"],
    "ratio": ["--by", "区", "--ratio", "multiple:sum(額)/sum(人数)"],
    "split": ["--by", "split(回答,;)", "--count"],
}


@pytest.fixture(scope="module", params=["utf-8", "cp932", "bom", "two-files"])
def files(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    if request.param == "two-files":
        for name in ["a b.csv", "c[1].csv"]:
            (folder / name).write_bytes(table(name, WARDS, 150).encode("utf-8"))
        return [str(folder / "a b.csv"), str(folder / "c[1].csv")]
    encoding = {"utf-8": "utf-8", "cp932": "cp932", "bom": "utf-8-sig"}[request.param]
    path = folder / "use.csv"
    path.write_bytes(table(request.param, PLAIN if encoding == "cp932" else WARDS).encode(encoding))
    return [str(path)]


@pytest.mark.parametrize("question", QUESTIONS)
def test_aggregate(both, files, question):
    both("aggregate", *files, *QUESTIONS[question], "--order", "label", "-f", "csv")


def test_text_and_json(both, files):
    for form in ["text", "json"]:
        both("aggregate", *files, *QUESTIONS["sum"], "--order", "label", "-f", form)


def test_japanese(both, files):
    both("aggregate", *files, *QUESTIONS["quarter"], "--order", "label", "--lang", "ja")


@pytest.mark.parametrize(
    "command",
    [
        ["shares", "--over", "区", "--of", "人数", "--order", "label"],
        ["shares", "--over", "年齢", "--brackets", "0-29,30-59,60+"],
        ["trend", "--measure", "sum(人数)", "--time", "利用日", "--grain", "quarter", "--compare", "previous,year-ago"],
        ["survey", "--question", "回答", "--multiple", ";", "--order", "label"],
        ["survey", "--question", "区", "--weight", "人数", "--order", "label"],
    ],
    ids=lambda command: "-".join(command[:3]),
)
def test_other_commands(both, files, command):
    both(command[0], *files, *command[1:], "-f", "csv")


def test_skip_leaves_out_the_same_records(both, files):
    local, there = both("aggregate", *files, "--by", "区", "--sum", "利用日", "--on-error", "skip", "--order", "label", "-f", "json")
    assert b'"rejected": 0' not in local[1]


PACKAGED = [
    ["aggregate", "mihon-centres/use", "--by", "区,年月:quarter", "--sum", "有償利用コマ数", "--sum", "29歳以下"],
    ["aggregate", "mihon-centres/users", "--by", "年齢区分,年月:fiscal-year", "--sum", "利用者数", "--count"],
    ["aggregate", "mihon-issues/issues", "--by", "所属,区分", "--count", "--order", "label"],
    ["aggregate", "kitakyushu-budgets", "--by", "会計,年度", "--sum", "当初予算額", "--order", "label"],
    ["aggregate", "kitakyushu-multi-purpose-use", "--by", "区分", "--sum", "件数", "--order", "label"],
    ["aggregate", "kitakyushu-surveys", "--by", "調査,区分", "--count", "--order", "label"],
    ["aggregate", "kitakyushu-requests", "--by", "依頼先", "--sum", "依頼業務件数", "--order", "label"],
    ["aggregate", "kitakyushu-issue-registers/issues", "--by", "組織,領域", "--count", "--order", "label"],
    ["aggregate", "kitakyushu-meeting-minutes/remarks", "--by", "年度,種類", "--count", "--order", "label"],
    ["ranks", "kitakyushu-issue-ranks"],
    ["ranks", "kitakyushu-issue-ranks", "--by", "局名", "--order", "label"],
    ["trend", "mihon-centres/use", "--measure", "sum(有償利用コマ数)", "--time", "年月", "--grain", "quarter"],
]


@pytest.mark.parametrize("command", PACKAGED, ids=lambda command: "-".join(command[:4]))
def test_packaged_datasets(both, command):
    both(*command, "-f", "csv", "--datasets", ROOT / "datasets")


def test_report_of_the_fictional_city(run, cluster, tmp_path):
    common = ["report", "quarterly-mihon", "--datasets", ROOT / "datasets", "--reports", ROOT / "reports"]
    for engine, name in [("local", "here"), (cluster.address, "there")]:
        code, _, error = run(*common, "--engine", engine, "-f", "text,csv,markdown,html,json", "-o", tmp_path / name)
        assert code == 0, error
    here = {path.name: path.read_bytes() for path in (tmp_path / "here").iterdir()}
    there = {path.name: path.read_bytes() for path in (tmp_path / "there").iterdir()}
    assert "figures.csv" in here and here.keys() == there.keys()
    for name in here.keys() - {"run.json"}:
        assert here[name] == there[name], name
    assert b'"engine": "spark"' in there["run.json"]


BROKEN = {
    "short": "区,額\n門司区,1\n戸畑区\n",
    "long": "区,額\n門司区,1\n戸畑区,2,3\n",
    "long-unread": "区,額,備考\n門司区,1,a\n戸畑区,2,b,c\n",
    "stray-quote": '区,額\n"門司"区,1\n',
    "open-quote": '区,額\n門司区,1\n"戸畑区,2\n',
    "not-a-number": "区,額\n門司区,abc\n",
    "duplicate-header": "区,区\n門司区,1\n",
}


@pytest.mark.parametrize("name", BROKEN)
def test_both_refuse_with_65(run, cluster, tmp_path, name):
    path = tmp_path / "broken.csv"
    path.write_text(BROKEN[name], encoding="utf-8")
    measure = ["--count"] if name == "duplicate-header" else ["--sum", "額"]
    for engine in ["local", cluster.address]:
        code, output, error = run("aggregate", path, "--by", "区", *measure, "--engine", engine, "--lang", "en")
        assert (code, output) == (65, b""), f"{engine}: {code}\n{error}"


def test_bad_bytes_are_refused(run, cluster, tmp_path):
    path = tmp_path / "bad.csv"
    path.write_bytes("区,額\n門司区,1\n".encode() + b"\x81\xff,2\n")
    for engine in ["local", cluster.address]:
        assert run("aggregate", path, "--by", "区", "--count", "-e", "utf-8", "--engine", engine)[0] == 65


def test_second_header_differs(run, cluster, tmp_path):
    (tmp_path / "a.csv").write_text("区,額\n門司区,1\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("額,区\n1,門司区\n", encoding="utf-8")
    for engine in ["local", cluster.address]:
        code, _, error = run("aggregate", tmp_path / "a.csv", tmp_path / "b.csv", "--by", "区", "--count", "--engine", engine)
        assert code == 65, f"{engine}\n{error}"


def test_unknown_column_names_the_nearest(run, cluster, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("区,利用者数\n門司区,1\n", encoding="utf-8")
    for engine in ["local", cluster.address]:
        code, _, error = run("aggregate", path, "--by", "区", "--sum", "利用者", "--engine", engine)
        assert code == 64 and "利用者数" in error, f"{engine}\n{error}"
