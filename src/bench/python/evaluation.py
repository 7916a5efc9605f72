"""Times criteria for k against scikit-learn, in turn, and prints Markdown. See environment/bench."""
import os, pathlib, shutil, statistics, sys

import numpy as np

import bench
import evaluation_scikit_learn as scikit_learn
from bench import verdict

LIMITS = {"sweep": 1 / 5, "silhouette": 1 / 5}
EVERYTHING_LIMIT = 15
CALLS = {"sweep": 10, "strength": 1, "silhouette": 4}
CALLS_TOLD = [("first", lambda seconds: seconds[0]), ("warm", lambda seconds: statistics.median(seconds[len(seconds) // 2:]))]
HEAP_LIMIT = 200
# Threads that wait for one another can cost it more than they bring: the quicker of the two counts.
SKLEARN = {"sklearn": os.cpu_count(), "sklearn, one thread": 1}
NAMES = {
    "sweep": "sweep k = 1..10, 2,240 × 20, without prediction strength",
    "strength": "the same with prediction strength",
    "silhouette": "exact silhouette, 20,000 × 8",
    "gap": "gap statistic, both references, B = 100, k = 1..10",
    "stability": "stability of 6 segments, B = 100",
    "shuffles": "comparison of 6 segments with 20 shuffled copies",
}


def blobs(seed, rows, columns, clusters, spread):
    random = np.random.default_rng(seed)
    labels = random.integers(clusters, size=rows)
    return random.normal(0, spread, (clusters, columns))[labels] + random.normal(size=(rows, columns)), labels + 1


def write_data(folder):
    folder.mkdir(parents=True, exist_ok=True)
    blobs(1, 2240, 20, 6, .5)[0].astype("<f8").tofile(folder / "sweep")
    values, labels = blobs(2, 20000, 8, 8, 2)
    values.astype("<f8").tofile(folder / "silhouette")
    labels.astype("<i4").tofile(folder / "silhouette-labels")


def run(command, job, folder, environment=None):
    """Runs a job in a process of its own and returns its figures by name."""
    figures = bench.run([*command, job, folder, CALLS.get(job, 1)], environment)
    return {name: np.array(values) for name, values in figures.items()}


def milliseconds(seconds):
    low, middle, high = (f"{s * 1000:,.0f}" for s in (min(seconds), statistics.median(seconds), max(seconds)))
    return f"{middle} ({low}–{high})"


def print_times(runs):
    """Prints a row for the first call in a process and one for the second half of all; returns whether all limits hold."""
    rows, passed = [], True
    for job, side in (key for key in runs if key[1] in ("shell", "notebook")):
        for call, pick in CALLS_TOLD[:CALLS[job]]:
            ours, *both = ([pick(figures["seconds"]) for figures in runs[job, of]] for of in (side, *SKLEARN))
            theirs = min(both, key=statistics.median)
            ratio = bench.ratio(ours, theirs)
            held = side == "shell" and call == "warm"
            limit = [f"{LIMITS[job]:.2f}", verdict(ratio <= LIMITS[job])] if held else ["", ""]
            passed &= not held or ratio <= LIMITS[job]
            rows.append([NAMES[job], call, side, milliseconds(ours), milliseconds(theirs), f"{ratio:.2f}", *limit])
    bench.table(["job", "call", "as run in", "ours, ms", "scikit-learn, ms", "ratio", "limit", ""], rows)
    return passed


def print_everything(runs):
    """Prints what a whole fit took, from the start of Java to the written report; returns whether it kept to its limit."""
    seconds, cpu, most = (statistics.median(figures) for figures in zip(*runs))
    print(f"- A fit of customer-personality with everything on, from CSV to report: {seconds:.1f} s, "
          f"{cpu:.1f} s of processor time, at most {most:,.0f} MB; limit {EVERYTHING_LIMIT} s: "
          f"{verdict(seconds < EVERYTHING_LIMIT)}.")
    return seconds < EVERYTHING_LIMIT


def print_heap(runs):
    ours, theirs = (max(figures["heap"][0] for figures in runs["silhouette", side]) for side in ("shell", "sklearn"))
    print(f"- Exact silhouette: {ours:.0f} MB of heap above the data, garbage included; limit {HEAP_LIMIT} MB: "
          f"{verdict(ours < HEAP_LIMIT)}. scikit-learn's process grows by {theirs:,.0f} MB.")
    return ours < HEAP_LIMIT


def difference(ours, theirs):
    ours, theirs = np.array(ours), np.array(theirs)
    return np.nanmax(np.abs(ours - theirs) / np.maximum(1, np.abs(theirs)))


def print_agreement(runs, folder):
    ours, theirs = ([figures["wcss"] for figures in runs["sweep", side]] for side in ("shell", "sklearn"))
    excess = np.max(np.array(ours) / np.array(theirs)) - 1
    print(f"- WCSS at each k at most scikit-learn's × (1 + 1e-6): {verdict(excess <= 1e-6)}, at worst {excess:+.0e}, "
          f"at best {np.min(np.array(ours) / np.array(theirs)) - 1:+.0e}.")
    x = scikit_learn.read(folder, "sweep")
    labels = np.fromfile(folder / "our-labels", ">i4").reshape(scikit_learn.K_MAX, -1)
    figures = runs["sweep", "shell"][0]
    sweep = difference([figures[name] for name in scikit_learn.SCORES],
                       np.transpose([scikit_learn.scores(x, own) for own in labels]))
    print(f"- Silhouette, Calinski-Harabasz, Davies-Bouldin and BIC of the sweep's labels within 1e-9: "
          f"{verdict(sweep <= 1e-9)}, at worst {sweep:.0e}.")
    single = difference(np.fromfile(folder / "our-scores", ">f8"), runs["silhouette", "sklearn"][0]["scores"])
    print(f"- Silhouette of each of the 20,000 within 1e-9: {verdict(single <= 1e-9)}, at worst {single:.0e}.")
    name = "prediction_strength"
    apart = np.abs(runs["strength", "shell"][0][name] - runs["strength", "sklearn"][0][name])
    print(f"- Prediction strength, each over 10 divisions of its own: apart by {apart.max():.3f} at most.")
    return max(sweep, single) <= 1e-9 and excess <= 1e-6


def main():
    arguments = bench.arguments()
    arguments.add_argument("--personality", type=pathlib.Path, required=True, help="the file to fit with everything on")
    arguments.add_argument("--segment", type=pathlib.Path, required=True, help="environment/segment")
    arguments.add_argument("--notebook-heap", required=True, help="the flag that sets it")
    arguments.add_argument("java", nargs="+", help="the command that runs a class")
    given = arguments.parse_args()

    print(f"## Criteria for k\n\nPairs: {given.pairs}; {bench.machine(given.java_version)}\n", flush=True)
    write_data(given.folder)
    ours = "segmentation.bench.EvaluationBenchmark"
    sides = {
        "shell": [*given.java, ours],
        **{side: [sys.executable, scikit_learn.__file__] for side in SKLEARN},
        "notebook": [*given.java, given.notebook_heap, ours],
    }
    # The notebooks' JVM takes most of a minute for the prediction strength, and the sweep tells as much.
    runs = {(job, side): [] for job in CALLS for side in sides if (job, side) != ("strength", "notebook")}
    for pair in range(1, given.pairs + 1):
        for job, side in runs:
            figures = run(sides[side], job, given.folder, bench.threads(SKLEARN[side]) if side in SKLEARN else None)
            runs[job, side].append(figures)
            bench.say(f"pair {pair} of {given.pairs}: {job}, {side}: {figures['seconds']} s")
    out = given.folder / "personality-segments"
    everything = []
    for _ in range(given.pairs):
        shutil.rmtree(out, ignore_errors=True)
        everything.append(bench.process([given.segment, "fit", given.personality, "--out", out]))
    alone = {job: run(sides["shell"], job, given.folder)["seconds"] for job in NAMES if job not in CALLS}

    passed = [print_times(runs)]
    passed += [print_heap(runs), print_agreement(runs, given.folder), print_everything(everything)]
    print()
    bench.table(["ours alone, one first call", "ms"],
                [[NAMES[job], f"{seconds[0] * 1000:,.0f}"] for job, seconds in alone.items()])
    sys.exit(0 if all(passed) else 1)


if __name__ == "__main__":
    main()
