"""A worker that is killed in the middle of a stage: the same bytes. Last, since the cluster has one worker less afterwards."""

import subprocess

from spark_cluster import ROOT, wait_until
from test_spark_failures import large  # noqa: F401, a fixture


def run_to_the_middle_of_a_stage(command, cluster):
    """A process of whose stage a part is done. A warm cluster may have done all before it is looked at: then once more."""

    def is_in_the_middle():
        stages = cluster.api("stages?status=active")
        return any(stage["numTasks"] >= 2 and stage["numCompleteTasks"] >= 1 for stage in stages)

    for _ in range(20):
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
        while process.poll() is None:
            if is_in_the_middle():
                return process
        assert process.returncode == 0, process.communicate()[1]
    raise AssertionError("no stage of several tasks was seen in its middle in 20 runs")


def test_worker_killed(run, binary, cluster, large):
    arguments = ["aggregate", str(large), "--by", "区", "--sum", "額", "--count", "--order", "label", "-f", "csv"]
    code, expected, error = run(*arguments)
    assert code == 0, error
    process = run_to_the_middle_of_a_stage([str(binary), *arguments, "--engine", cluster.address], cluster)
    pid = cluster.pid("worker2")
    subprocess.run(["kill", "-9", str(pid)], check=True)
    output, error = process.communicate(timeout=200)
    assert process.returncode == 0, error
    assert output == expected


def test_no_job_is_left(cluster):
    wait_until(lambda: not cluster.running_jobs(), 60, "jobs of these judges still run")
