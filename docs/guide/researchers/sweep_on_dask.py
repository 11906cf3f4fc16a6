"""Runs a Kith experiment on Dask: one shard of the sweep a task, any worker any shard, and the results in pandas.

    python sweep_on_dask.py EXPERIMENT --out DIR [--scheduler tcp://HOST:8786] [--shards 16] [--kith PATH]

Without --scheduler a scheduler and workers are started on this machine. On a cluster DIR must be a folder that all workers
see. A shard that a lost worker had begun goes on where it stopped on another worker; what is finished is not done again.
"""

import argparse
import subprocess
import time
from pathlib import Path

import pandas as pd
from dask.distributed import Client, LocalCluster, as_completed


def run_shard(kith: str, experiment: str, out: str, number: int, shards: int) -> int:
    """One shard, on whichever worker it lands. One thread: Dask decides how many run beside each other."""
    line = [kith, "sweep", experiment, "--out", out, "--shard", f"{number}/{shards}", "--threads", "1"]
    while True:
        done = subprocess.run(line, capture_output=True, text=True)
        if done.returncode == 0:
            return number
        # A worker that was killed may leave its program behind, which goes on with the shard and holds it.
        if "another process is writing this shard" not in done.stderr:
            raise RuntimeError(f"shard {number} of {shards} failed: {done.stderr.strip()}")
        time.sleep(1)


def sweep(client: Client, kith: str, experiment: Path, out: Path, shards: int) -> pd.DataFrame:
    """Runs all shards on the cluster, puts them together, and reads the table of all runs."""
    out.mkdir(parents=True, exist_ok=True)
    futures = [
        client.submit(run_shard, kith, str(experiment), str(out), number, shards, retries=3, pure=False)
        for number in range(1, shards + 1)
    ]
    for count, future in enumerate(as_completed(futures), start=1):
        print(f"shard {future.result()} done, {count} of {shards}", flush=True)
    subprocess.run([kith, "sweep", str(experiment), "--out", str(out), "--gather"], check=True)
    return pd.read_parquet(out / "results.parquet")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("experiment", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--scheduler", help="address of a Dask scheduler; one is started here when not given")
    parser.add_argument("--shards", type=int, default=16, help="more shards than workers, so that none waits for the slowest")
    parser.add_argument("--kith", default="kith", help="the program, on every worker")
    options = parser.parse_args()
    cluster = options.scheduler or LocalCluster(threads_per_worker=1, dashboard_address=None)
    with Client(cluster) as client:
        runs = sweep(client, options.kith, options.experiment.resolve(), options.out.resolve(), options.shards)
    arms = runs.groupby("arm")["doing_well"].agg(["mean", "std", "count"])
    print(arms.to_string())


if __name__ == "__main__":
    main()
