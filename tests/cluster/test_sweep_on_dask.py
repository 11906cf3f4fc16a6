"""The worked example on a real cluster: a scheduler and workers as programs of their own, one of which is killed midway."""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from dask.distributed import Client

ROOT = Path(__file__).resolve().parents[2]
KITH = os.environ.get("KITH", str(ROOT / "target/debug/kith"))
EXAMPLE = ROOT / "docs/guide/researchers"
sys.path.insert(0, str(EXAMPLE))
from sweep_on_dask import sweep  # noqa: E402

EXPERIMENT = """\
format = 1
name = "How much power, on a cluster"
scenario = "trafford"
people = 1000
years = 3
replicates = 12
question = "sweep"

[[vary]]
name = "control.power"
values = [0.0, 0.05, 0.1]
"""
WORKERS = 3


def start(*arguments: str) -> subprocess.Popen:
    """A program of Dask's, of this very Python."""
    line = [sys.executable, "-m", "distributed.cli." + arguments[0], *arguments[1:]]
    # What is sent to a worker is a name; the example must be on its path, as on a cluster of one's own.
    own = {**os.environ, "PYTHONPATH": str(EXAMPLE)}
    return subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=own)


class SweepOnDask(unittest.TestCase):
    """The tables are those of one undisturbed sweep, to the byte."""

    def setUp(self) -> None:
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.experiment = self.folder / "experiment.toml"
        self.experiment.write_text(EXPERIMENT)
        self.alone = self.folder / "alone"
        subprocess.run([KITH, "sweep", self.experiment, "--out", self.alone], check=True, capture_output=True)
        self.programs = []
        self.addCleanup(self.end)
        scheduler = start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        self.programs.append(scheduler)
        self.address = next(found[0] for line in scheduler.stderr if (found := re.findall(r"tcp://127\.0\.0\.1:\d+", line)))
        for _ in range(WORKERS):
            self.programs.append(
                start("dask_worker", self.address, "--nthreads", "1", "--no-dashboard", "--no-nanny", "--local-directory", str(self.folder))
            )

    def end(self) -> None:
        for program in self.programs:
            program.kill()
            program.wait()
            program.stderr.close()

    def same(self, out: Path) -> None:
        """Every table of the undisturbed sweep is there and the same."""
        tables = sorted(file.name for file in self.alone.glob("*.csv"))
        self.assertIn("results.csv", tables)
        for name in tables:
            self.assertEqual((out / name).read_bytes(), (self.alone / name).read_bytes(), name)

    def test_the_same_tables_although_a_worker_is_killed(self) -> None:
        out = self.folder / "cluster"
        with Client(self.address) as client:
            client.wait_for_workers(WORKERS, timeout=60)
            victim = self.programs[1]
            killed = subprocess.Popen(["sh", "-c", f"sleep 0.7; kill -{int(signal.SIGKILL)} {victim.pid}"])
            begun = time.monotonic()
            runs = sweep(client, KITH, self.experiment, out, shards=6)
            killed.wait()
            print(f"{len(runs)} rows in {time.monotonic() - begun:.1f} s")
        self.same(out)
        points = runs.groupby("arm").size()
        self.assertTrue((points == 3 * 12).all(), points)
        self.assertEqual(sorted(runs["control.power"].astype(float).round(3).unique()), [0.0, 0.05, 0.1])

    def test_a_shard_that_fails_says_why(self) -> None:
        self.experiment.write_text(EXPERIMENT.replace("control.power", "control.powre"))
        with Client(self.address) as client:
            client.wait_for_workers(1, timeout=60)
            with self.assertRaisesRegex(RuntimeError, "control.powre"):
                sweep(client, KITH, self.experiment, self.folder / "broken", shards=1)


if __name__ == "__main__":
    unittest.main()
