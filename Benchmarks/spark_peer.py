"""The peer of the Spark engine: a file of 1 GB, the plain query that Spark SQL would be asked by hand, and both in turns."""

import os
import random
import statistics
import subprocess
import sys
import time

BUDGET = 1.5


def make(path):
    chosen = random.Random(1)
    wards = ["門司区", "小倉北区", "小倉南区", "若松区", "八幡東区", "八幡西区", "戸畑区"]
    ages = ["29歳以下", "30～59歳", "60歳以上"]
    rows = "".join(
        f"{chosen.choice(wards)},{chosen.choice(ages)},2024-{chosen.randint(1, 12):02}-{chosen.randint(1, 28):02},"
        f"センター{chosen.randint(1, 130):03},{chosen.randint(0, 500)},{chosen.randint(0, 99999)},備考の文字列{chosen.randint(0, 9)}\n"
        for _ in range(100_000)
    ).encode()
    with open(path, "wb") as file:
        file.write("区,年齢区分,利用日,施設,利用者数,料金,備考\n".encode())
        while file.tell() < 1_000_000_000:
            file.write(rows)


# Beside the plain query the same one with all columns of all records read, so that ragged rows are refused: what exactness costs at least.
CHECKED = {"columnPruning": "false", "mode": "FAILFAST", "enforceSchema": "false", "escape": '"'}


def plain(session, path, options):
    start = time.time()
    session.read.options(header="true", **options).csv(f"file:{path}").createOrReplaceTempView("t")
    sums = "count(*), sum(CAST(`利用者数` AS BIGINT)), sum(CAST(`料金` AS BIGINT))"
    rows = session.sql(f"SELECT `区`, `年齢区分`, {sums} FROM t GROUP BY 1, 2").collect()
    return [",".join(map(str, row)) for row in sorted(map(tuple, rows))], time.time() - start


def ours(binary, address, path):
    start = time.time()
    done = subprocess.run(
        [binary, "aggregate", path, "--by", "区,年齢区分", "--sum", "利用者数", "--sum", "料金", "--count", "--order", "label",
         "-f", "csv", "-q", "--engine", address],
        capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    if done.returncode != 0:
        sys.exit(done.stderr)
    return done.stdout.splitlines()[1:], time.time() - start


def compare(address, path, binary, rounds):
    from pyspark.sql import SparkSession

    session = SparkSession.builder.remote(address).getOrCreate()
    ways = {
        "plain Spark SQL": lambda: plain(session, path, {}),
        "Spark SQL, every record checked": lambda: plain(session, path, CHECKED),
        "shihyo": lambda: ours(binary, address, path),
    }
    times = {name: [] for name in ways}
    # The first round starts executors and compiles; it is not counted.
    for number in range(rounds + 1):
        answers = []
        for name, ask in ways.items():
            answer, seconds = ask()
            answers.append(sorted(answer))
            if number > 0:
                times[name].append(seconds)
        if answers[0] != answers[1] or answers[0] != answers[2]:
            sys.exit("the answers differ: " + " / ".join(answer[0] for answer in answers if answer))
    session.stop()
    base = statistics.median(times["plain Spark SQL"])
    size = os.path.getsize(path)
    print(f"{size / 1e6:.0f} MB, {rounds} rounds, load {os.getloadavg()[0]:.1f}")
    for name, seconds in times.items():
        middle = statistics.median(seconds)
        each = " ".join(f"{one:.1f}" for one in seconds)
        print(f"{name:33}{middle:6.1f} s  {middle / base:.2f} ×  {size / middle / 1e6:4.0f} MB/s  ({each})")
    ratio = statistics.median(times["shihyo"]) / base
    if ratio > BUDGET:
        sys.exit(f"{ratio:.2f} × is more than {BUDGET} ×")


if sys.argv[1] == "make":
    make(sys.argv[2])
else:
    compare(*sys.argv[2:5], int(sys.argv[5]))
