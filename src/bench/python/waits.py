"""Times what people wait for, and holds it against what is wanted. See environment/bench."""
import pathlib, shutil, statistics, subprocess, sys, time

import numpy as np

import bench, engine, evaluation, million, peers, start
from bench import figure, verdict

PEOPLE = [("start to first answer", "kernel: start to first answer", {17: .6, 25: .4}),
          ("first segments", "200 rows in a notebook: kernel start to first segments", {17: .9, 25: .9})]
REPORT = {"report", "traits", "contrasts", "rules"}
SHORT_JOBS, LONG_JOBS = engine.JOBS[:2], engine.JOBS[1:]
SHARE = .5


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


def at_most(name, value, unit, limit):
    """A row: what is waited for, what was measured, what must be reached, and whether it is."""
    return name, f"{figure(value)}{unit}", figure(limit), value <= limit


def fits(given):
    out = given.folder / "waits"
    median = statistics.median
    small = [program(given.segment, given.mall_file, out, "--features", "Annual Income (k$),Spending Score (1-100)")
             for _ in range(given.pairs)]
    yield at_most("`segment fit` everything on, 200 × 2", median(run[0] for run in small), " s", 1.5)
    path = noise(given.folder)
    groupless = [program(given.segment, path, out) for _ in range(given.pairs)]
    yield at_most("`segment fit` everything on, 2,000 × 5 without groups", median(run[1] for run in groupless),
                  " s of processor time", 8)
    columns = [program(given.segment, given.personality, out) for _ in range(given.pairs)]
    yield at_most("`segment fit` everything on, personality", median(run[0] for run in columns), " s", 8)
    yield at_most("the same", median(run[1] for run in columns), " s of processor time", 15)


def sweep(given):
    """The quicker of scikit-learn on all threads and on one is what counts, for each call on its own."""
    evaluation.write_data(given.folder)
    sides = {"ours": [*given.java, "segmentation.bench.EvaluationBenchmark"],
             **{side: [sys.executable, evaluation.scikit_learn.__file__] for side in evaluation.SKLEARN}}
    seconds = {side: [] for side in sides}
    for pair in range(1, given.pairs + 1):
        for side, command in sides.items():
            environment = bench.threads(evaluation.SKLEARN[side]) if side in evaluation.SKLEARN else None
            seconds[side].append(evaluation.run(command, "sweep", given.folder, environment)["seconds"])
            bench.say(f"pair {pair} of {given.pairs}: sweep, {side}: {seconds[side][-1]} s")
    for (call, pick), limit in zip(evaluation.CALLS_TOLD, (.5, .15)):
        calls = {side: [pick(run) for run in runs] for side, runs in seconds.items()}
        quicker = min(evaluation.SKLEARN, key=lambda side: statistics.median(calls[side]))
        yield at_most(f"sweep k = 1..10, 20 restarts, criteria, 2,240 × 20, {call} call, to {quicker}",
                      bench.ratio(calls["ours"], calls[quicker]), "", limit)


def first_calls(given):
    for job in SHORT_JOBS:
        runs = engine.measure(job, given, engine.SIDES[:2], engine.field_of(job, given))
        peer, ratio = engine.first_call(runs)
        yield at_most(f"first call of K-Means, {job}, processor time to {peer}", ratio, "", 1)


def of_a_million(given):
    out = given.folder / "waits"
    whole = []
    for _ in range(given.pairs):
        shutil.rmtree(out, ignore_errors=True)
        whole.append(million.staged([given.segment, "fit", million.write(given.folder), "--k", million.JOB.k, "--out", out]))

    def stage(begins):
        return statistics.median(sum(wall for name, (wall, _) in run[0].items() if name.startswith(begins)) for run in whole)

    yield at_most("1,000,000 × 8, CSV to report, k = 8", statistics.median(run[1][0] for run in whole), " s", 12)
    yield at_most("memory of it", max(run[2] for run in whole), " MB", 600)
    yield at_most("of which reading", stage("reading"), " s", 1.5)
    yield at_most("of which K-Means", stage("K-Means"), " s", 6)
    seconds = statistics.median(sum(wall for name, (wall, _) in run[0].items() if name in REPORT) for run in whole)
    yield at_most("of which report", seconds, " s", 2)


def limit(given):
    """The least of one thread and all."""
    best = engine.machine_limits(given.java)
    for job in LONG_JOBS:
        runs = engine.measure(job, given, engine.SIDES[:3])
        share = min(reached for *_, reached in engine.shares(job, runs, best))
        yield f"share of the machine's limit, {job}", f"{share:.0%}", f"{SHARE:.0%}", share >= SHARE


def in_kernel():
    run = start.in_kernel()
    return {"start to first answer": run["first answer"],
            "first segments": run["first answer"] + run["setup"] + run["fits"][0]}


def kernel(given):
    kernels = [in_kernel() for _ in range(given.pairs)]
    feature = 25 if given.java_version.startswith("25") else 17
    for key, name, limits in PEOPLE:
        yield at_most(name, statistics.median(run[key] for run in kernels), " s", limits[feature])


def notebooks(given):
    def seconds():
        began = time.perf_counter()
        subprocess.run([given.run], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return time.perf_counter() - began

    yield at_most("all notebooks, warm", statistics.median(seconds() for _ in range(given.pairs)), " s", 45)


PARTS = {"fits": fits, "sweep": sweep, "first-calls": first_calls, "million": of_a_million, "limit": limit, "kernel": kernel,
         "notebooks": notebooks}


def main():
    arguments = bench.arguments()
    arguments.add_argument("--mall-file", type=pathlib.Path, required=True)
    arguments.add_argument("--personality", type=pathlib.Path, required=True)
    arguments.add_argument("--segment", type=pathlib.Path, required=True)
    arguments.add_argument("--run", type=pathlib.Path, required=True, help="the command that executes all notebooks")
    arguments.add_argument("--only", action="append", choices=PARTS, help="a part of the table")
    peers.add_arguments(arguments)
    arguments.add_argument("java", nargs="+", help="the command that runs a class")
    given = arguments.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)

    print(f"## What people wait for\n\nRuns: {given.pairs}; {bench.machine(given.java_version)} {peers.missing(given)}\n")
    print("| what | measured | must reach |  |\n|---|---|---|---|", flush=True)
    passed = True
    for part in given.only or PARTS:
        for name, measured, wanted, held in PARTS[part](given):
            print(f"| {name} | {measured} | {wanted} | {verdict(held)} |", flush=True)
            passed &= held
    sys.exit(0 if passed else 1)


if __name__ == "__main__":
    main()
