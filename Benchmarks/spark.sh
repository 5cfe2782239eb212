#!/usr/bin/env bash
# Times `shihyo aggregate --engine sc://…` beside the plain query of Spark SQL, on one cluster and one file, in turns.
# Needs SPARK=1 make build and some 2 GB of disk; starts the cluster of `make spark-up`. Rounds: ROUNDS=3.
set -euo pipefail
cd "$(dirname "$0")/.."
data=$PWD/Benchmarks/data/spark.csv
binary=${SHIHYO_BINARY:-.build-spark/release/shihyo}
[ -x "$binary" ] || { echo "no $binary: SPARK=1 make build" >&2; exit 1; }
address=$(Tests/spark/cluster.sh up)
.spark-venv/bin/pip install --quiet --disable-pip-version-check py4j pandas pyarrow grpcio grpcio-status \
  googleapis-common-protos zstandard
mkdir -p Benchmarks/data
[ -f "$data" ] || python3 Benchmarks/spark_peer.py make "$data"
for _ in $(seq "${ROUNDS:-3}"); do
  .spark-venv/bin/python -W ignore Benchmarks/spark_peer.py ask "$address" "$data" >"$data.peer"
  tail -n 1 "$data.peer"
  start=$(date +%s.%N)
  "$binary" aggregate "$data" --by 区,年齢区分 --sum 利用者数 --sum 料金 --count --order label -f csv -q \
    --engine "$address" >"$data.ours"
  echo "shihyo $(echo "$(date +%s.%N) - $start" | bc) s"
  diff <(tail -n +2 "$data.ours") <(head -n -1 "$data.peer") >/dev/null || { echo "the answers differ" >&2; exit 1; }
done
