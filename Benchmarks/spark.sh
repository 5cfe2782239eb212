#!/usr/bin/env bash
# Times `shihyo aggregate --engine sc://…` beside the plain query of Spark SQL, on one cluster and one file, in turns.
# Needs SPARK=1 make build and some 2 GB of disk; starts the cluster of `make spark-up` and leaves it as it was. Rounds: ROUNDS=3.
set -euo pipefail
cd "$(dirname "$0")/.."
data=${SPARK_DATA:-$PWD/Benchmarks/data/spark.csv}
binary=${SHIHYO_BINARY:-.build-spark/release/shihyo}
[ -x "$binary" ] || { echo "no $binary: SPARK=1 make build" >&2; exit 1; }
run=${SPARK_RUN:-$PWD/.spark-run}
if ! { [ -f "$run/connect.pid" ] && kill -0 "$(cat "$run/connect.pid")" 2>/dev/null; }; then
  trap 'Tests/spark/cluster.sh down' EXIT
fi
address=$(Tests/spark/cluster.sh up)
.spark-venv/bin/python -m pip install --quiet --disable-pip-version-check py4j pandas pyarrow grpcio grpcio-status \
  googleapis-common-protos zstandard
mkdir -p "$(dirname "$data")"
[ -f "$data" ] || python3 Benchmarks/spark_peer.py make "$data"
.spark-venv/bin/python -W ignore Benchmarks/spark_peer.py compare "$address" "$data" "$binary" "${ROUNDS:-3}"
