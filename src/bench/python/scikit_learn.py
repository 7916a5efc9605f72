"""The side of scikit-learn in environment/bench engine: scikit_learn.py VALUES STARTS COLUMNS K CALLS [WAY]."""
import sys

import numpy as np
from sklearn.cluster import KMeans

from meter import timed

MAX_ITERATIONS = 100


def fit(x, starts, way):
    models = [KMeans(len(start), init=start, n_init=1, max_iter=MAX_ITERATIONS, tol=0, algorithm=way).fit(x)
              for start in starts]
    return min(models, key=lambda model: model.inertia_), sum(model.n_iter_ for model in models)


def wcss(x, labels):
    """Squared distances to the means of the labels, as ours: after 100 iterations the centroids may be one step behind."""
    sizes = np.bincount(labels)
    return sum(((column - (np.bincount(labels, weights=column) / sizes)[labels]) ** 2).sum() for column in x.T)


def main():
    columns, k, calls = map(int, sys.argv[3:6])
    way = sys.argv[6] if len(sys.argv) > 6 else "lloyd"
    x = np.fromfile(sys.argv[1], "<f8").reshape(-1, columns)
    starts = np.fromfile(sys.argv[2], "<f8").reshape(-1, k, columns)
    model, iterations = timed(calls, lambda: fit(x, starts, way))
    print("iterations", iterations)
    print("wcss", wcss(x, model.labels_))


if __name__ == "__main__":
    main()
