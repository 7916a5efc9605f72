"""Times criteria for k against scikit-learn, in turn, and prints Markdown. See environment/bench."""
import argparse, os, pathlib, platform, statistics, subprocess, sys

import numpy as np
import sklearn

import evaluation_scikit_learn as scikit_learn

LIMITS = {"sweep": 1 / 2, "strength": 1 / 2, "silhouette": 1 / 3}
CALLS = {"sweep": 3, "strength": 1, "silhouette": 3}
CALLS_TOLD = [("first", lambda seconds: seconds[0]), ("later", lambda seconds: statistics.median(seconds[1:]))]
HEAP_LIMIT = 200
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


def run(command, job, folder):
    """Runs a job in a process of its own and returns its figures by name."""
    told = subprocess.run([*command, job, folder, str(CALLS.get(job, 1))], capture_output=True, text=True)
    if told.returncode != 0:
        sys.exit(f"{job} failed:\n{told.stderr[-2000:]}")
    lines = (line.split() for line in told.stdout.splitlines())
    return {name: np.array(figures, float) for name, *figures in lines}


def milliseconds(seconds):
    low, middle, high = (f"{s * 1000:,.0f}" for s in (min(seconds), statistics.median(seconds), max(seconds)))
    return f"{middle} ({low}–{high})"


def verdict(passed):
    return "pass" if passed else "FAIL"


def print_times(runs):
    """Prints a row for the first call in a process and one for those after it; returns whether all limits hold."""
    print("| job | call | JVM flags | ours, ms | scikit-learn, ms | ratio | limit | |")
    print("|---|---|---|---|---|---|---|---|")
    passed = True
    for job, side in (key for key in runs if key[1] != "sklearn"):
        for call, pick in CALLS_TOLD[:CALLS[job]]:
            ours, theirs = ([pick(figures["seconds"]) for figures in runs[job, of]] for of in (side, "sklearn"))
            ratio = statistics.median(o / t for o, t in zip(ours, theirs))
            held = ratio <= LIMITS[job]
            limit = f"{LIMITS[job]:.2f} | {verdict(held)}" if side == "default" else "|"
            passed &= held or side != "default"
            cells = NAMES[job], call, side, milliseconds(ours), milliseconds(theirs), f"{ratio:.2f}", limit
            print(f"| {' | '.join(cells)} |")
    return passed


def print_heap(runs):
    ours, theirs = (max(figures["heap"][0] for figures in runs["silhouette", side]) for side in ("default", "sklearn"))
    print(f"- Exact silhouette: {ours:.0f} MB of heap above the data, garbage included; limit {HEAP_LIMIT} MB: "
          f"{verdict(ours < HEAP_LIMIT)}. scikit-learn's process grows by {theirs:,.0f} MB.")
    return ours < HEAP_LIMIT


def difference(ours, theirs):
    ours, theirs = np.array(ours), np.array(theirs)
    return np.nanmax(np.abs(ours - theirs) / np.maximum(1, np.abs(theirs)))


def print_agreement(runs, folder):
    ours, theirs = ([figures["wcss"] for figures in runs["sweep", side]] for side in ("default", "sklearn"))
    excess = np.max(np.array(ours) / np.array(theirs)) - 1
    print(f"- WCSS at each k at most scikit-learn's × (1 + 1e-6): {verdict(excess <= 1e-6)}, at worst {excess:+.0e}, "
          f"at best {np.min(np.array(ours) / np.array(theirs)) - 1:+.0e}.")
    x = scikit_learn.read(folder, "sweep")
    labels = np.fromfile(folder / "our-labels", ">i4").reshape(scikit_learn.K_MAX, -1)
    figures = runs["sweep", "default"][0]
    sweep = difference([figures[name] for name in scikit_learn.SCORES],
                       np.transpose([scikit_learn.scores(x, own) for own in labels]))
    print(f"- Silhouette, Calinski-Harabasz, Davies-Bouldin and BIC of the sweep's labels within 1e-9: "
          f"{verdict(sweep <= 1e-9)}, at worst {sweep:.0e}.")
    single = difference(np.fromfile(folder / "our-scores", ">f8"), runs["silhouette", "sklearn"][0]["scores"])
    print(f"- Silhouette of each of the 20,000 within 1e-9: {verdict(single <= 1e-9)}, at worst {single:.0e}.")
    name = "prediction_strength"
    apart = np.abs(runs["strength", "default"][0][name] - runs["strength", "sklearn"][0][name])
    print(f"- Prediction strength, each over 10 divisions of its own: apart by {apart.max():.3f} at most.")
    return max(sweep, single) <= 1e-9 and excess <= 1e-6


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--pairs", type=int, required=True)
    arguments.add_argument("--folder", type=pathlib.Path, required=True)
    arguments.add_argument("--java", required=True)
    arguments.add_argument("--java-version", required=True)
    arguments.add_argument("--classpath", required=True)
    arguments.add_argument("flags", nargs="*", help="those of the notebooks' JVM")
    given = arguments.parse_args()

    write_data(given.folder)
    java = ["-cp", given.classpath, "segmentation.bench.EvaluationBenchmark"]
    sides = {
        "default": [given.java, *java],
        "sklearn": [sys.executable, scikit_learn.__file__],
        "notebook": [given.java, *given.flags, *java],
    }
    # The notebooks' JVM takes most of a minute for the prediction strength, and the sweep tells as much.
    runs = {(job, side): [] for job in LIMITS for side in sides if (job, side) != ("strength", "notebook")}
    for pair in range(1, given.pairs + 1):
        for job, side in runs:
            figures = run(sides[side], job, given.folder)
            runs[job, side].append(figures)
            print(f"pair {pair} of {given.pairs}: {job}, {side}: {figures['seconds']} s", file=sys.stderr)
    alone = {job: run(sides["default"], job, given.folder)["seconds"] for job in NAMES if job not in LIMITS}

    print(f"Pairs: {given.pairs}; {os.cpu_count()} cores, Java {given.java_version}, scikit-learn {sklearn.__version__}, "
          f"NumPy {np.__version__}, Python {platform.python_version()}.\n")
    passed = [print_times(runs)]
    print()
    passed += [print_heap(runs), print_agreement(runs, given.folder)]
    print("\n| ours alone, one first call | ms |\n|---|---|")
    for job, seconds in alone.items():
        print(f"| {NAMES[job]} | {seconds[0] * 1000:,.0f} |")
    sys.exit(0 if all(passed) else 1)


if __name__ == "__main__":
    main()
