"""The side of pandas in environment/bench million: read_csv.py FILE CALLS."""
import sys

import pandas

from meter import timed

if __name__ == "__main__":
    timed(int(sys.argv[2]), lambda: pandas.read_csv(sys.argv[1]))
