"""The side of scikit-learn in environment/bench evaluation, called as EvaluationBenchmark is."""
import math, pathlib, resource, sys, time

import numpy as np
from sklearn.cluster import KMeans
from sklearn.metrics import calinski_harabasz_score, davies_bouldin_score, silhouette_samples, silhouette_score
from sklearn.metrics.cluster import contingency_matrix

K_MAX, RESTARTS, DIVISIONS, SEED = 10, 20, 10, 42
SCORES = "silhouette", "calinski_harabasz", "davies_bouldin", "bic"


def read(folder, name):
    columns = {"sweep": 20, "silhouette": 8}[name]
    return np.fromfile(folder / name, "<f8").reshape(-1, columns)


def kmeans(x, k, seed=SEED):
    return KMeans(k, n_init=RESTARTS, max_iter=300, random_state=seed).fit(x)


def bic(x, labels):
    """The X-means form with the density of the stated model, as our BayesianInformation."""
    (n, d), names = x.shape, np.unique(labels)
    k = len(names)
    members = [x[labels == name] for name in names]
    variance = sum(((m - m.mean(axis=0)) ** 2).sum() for m in members) / (d * (n - k))
    shares = sum(len(m) * math.log(len(m) / n) for m in members)
    return shares - n * d / 2 * math.log(2 * math.pi * variance) - d * (n - k) / 2 - k * (d + 1) / 2 * math.log(n)


def scores(x, labels):
    """Returns the figures that SCORES names; NaN where one cluster has none."""
    if len(np.unique(labels)) == 1:
        return math.nan, math.nan, math.nan, bic(x, labels)
    return (silhouette_score(x, labels), calinski_harabasz_score(x, labels), davies_bouldin_score(x, labels),
            bic(x, labels))


def foretold(training, test, labels):
    """Returns the least share, over the test clusters, of pairs that the training centroids also put together."""
    table = contingency_matrix(labels, training.predict(test))
    size = table.sum(axis=1)
    together = (table * (table - 1)).sum(axis=1)
    return (together[size > 1] / (size * (size - 1))[size > 1]).min()


def prediction_strength(x):
    """Tibshirani and Walther's, by the same procedure as our PredictionStrength."""
    strengths = np.ones((K_MAX, DIVISIONS))
    for division in range(DIVISIONS):
        order = np.random.default_rng(SEED + division).permutation(len(x))
        one, other = x[order[:len(x) // 2]], x[order[len(x) // 2:]]
        for k in range(2, K_MAX + 1):
            of_one, of_other = kmeans(one, k, SEED + division), kmeans(other, k, SEED + division)
            strengths[k - 1, division] = (
                foretold(of_other, one, of_one.labels_) + foretold(of_one, other, of_other.labels_)) / 2
    return strengths.mean(axis=1)


def sweep(x):
    models = [kmeans(x, k) for k in range(1, K_MAX + 1)]
    return {"wcss": [model.inertia_ for model in models],
            **dict(zip(SCORES, zip(*(scores(x, model.labels_) for model in models))))}


def main():
    job, folder, calls = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
    x = read(folder, "silhouette" if job == "silhouette" else "sweep")
    labels = np.fromfile(folder / "silhouette-labels", "<i4").astype(int)
    jobs = {"sweep": lambda: sweep(x),
            "strength": lambda: {**sweep(x), "prediction_strength": prediction_strength(x)},
            "silhouette": lambda: {"scores": silhouette_samples(x, labels)}}
    before, seconds = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, []
    for _ in range(calls):
        start = time.perf_counter()
        result = jobs[job]()
        seconds.append(time.perf_counter() - start)
    result["seconds"] = seconds
    result["heap"] = [(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 / 1e6]
    for name, figures in result.items():
        print(name, *map(float, figures))


if __name__ == "__main__":
    main()
