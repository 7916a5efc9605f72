"""Times K-Means as rows, features and segments grow, one at a time, and draws the times. See environment/bench."""
import dataclasses, pathlib

import numpy as np

import bench, engine
from bench import figure, table

BASE = engine.Job(100_000, 8, 8)
STEPS = {
    "rows": [1_000, 10_000, 100_000, 1_000_000, 5_000_000],
    "columns": [2, 4, 8, 16, 32, 64],
    "k": [2, 5, 10, 20, 50, 100],
}
NAMES = {"rows": "Customers, n", "columns": "Features, d", "k": "Segments, k"}
OURS_ONE, THEIRS_ONE, OURS, _ = engine.SIDES
DRAWN = {"ours, one thread": OURS_ONE, "ours, all cores": OURS, "scikit-learn, one thread": THEIRS_ONE}


def per_iteration(runs, side):
    """Median milliseconds of an iteration once warm, so that jobs of other lengths can be compared."""
    iterations = runs[THEIRS_ONE][0]["iterations"][0]
    return 1000 * float(np.median(engine.warm(runs, side, "seconds"))) / iterations


def exponent(steps, times):
    """By which power the time grows over the upper half of the steps, where fixed costs no longer count."""
    half = len(steps) // 2
    return np.polyfit(np.log(steps[half:]), np.log(times[half:]), 1)[0]


def sentence(factor, steps, times):
    said = [f"{name} from {figure(times[name][0])} to {figure(times[name][-1])} ms, in the upper half by "
            f"{NAMES[factor][-1]}^{exponent(steps, times[name]):.1f}" for name in DRAWN]
    return f"{NAMES[factor]}, from {steps[0]:,} to {steps[-1]:,}: {'; '.join(said)}."


def main():
    arguments = bench.arguments()
    arguments.add_argument("--picture", type=pathlib.Path, required=True)
    arguments.add_argument("java", nargs="+", help="the command that runs a class")
    given = arguments.parse_args()

    print(f"## As work grows\n\nPairs: {given.pairs}; {bench.machine(given.java_version)}\n", flush=True)
    lines, rows, sentences = [], [], []
    for factor, steps in STEPS.items():
        times = {name: [] for name in DRAWN}
        for step in steps:
            runs = engine.measure(dataclasses.replace(BASE, **{factor: step}), given, list(DRAWN.values()))
            for name, side in DRAWN.items():
                times[name].append(per_iteration(runs, side))
            rows.append([NAMES[factor], f"{step:,}", *(figure(times[name][-1]) for name in DRAWN),
                         f"{times['ours, one thread'][-1] / times['scikit-learn, one thread'][-1]:.2f}"])
        for name in DRAWN:
            lines.append("\t".join([NAMES[factor], name, *map(str, steps), *map(str, times[name])]))
        sentences.append(sentence(factor, steps, times))
    table(["grows", "to", *(f"{name}, ms" for name in DRAWN), "ratio on one thread"], rows)
    print(" ".join(sentences) + "\n")
    data = given.folder / "growth.tsv"
    data.write_text("\n".join(lines) + "\n")
    alt = bench.text([*given.java, "segmentation.plot.GrowthPicture", data, given.picture])
    print(f"![{alt.strip()}]({given.picture.name})")


if __name__ == "__main__":
    main()
