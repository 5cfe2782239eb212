"""Places as a cluster has them: folders, patterns, many files, columns out of folder names."""

import csv
import io


def rows(output):
    return list(csv.reader(io.StringIO(output.decode())))


def write(folder, name, lines):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("区,額\n" + "".join(f"{line}\n" for line in lines), encoding="utf-8")


def ask(run, cluster, *places):
    code, output, error = run(
        "aggregate", *places, "--by", "区", "--sum", "額", "--engine", cluster.address, "-f", "csv", "--order", "label"
    )
    assert code == 0, error
    return rows(output)


EXPECTED = [["区", "sum(額)"], ["戸畑区", "5"], ["門司区", "111"]]


def test_folder_pattern_and_files(run, cluster, tmp_path):
    write(tmp_path, "a.csv", ["門司区,1", "戸畑区,5"])
    write(tmp_path, "b.csv", ["門司区,10"])
    write(tmp_path, "c.csv", ["門司区,100"])
    assert ask(run, cluster, tmp_path) == EXPECTED
    assert ask(run, cluster, f"{tmp_path}/*.csv") == EXPECTED
    assert ask(run, cluster, f"file://{tmp_path}/[abc].csv") == EXPECTED
    assert ask(run, cluster, tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "c.csv") == EXPECTED


def test_partitioned_folder_gives_a_column(run, cluster, tmp_path):
    write(tmp_path, "年度=R4/part.csv", ["門司区,1"])
    write(tmp_path, "年度=R5/part.csv", ["門司区,10", "戸畑区,5"])
    code, output, error = run(
        "aggregate", tmp_path, "--by", "年度", "--sum", "額", "--engine", cluster.address, "-f", "csv", "--order", "label"
    )
    assert code == 0, error
    assert rows(output) == [["年度", "sum(額)"], ["R4", "1"], ["R5", "15"]]


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
