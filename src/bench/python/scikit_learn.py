"""The side of scikit-learn in environment/bench engine: scikit_learn.py VALUES STARTS COLUMNS K CALLS."""
import re, pathlib, sys, time

import numpy as np
from sklearn.cluster import KMeans

MAX_ITERATIONS = 100


def peak():
    """MB that this process has held at most; NaN where the system does not say."""
    status = pathlib.Path("/proc/self/status")
    return int(re.search(r"VmHWM:\s*(\d+)", status.read_text())[1]) * 1024 / 1e6 if status.exists() else np.nan


def fit(x, starts):
    models = [KMeans(len(start), init=start, n_init=1, max_iter=MAX_ITERATIONS, tol=0, algorithm="lloyd").fit(x)
              for start in starts]
    return min(models, key=lambda model: model.inertia_), sum(model.n_iter_ for model in models)


def wcss(x, labels):
    """Squared distances to the means of the labels, as ours: after 100 iterations the centroids may be one step behind."""
    sizes = np.bincount(labels)
    return sum(((column - (np.bincount(labels, weights=column) / sizes)[labels]) ** 2).sum() for column in x.T)


def main():
    idle = peak()
    columns, k, calls = map(int, sys.argv[3:])
    x = np.fromfile(sys.argv[1], "<f8").reshape(-1, columns)
    starts = np.fromfile(sys.argv[2], "<f8").reshape(-1, k, columns)
    seconds, cpu, most = [], [], None
    for _ in range(calls):
        began, cpu_before = time.perf_counter(), time.process_time()
        model, iterations = fit(x, starts)
        seconds.append(time.perf_counter() - began)
        cpu.append(time.process_time() - cpu_before)
        most = most or peak()
    print("seconds", *seconds)
    print("cpu", *cpu)
    print("idle", idle)
    print("peak", most)
    print("iterations", iterations)
    print("wcss", wcss(x, model.labels_))


if __name__ == "__main__":
    main()
