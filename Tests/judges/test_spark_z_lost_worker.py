"""A worker that is killed in the middle of a stage: the same bytes. Last, since the cluster has one worker less afterwards."""

import subprocess

from spark_cluster import ROOT, wait_until
from test_spark_failures import large  # noqa: F401, a fixture


def test_worker_killed(run, binary, cluster, large):
    arguments = ["aggregate", str(large), "--by", "区", "--sum", "額", "--count", "--order", "label", "-f", "csv"]
    code, expected, error = run(*arguments)
    assert code == 0, error
    process = subprocess.Popen(
        [str(binary), *arguments, "--engine", cluster.address], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    )
    wait_until(
        lambda: [stage for stage in cluster.api("stages?status=active") if stage["numTasks"] >= 2 and stage["numCompleteTasks"] >= 1],
        90, "no task of a stage of several has ended",
    )
    pid = cluster.pid("worker2")
    subprocess.run(["kill", "-9", str(pid)], check=True)
    output, error = process.communicate(timeout=200)
    assert process.returncode == 0, error
    assert output == expected


def test_no_job_is_left(cluster):
    wait_until(lambda: not cluster.running_jobs(), 60, "jobs of these judges still run")
