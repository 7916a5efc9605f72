"""Times the mall notebook against the same analysis in Python, in one run, and prints ratios. See environment/bench."""
import argparse, json, pathlib, statistics, sys, time

import jupyter_client

import bench

ANALYSIS = [
    """%matplotlib inline
import os
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import seaborn as sns
from sklearn.cluster import KMeans
from sklearn.metrics import calinski_harabasz_score, davies_bouldin_score, silhouette_samples, silhouette_score""",
    "customers = pd.read_csv(os.environ['MALL_FILE'])\ncustomers.head()",
    "customers.isna().sum()",
    "customers.describe()",
    "numbers = ['Age', 'Annual Income (k$)', 'Spending Score (1-100)']\ncustomers[numbers].hist(bins=15, figsize=(10, 3))\nplt.show()",
    "sns.pairplot(customers, vars=numbers, hue='Gender')\nplt.show()",
    "features = customers[numbers[1:]].to_numpy(dtype=float)",
    """sweep = {k: KMeans(n_clusters=k, n_init=20, random_state=1).fit(features) for k in range(1, 11)}
pd.DataFrame([{'k': k, 'wcss': m.inertia_, 'silhouette': silhouette_score(features, m.labels_),
               'ch': calinski_harabasz_score(features, m.labels_), 'db': davies_bouldin_score(features, m.labels_)}
              for k, m in sweep.items() if k > 1])""",
    "plt.plot(list(sweep), [m.inertia_ for m in sweep.values()], marker='o')\nplt.show()",
    "best = KMeans(n_clusters=5, n_init=50, random_state=1).fit(features)\ncustomers.assign(segment=best.labels_).groupby('segment')[numbers].mean()",
    "plt.scatter(*features.T, c=best.labels_)\nplt.scatter(*best.cluster_centers_.T, marker='x', color='black')\nplt.show()",
    "scores = silhouette_samples(features, best.labels_)\nplt.bar(range(len(scores)), np.sort(scores))\nplt.show()",
]


def python_notebook(path):
    cells = [{"cell_type": "code", "execution_count": None, "id": f"cell-{i}", "metadata": {}, "outputs": [], "source": s}
             for i, s in enumerate(ANALYSIS)]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    path.write_text(json.dumps({"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}))


def kernel_start():
    """Returns the seconds from starting the Java kernel to its answer to a first cell."""
    start = time.perf_counter()
    manager, client = jupyter_client.manager.start_new_kernel(kernel_name="java")
    client.execute_interactive("1 + 1", timeout=60, output_hook=lambda message: None)
    seconds = time.perf_counter() - start
    client.stop_channels()
    manager.shutdown_kernel(now=True)
    return seconds


def main():
    arguments = argparse.ArgumentParser(prog="environment/bench", description=__doc__)
    arguments.add_argument("--pairs", type=int, default=5, help="how often each is run, in turn (default 5)")
    arguments.add_argument("--baseline", type=pathlib.Path, help="another Python notebook to compare with")
    arguments.add_argument("--baseline-variable", default="MALL_FILE", help="the variable it takes the mall file from")
    arguments.add_argument("--mall-file", type=pathlib.Path, required=True)
    arguments.add_argument("--project", type=pathlib.Path, required=True)
    arguments.add_argument("--embedded", nargs=argparse.REMAINDER, required=True)
    given = arguments.parse_args()

    work = given.project / "target" / "bench"
    work.mkdir(parents=True, exist_ok=True)
    baseline = given.baseline or work / "python-baseline.ipynb"
    if given.baseline is None:
        python_notebook(baseline)
    ours = given.project / "notebooks" / "02-mall-income-and-spending.ipynb"
    nbconvert = [sys.executable, "-m", "nbconvert", "--log-level=ERROR", "--to", "notebook", "--execute",
                 "--output-dir", work / "out"]
    contenders = {
        "Python, nbconvert": lambda: bench.process([*nbconvert, baseline], **{given.baseline_variable: str(given.mall_file)}),
        "Java, nbconvert": lambda: bench.process([*nbconvert, ours]),
        "Java, embedded": lambda: bench.process(given.embedded),
    }
    for contender in contenders.values():
        contender()
    runs = {name: [] for name in contenders}
    for _ in range(given.pairs):
        for name, contender in contenders.items():
            runs[name].append(contender())
    starts = [kernel_start() for _ in range(given.pairs)]

    print(f"{'':20}{'seconds':>10}{'range':>16}{'ratio to Python':>18}{'MB':>7}")
    base = [seconds for seconds, _, _ in runs["Python, nbconvert"]]
    for name, measured in runs.items():
        seconds = [s for s, _, _ in measured]
        ratio = statistics.median(s / b for s, b in zip(seconds, base))
        span = f"{min(seconds):.1f}-{max(seconds):.1f}"
        print(f"{name:20}{statistics.median(seconds):10.2f}{span:>16}{ratio:18.2f}{max(m for _, _, m in measured):7.0f}")
    print(f"{'kernel start':20}{statistics.median(starts):10.2f}{f'{min(starts):.1f}-{max(starts):.1f}':>16}"
          "   to the answer of a first cell")


if __name__ == "__main__":
    main()
