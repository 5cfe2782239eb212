"""The peer of the Spark engine: a file of 1 GB, and the plain query that Spark SQL would be asked by hand."""

import random
import sys
import time


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


def ask(address, path):
    from pyspark.sql import SparkSession

    session = SparkSession.builder.remote(address).getOrCreate()
    start = time.time()
    session.read.option("header", True).csv(f"file:{path}").createOrReplaceTempView("t")
    sums = "sum(CAST(`利用者数` AS BIGINT)), sum(CAST(`料金` AS BIGINT)), count(*)"
    rows = session.sql(f"SELECT `区`, `年齢区分`, {sums} FROM t GROUP BY 1, 2").collect()
    seconds = time.time() - start
    for row in sorted(map(tuple, rows)):
        print(*row, sep=",")
    print(f"plain {seconds:.1f} s")
    session.stop()


make(sys.argv[2]) if sys.argv[1] == "make" else ask(*sys.argv[2:])
