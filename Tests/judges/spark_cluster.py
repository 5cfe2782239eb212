"""A cluster on this machine for the judges of the Spark engine: one master, two workers, one Connect server."""

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "Tests" / "spark" / "cluster.sh"


class Cluster:
    def __init__(self, run):
        self.run = Path(run)
        self.environment = {**os.environ, "SPARK_RUN": str(self.run), "SPARK_UI": "true"}

    def start(self):
        done = subprocess.run([str(SCRIPT), "up"], env=self.environment, capture_output=True, text=True, timeout=400)
        assert done.returncode == 0, done.stderr
        self.address = done.stdout.strip().splitlines()[-1]

    def stop(self):
        """Executors leave a moment after their workers; nothing may stay behind."""
        subprocess.run([str(SCRIPT), "down"], env=self.environment, timeout=120)
        wait_until(lambda: not self.processes(), 60, "processes of the cluster are left")

    def processes(self):
        """Processes that name its folder, which all of them do."""
        return subprocess.run(["pgrep", "-f", str(self.run)], capture_output=True, text=True).stdout.split()

    def pid(self, name):
        return int((self.run / f"{name}.pid").read_text())

    def api(self, path, log="connect"):
        """The status that the server publishes, by its own web page."""
        said = (self.run / f"{log}.log").read_text(errors="replace")
        port = re.findall(r"service 'SparkUI' on port (\d+)", said)
        assert port, said[-2000:]
        base = f"http://127.0.0.1:{port[-1]}/api/v1/applications"
        application = json.load(urllib.request.urlopen(base, timeout=20))[0]["id"]
        return json.load(urllib.request.urlopen(f"{base}/{application}/{path}", timeout=20))

    def running_jobs(self):
        return [job for job in self.api("jobs") if job["status"] == "RUNNING"]


def wait_until(holds, seconds, what):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = holds()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"after {seconds} seconds: {what}")


@pytest.fixture(scope="session")
def has_spark(binary):
    """Judges of a build without Spark are skipped, but not in `make test`, which builds it."""
    done = subprocess.run(
        [str(binary), "aggregate", "no.csv", "--count", "--engine", "sc://127.0.0.1:1", "--lang", "en"],
        capture_output=True, text=True,
    )
    if "command.engine-not-built" in done.stderr:
        assert os.environ.get("SHIHYO_SPARK") != "1", "make test builds with Spark, but this binary has none"
        pytest.skip("built without Spark (SPARK=1 make judges)")


@pytest.fixture(scope="session")
def cluster(has_spark, tmp_path_factory):
    """A run that is stopped by a time limit stops its cluster too."""

    def stopped(*_):
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stopped)
    cluster = Cluster(tmp_path_factory.mktemp("spark"))
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.stop()
        signal.signal(signal.SIGTERM, before)


@pytest.fixture(scope="session")
def run(binary):
    """Runs the command: exit code, output bytes, error text. Messages are English."""

    def run(*arguments, environment={}, timeout=240, lang="C.UTF-8"):
        own = {"PATH": os.environ["PATH"], "LC_ALL": lang, "LANG": lang, **environment}
        done = subprocess.run(
            [str(binary), *map(str, arguments)], capture_output=True, env=own, cwd=ROOT, timeout=timeout
        )
        return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")

    return run


@pytest.fixture(scope="session")
def both(run, cluster):
    """Runs a command on this machine and on the cluster; both must say the same."""

    def both(*arguments, code=0):
        local = run(*arguments)
        there = run(*arguments, "--engine", cluster.address)
        note = f"$ shihyo {' '.join(map(str, arguments))}\n"
        assert local[0] == code, note + f"local: {local[0]}\n{local[2]}"
        assert there[0] == code, note + f"spark: {there[0]}\n{there[2]}"
        assert there[1] == local[1], note + f"local:\n{local[1].decode()}\nspark:\n{there[1].decode()}"
        return local, there

    return both


@pytest.fixture
def free_port():
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return held.getsockname()[1]


class Server:
    def __init__(self, process, port, log):
        self.process = process
        self.log = log
        self.address = f"sc://127.0.0.1:{port}"

    def jobs(self):
        """How many jobs it has begun, as its log says."""
        return self.log.read_text(errors="replace").count("Got job")

    def kill(self):
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=20)


@contextlib.contextmanager
def second_server(cluster, token):
    home = next((ROOT / ".spark-venv" / "lib").glob("python3*/site-packages/pyspark"))
    master = re.search(r"spark://127\.0\.0\.1:\d+", (cluster.run / "master.log").read_text()).group()
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    settings = {
        "spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1", "spark.ui.enabled": "false",
        "spark.connect.grpc.binding.address": "127.0.0.1", "spark.connect.grpc.binding.port": port,
        "spark.sql.warehouse.dir": cluster.run / "warehouse2",
    }
    command = [str(home / "bin" / "spark-submit"), "--master", master]
    command += ["--class", "org.apache.spark.sql.connect.service.SparkConnectServer"]
    for name, value in settings.items():
        command += ["--conf", f"{name}={value}"]
    log = open(cluster.run / "second.log", "wb")
    environment = {
        **os.environ, "SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_DAEMON_MEMORY": "1g",
        "SPARK_CONF_DIR": str(cluster.run / "conf"), "SPARK_LOCAL_DIRS": str(cluster.run / "local2"),
        "SPARK_CONNECT_AUTHENTICATE_TOKEN": token,
    }
    process = subprocess.Popen([*command, "spark-internal"], stdout=log, stderr=log, env=environment)
    server = Server(process, port, cluster.run / "second.log")

    def answers():
        assert process.poll() is None, (cluster.run / "second.log").read_text(errors="replace")[-2000:]
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return True

    try:
        wait_until(answers, 90, "the second server does not listen")
        yield server
    finally:
        server.kill()
        log.close()
