"""What goes wrong with servers: the message, the exit code, no hang, no job left."""

import http.server
import os
import signal
import socket
import subprocess
import threading
import time

import pytest
from spark_cluster import ROOT, second_server, wait_until


def ask(run, address, path, *more, **others):
    return run("aggregate", path, "--by", "区", "--sum", "額", "--engine", address, *more, **others)


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    path = tmp_path_factory.mktemp("small") / "a.csv"
    path.write_text("区,額\n門司区,1\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """Some 300 MB: three tasks, of which two run at once."""
    path = tmp_path_factory.mktemp("large") / "large.csv"
    block = "".join(f"区{number % 7},{number},{'x' * 60}\n" for number in range(20_000)).encode()
    with open(path, "wb") as file:
        file.write("区,額,備考\n".encode())
        for _ in range(200):
            file.write(block)
    return path


def test_no_server(run, has_spark, small, free_port):
    start = time.monotonic()
    code, output, error = ask(run, f"sc://127.0.0.1:{free_port}", small)
    assert (code, output) == (69, b"") and "spark.not-reached" in error and str(free_port) in error, error
    assert time.monotonic() - start < 30


def test_unknown_host(run, has_spark, small):
    code, output, error = ask(run, "sc://no-such-host.invalid:15002", small)
    assert (code, output) == (69, b"") and "no-such-host.invalid" in error, error


def test_port_that_never_answers(run, has_spark, small):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        code, output, error = ask(run, f"sc://127.0.0.1:{listener.getsockname()[1]}", small)
    assert (code, output) == (69, b""), error
    assert "spark.no-answer" in error or "spark.not-reached" in error, error


def test_port_of_something_else(run, has_spark, small):
    with http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        code, output, error = ask(run, f"sc://127.0.0.1:{server.server_port}", small)
        server.shutdown()
    assert (code, output) == (69, b"") and "spark." in error, error


@pytest.mark.parametrize(
    "address", ["sc://", "sc://host:0", "sc://host:x", "sc://host:15002/;tokn=x", "sc://host/;token=a b"]
)
def test_bad_addresses(run, has_spark, small, address):
    code, output, error = ask(run, address, small)
    assert (code, output) == (64, b"") and "spark.bad-address" in error and "a b" not in error, error


def test_an_unknown_engine(run, small):
    assert ask(run, "duckdb", small)[0] == 69


def test_commands_that_read_the_file_themselves(run, has_spark, small):
    code, _, error = run("describe", small, "--engine", "sc://127.0.0.1:1")
    assert code == 64 and "command.engine-is-local-only" in error, error


def test_interrupt_ends_the_job(binary, cluster, large):
    """Ctrl-C: code 130, and the job is gone from the cluster."""
    process = subprocess.Popen(
        [str(binary), "aggregate", str(large), "--by", "区,備考", "--sum", "額", "--engine", cluster.address],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT,
    )
    large_job = lambda: [job for job in cluster.running_jobs() if job["numTasks"] >= 3 or job["numActiveTasks"] >= 2]
    wait_until(large_job, 60, "no job has begun")
    process.send_signal(signal.SIGINT)
    output, error = process.communicate(timeout=60)
    assert (process.returncode, output) == (130, b""), error
    wait_until(lambda: not cluster.running_jobs(), 60, "the job still runs")


def test_deadline_ends_the_job(run, cluster, large):
    code, output, error = ask(run, cluster.address, large, "--deadline", "2")
    assert (code, output) == (69, b"") and ("spark.deadline" in error or "spark.no-workers" in error), error
    wait_until(lambda: not cluster.running_jobs(), 60, "the job still runs")


def test_token_no_workers_and_a_lost_server(run, binary, cluster, small):
    """One more server on the same master: it wants a token, and gets no workers, since the first one has them all."""
    with second_server(cluster, token="right-token") as server:
        wrong = {"SPARK_CONNECT_AUTHENTICATE_TOKEN": "wrong-token"}
        right = {"SPARK_CONNECT_AUTHENTICATE_TOKEN": "right-token"}
        for environment in [{}, wrong]:
            code, output, error = ask(run, server.address, small, environment=environment)
            assert (code, output) == (69, b"") and "spark.token-refused" in error, error
            assert "right-token" not in error and "wrong-token" not in error
        code, output, error = ask(run, server.address, small, "--deadline", "6", environment=right)
        assert (code, output) == (69, b"") and "spark.no-workers" in error, error
        before = server.jobs()
        process = subprocess.Popen(
            [str(binary), "aggregate", str(small), "--count", "--engine", server.address],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **right, "LC_ALL": "C.UTF-8"}, cwd=ROOT,
        )
        wait_until(lambda: server.jobs() > before, 60, "no job has begun")
        assert process.poll() is None, process.communicate()
        server.kill()
        output, error = process.communicate(timeout=60)
        assert (process.returncode, output) == (69, b"") and b"spark.lost" in error, error
