"""Times what people wait for, and holds it against what is wanted. See environment/bench."""
import pathlib, shutil, statistics, subprocess, sys, time

import numpy as np

import bench, million, start
from bench import figure, table, verdict

PEOPLE = [("start to first answer", "kernel: start to first answer", {17: .6, 25: .4}),
          ("first segments", "200 rows in a notebook: kernel start to first segments", {17: .9, 25: .9})]
REPORT = {"report", "traits", "contrasts", "rules"}


def noise(folder):
    """Makes customers without groups, 2,000 × 5, the same ones every time."""
    path = folder / "noise-2000x5.csv"
    if not path.exists():
        values = np.random.default_rng(20_005).normal(size=(2000, 5))
        np.savetxt(path, values, "%.6g", ",", comments="", header="a,b,c,d,e")
    return path


def program(segment, path, out, *options):
    """Wall and processor seconds of a fit, and the most MB it held."""
    shutil.rmtree(out, ignore_errors=True)
    return bench.process([segment, "fit", path, *options, "--out", out])


def in_kernel():
    run = start.in_kernel()
    return {"start to first answer": run["first answer"],
            "first segments": run["first answer"] + run["setup"] + run["fits"][0]}


def notebooks(command):
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


def rows(given):
    """Yields what is waited for, what was measured, its unit, and what it must not pass."""
    out = given.folder / "waits"
    median = statistics.median
    small = [program(given.segment, given.mall_file, out, "--features", "Annual Income (k$),Spending Score (1-100)")
             for _ in range(given.pairs)]
    yield "`segment fit` everything on, 200 × 2", median(run[0] for run in small), "s", 1.5
    path = noise(given.folder)
    groupless = [program(given.segment, path, out) for _ in range(given.pairs)]
    yield "`segment fit` everything on, 2,000 × 5 without groups", median(run[1] for run in groupless), "s of processor time", 8
    columns = [program(given.segment, given.personality, out) for _ in range(given.pairs)]
    yield "`segment fit` everything on, personality", median(run[0] for run in columns), "s", 8
    yield "the same", median(run[1] for run in columns), "s of processor time", 15
    yield from of_a_million(given, out)
    kernels = [in_kernel() for _ in range(given.pairs)]
    feature = 25 if given.java_version.startswith("25") else 17
    for key, name, limits in PEOPLE:
        yield name, median(run[key] for run in kernels), "s", limits[feature]
    yield "all notebooks, warm", median(notebooks(given.run) for _ in range(given.pairs)), "s", 45


def of_a_million(given, out):
    whole = []
    for _ in range(given.pairs):
        shutil.rmtree(out, ignore_errors=True)
        whole.append(million.staged([given.segment, "fit", million.write(given.folder), "--k", million.JOB.k, "--out", out]))

    def stage(begins):
        return statistics.median(sum(wall for name, (wall, _) in run[0].items() if name.startswith(begins)) for run in whole)

    yield "1,000,000 × 8, CSV to report, k = 8", statistics.median(run[1][0] for run in whole), "s", 12
    yield "memory of it", max(run[2] for run in whole), "MB", 600
    yield "of which reading", stage("reading"), "s", 1.5
    yield "of which K-Means", stage("K-Means"), "s", 6
    seconds = statistics.median(sum(wall for name, (wall, _) in run[0].items() if name in REPORT) for run in whole)
    yield "of which report", seconds, "s", 2


def main():
    arguments = bench.arguments()
    arguments.add_argument("--mall-file", type=pathlib.Path, required=True)
    arguments.add_argument("--personality", type=pathlib.Path, required=True)
    arguments.add_argument("--segment", type=pathlib.Path, required=True)
    arguments.add_argument("run", nargs="+", help="the command that executes all notebooks")
    given = arguments.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)

    print(f"## What people wait for\n\nRuns: {given.pairs}; {bench.machine(given.java_version)}\n", flush=True)
    measured = []
    for name, value, unit, limit in rows(given):
        bench.say(f"{name}: {figure(value)} {unit}")
        measured.append([name, f"{figure(value)} {unit}", figure(limit), verdict(value <= limit), value <= limit])
    table(["what", "measured", "must reach", ""], [row[:-1] for row in measured])
    sys.exit(0 if all(row[-1] for row in measured) else 1)


if __name__ == "__main__":
    main()
