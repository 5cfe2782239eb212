#!/usr/bin/env bash
# A Spark cluster on this machine for tests and for trying out: one master, two workers, one Connect server, on loopback.
#   cluster.sh up     starts it and prints the address for --engine; does nothing where it runs already
#   cluster.sh down   stops what `up` has started
# SPARK_RUN names the folder of logs, pids and temporary files (.spark-run).
set -euo pipefail
cd "$(dirname "$0")/../.."
RUN=${SPARK_RUN:-$PWD/.spark-run}
VENV=${SPARK_VENV:-$PWD/.spark-venv}
VERSION=4.3.0
CORES=${SPARK_WORKER_CORES:-1}

fail() { echo "spark: $*" >&2; exit 1; }

is_alive() { [ -f "$RUN/$1.pid" ] && kill -0 "$(cat "$RUN/$1.pid")" 2>/dev/null; }

down() {
  for name in connect worker1 worker2 master; do
    [ -f "$RUN/$name.pid" ] || continue
    pid=$(cat "$RUN/$name.pid")
    kill "$pid" 2>/dev/null || true
    for _ in $(seq 100); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
    kill -9 "$pid" 2>/dev/null || true
    rm -f "$RUN/$name.pid"
  done
  rm -f "$RUN/address"
  rm -rf "$RUN/local" "$RUN/worker1" "$RUN/worker2"
}

start() {
  name=$1; shift
  setsid nohup "$@" >"$RUN/$name.log" 2>&1 </dev/null &
  echo $! >"$RUN/$name.pid"
}

# Waits until a port answers; a process that is gone ends the wait at once, with what it said.
wait_for() {
  for _ in $(seq 600); do
    is_alive "$1" || { tail -n 20 "$RUN/$1.log" >&2; fail "$1 has ended; its log is $RUN/$1.log"; }
    if (exec 3<>"/dev/tcp/127.0.0.1/$2") 2>/dev/null; then return; fi
    sleep 0.1
  done
  tail -n 20 "$RUN/$1.log" >&2
  fail "$1 does not answer on port $2"
}

free_ports() {
  python3 -c 'import socket
held = [socket.socket() for _ in range(2)]
for one in held: one.bind(("127.0.0.1", 0))
print(*[one.getsockname()[1] for one in held])'
}

install() {
  command -v java >/dev/null || fail "Java 17 is missing: apt-get install openjdk-17-jre-headless"
  if [ ! -d "$VENV" ]; then python3 -m venv "$VENV"; fi
  if ! ls "$VENV"/lib/python3*/site-packages/pyspark/jars/spark-connect_*"$VERSION".jar >/dev/null 2>&1; then
    echo "spark: fetching pyspark $VERSION (once)" >&2
    "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps "pyspark==$VERSION" >&2
  fi
}

up() {
  if is_alive connect && [ -f "$RUN/address" ]; then cat "$RUN/address"; return; fi
  down
  install
  mkdir -p "$RUN/conf"
  SPARK_HOME=$(echo "$VENV"/lib/python3*/site-packages/pyspark)
  export SPARK_HOME SPARK_LOCAL_IP=127.0.0.1 SPARK_NO_DAEMONIZE=1 SPARK_CONF_DIR=$RUN/conf SPARK_LOCAL_DIRS=$RUN/local
  export SPARK_DAEMON_MEMORY=256m
  export SPARK_DAEMON_JAVA_OPTS="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dspark.master.rest.enabled=false"
  trap 'down' ERR INT TERM
  read -r master connect < <(free_ports)
  start master "$SPARK_HOME/bin/spark-class" org.apache.spark.deploy.master.Master \
    --host 127.0.0.1 --port "$master" --webui-port 0
  wait_for master "$master"
  for n in 1 2; do
    start "worker$n" "$SPARK_HOME/bin/spark-class" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 \
      --cores "$CORES" --memory 1g --webui-port 0 --work-dir "$RUN/worker$n" "spark://127.0.0.1:$master"
  done
  # The memory of a daemon is that of this server too, which needs more. It only plans, so it starts fast rather than runs fast;
  # and two cores need no 200 partitions.
  start connect env SPARK_DAEMON_MEMORY=1g SPARK_DAEMON_JAVA_OPTS= "$SPARK_HOME/bin/spark-submit" \
    --master "spark://127.0.0.1:$master" --class org.apache.spark.sql.connect.service.SparkConnectServer \
    --conf spark.driver.host=127.0.0.1 --conf spark.driver.bindAddress=127.0.0.1 \
    --conf spark.connect.grpc.binding.address=127.0.0.1 --conf "spark.connect.grpc.binding.port=$connect" \
    --conf spark.executor.memory=768m --conf spark.executor.cores=1 --conf spark.ui.enabled="${SPARK_UI:-false}" \
    --conf spark.ui.port=0 --conf "spark.sql.warehouse.dir=$RUN/warehouse" \
    --conf spark.sql.shuffle.partitions=4 --conf spark.driver.extraJavaOptions=-XX:TieredStopAtLevel=1 spark-internal
  wait_for connect "$connect"
  echo "sc://127.0.0.1:$connect" >"$RUN/address"
  trap - ERR INT TERM
  cat "$RUN/address"
}

case "${1:-}" in
  up) up ;;
  down) down ;;
  *) fail "up or down?" ;;
esac
