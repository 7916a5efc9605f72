"""The side of OpenCV in environment/bench engine: opencv.py VALUES STARTS COLUMNS K CALLS.

It takes floats only, and labels in place of starting centroids: those of the nearest starting centroid. So its first step
moves the centroids to where the other sides' first iteration leaves them, and what differs are the digits of a float."""
import os, sys

import cv2
import numpy as np

from meter import timed
from scikit_learn import MAX_ITERATIONS, wcss

# Its iterations are counted from the first step; the others assign rows before theirs.
CRITERIA = cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, MAX_ITERATIONS, 0


def nearest(x, start):
    distances = np.stack([((x - centroid) ** 2).sum(axis=1) for centroid in start])
    return distances.argmin(axis=0).astype(np.int32).reshape(-1, 1)


def fit(x, labels, k):
    return [cv2.kmeans(x, k, own.copy(), CRITERIA, 1, cv2.KMEANS_USE_INITIAL_LABELS)[1] for own in labels]


def main():
    columns, k, calls = map(int, sys.argv[3:])
    cv2.setNumThreads(int(os.environ["OMP_NUM_THREADS"]))
    x = np.fromfile(sys.argv[1], "<f8").reshape(-1, columns)
    starts = np.fromfile(sys.argv[2], "<f8").reshape(-1, k, columns)
    labels = [nearest(x, start) for start in starts]
    floats = x.astype(np.float32)
    found = timed(calls, lambda: fit(floats, labels, k))
    print("wcss", min(wcss(x, own.ravel()) for own in found))


if __name__ == "__main__":
    main()
