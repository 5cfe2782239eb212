"""Places as a cluster has them: folders, patterns, many files, columns out of folder names."""

import csv
import io

import pytest


def rows(output):
    return list(csv.reader(io.StringIO(output.decode())))


def write(folder, name, lines, encoding="utf-8"):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("区,額\n" + "".join(f"{line}\n" for line in lines), encoding=encoding)


def ask(run, cluster, *places):
    code, output, error = run(
        "aggregate", *places, "--by", "区", "--sum", "額", "--engine", cluster.address, "-f", "csv", "--order", "label"
    )
    assert code == 0, error
    return rows(output)


EXPECTED = [["区", "sum(額)"], ["戸畑区", "5"], ["門司区", "111"]]


@pytest.mark.parametrize("encoding", ["utf-8", "cp932"])
def test_folder_pattern_and_files(run, cluster, tmp_path, encoding):
    write(tmp_path, "a.csv", ["門司区,1", "戸畑区,5"], encoding)
    write(tmp_path, "b.csv", ["門司区,10"], encoding)
    write(tmp_path, "c.csv", ["門司区,100"], encoding)
    assert ask(run, cluster, tmp_path) == EXPECTED
    assert ask(run, cluster, f"{tmp_path}/*.csv") == EXPECTED
    assert ask(run, cluster, f"file://{tmp_path}/[abc].csv") == EXPECTED
    assert ask(run, cluster, tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "c.csv") == EXPECTED


@pytest.mark.parametrize("encoding", ["utf-8", "cp932"])
def test_partitioned_folder_gives_a_column(run, cluster, tmp_path, encoding):
    write(tmp_path, "年度=R4/県=40/part.csv", ["門司区,1"], encoding)
    write(tmp_path, "年度=R5/県=40/part.csv", ["門司区,10", "戸畑区,5"], encoding)
    write(tmp_path, "年度=R5/県=13/part.csv", ["門司区,100"], encoding)
    code, output, error = run(
        "aggregate", tmp_path, "--by", "年度,県", "--sum", "額", "--engine", cluster.address, "-f", "csv", "--order", "label"
    )
    assert code == 0, error
    assert rows(output) == [["年度", "県", "sum(額)"], ["R4", "40", "1"], ["R5", "13", "100"], ["R5", "40", "15"]]


def test_many_files_are_one(run, cluster, tmp_path):
    for number in range(60):
        write(tmp_path, f"{number // 20}/part-{number:03}.csv", [f"区{number % 3},{number}", "戸畑区,1"])
    expected = [["区", "sum(額)"], ["区0", "570"], ["区1", "590"], ["区2", "610"], ["戸畑区", "60"]]
    assert ask(run, cluster, f"{tmp_path}/*/part-*.csv") == expected
    (tmp_path / "2" / "part-999.csv").write_text("額,区\n1,戸畑区\n", encoding="utf-8")
    code, output, error = run("aggregate", f"{tmp_path}/*/*.csv", "--by", "区", "--sum", "額", "--engine", cluster.address)
    assert (code, output) == (65, b"") and "spark.header-unlike" in error, error


@pytest.mark.parametrize("place", ["hdfs://127.0.0.1:1/a.csv", "s3a://bucket/a.csv", "nosuch://host/a.csv"])
def test_a_storage_that_the_cluster_lacks(run, cluster, place):
    """No name node, no library, no such thing: said as it is, with the place."""
    code, output, error = run("aggregate", place, "--count", "--engine", cluster.address, "--lang", "en")
    assert (code, output) == (69, b"") and "spark.storage" in error and place in error, error


def test_line_breaks_in_cells_are_refused(run, cluster, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('区,額,備考\n門司区,1,"一\n二"\n', encoding="utf-8")
    for lang, said in [("en", "no line breaks inside cells"), ("ja", "セルの中の改行は")]:
        for command in [["aggregate", path, "--by", "区", "--sum", "額"], ["check", path]]:
            code, output, error = run(*command, "--engine", cluster.address, "--lang", lang)
            assert (code, output) == (65, b"") and said in error and "spark.malformed-record" in error, error


def test_missing_place(run, cluster, tmp_path):
    code, output, error = run("aggregate", tmp_path / "no.csv", "--count", "--engine", cluster.address)
    assert (code, output) == (66, b"") and "no.csv" in error, error


def test_what_cannot_be_the_same_is_refused(run, cluster, tmp_path):
    write(tmp_path, "_hidden.csv", ["門司区,1"])
    write(tmp_path, "a.csv", ["門司区,1"])
    (tmp_path / "sep.csv").write_text("sep=,\n区,額\n門司区,1\n", encoding="utf-8")
    plain = tmp_path / "a.csv"
    for arguments in [
        [tmp_path / "_hidden.csv"], ["-"], [plain, "-K", "1"], [plain, "--header-rows", "1-2"],
        [plain, "--rejects", tmp_path / "r.csv"], [plain, "-e", "utf-16le"], [tmp_path / "sep.csv"],
    ]:
        code, output, error = run("aggregate", *arguments, "--count", "--engine", cluster.address)
        assert (code, output) == (64, b"") and "spark.not-there" in error, f"{arguments}\n{code}\n{error}"
