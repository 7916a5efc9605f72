"""Times K-Means from given starting centroids, ours against scikit-learn and Smile. See environment/bench."""
import dataclasses, os, sys

import numpy as np

import bench
from bench import figure, ratio, table, verdict

CPU_LIMIT, WALL_LIMIT = .6, .4
MEMORY_FACTOR, MEMORY_BASE = 1.5, 64
AGREEMENT = 1e-9
SMILE_SECONDS = 900
SIDES = "ours, one thread", "scikit-learn, one thread", "ours", "scikit-learn"


@dataclasses.dataclass(frozen=True)
class Job:
    rows: int
    columns: int
    k: int
    starts: int = 1

    def __str__(self):
        restarts = f", {self.starts} starts" if self.starts > 1 else ""
        return f"{self.rows:,} × {self.columns}, k = {self.k}{restarts}"

    @property
    def calls(self):
        """Short jobs are called more often, as the JVM compiles for some seconds."""
        return 2 if self.rows * self.columns > 1e6 else 20

    @property
    def megabytes(self):
        return self.rows * self.columns * 8 / 1e6


JOBS = [Job(2240, 20, 5, 50), Job(100_000, 8, 8), Job(1_000_000, 8, 8), Job(1_000_000, 8, 50), Job(5_000_000, 4, 10)]


def groups(random, rows, columns, count):
    """Overlapping groups of unequal size, one row in twenty anywhere: Lloyd's algorithm needs tens of iterations."""
    centres = random.normal(0, 2 / columns ** .5, (count, columns))
    labels = random.choice(count, rows, p=random.dirichlet(np.full(count, 5)))
    values = random.normal(size=(rows, columns))
    values += centres[labels]
    anywhere = random.integers(rows, size=rows // 20)
    values[anywhere] = random.uniform(-5, 5, (len(anywhere), columns))
    return values


def write(folder, job):
    """Makes the rows and the starting centroids, which are rows, and returns their files; the same ones every time."""
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{job.rows}x{job.columns}k{job.k}"
    values, starts = folder / f"{name}.values", folder / f"{name}.starts"
    size = {values: job.rows * job.columns * 8, starts: job.starts * job.k * job.columns * 8}
    if any(not path.exists() or path.stat().st_size != size[path] for path in size):
        random = np.random.default_rng([job.rows, job.columns, job.k])
        made = groups(random, job.rows, job.columns, job.k)
        made.astype("<f8").tofile(values)
        np.stack([made[random.choice(job.rows, job.k, replace=False)] for _ in range(job.starts)]).tofile(starts)
    return values, starts


def measure(job, given, wanted=SIDES):
    """Runs the sides in turn and returns their figures, a list for each side."""
    values, starts = write(given.folder, job)
    of_job = [values, starts, job.columns, job.k, job.calls]
    ours = [*given.java, "segmentation.model.EngineBenchmark", *of_job]
    one_core = [ours[0], "-XX:ActiveProcessorCount=1", *ours[1:]]
    theirs = [sys.executable, bench.HERE / "scikit_learn.py", *of_job]
    sides = {
        SIDES[0]: lambda: bench.run(one_core),
        SIDES[1]: lambda: bench.run(theirs, bench.threads(1)),
        SIDES[2]: lambda: bench.run(ours),
        SIDES[3]: lambda: bench.run(theirs, bench.threads(os.cpu_count())),
    }
    runs = {side: [] for side in wanted}
    for pair in range(1, given.pairs + 1):
        for side in wanted:
            runs[side].append(sides[side]())
            bench.say(f"{job}: pair {pair} of {given.pairs}, {side}: {runs[side][-1]['cpu']} s of processor time")
    return runs


def measure_smile(job, given):
    """Runs Smile once, as it takes so long, and returns its figures; None where it takes longer than it is given."""
    smile = [*given.java, "segmentation.bench.SmileBenchmark", write(given.folder, job)[0], job.columns, job.k, job.starts]
    figures = bench.run(smile, timeout=SMILE_SECONDS)
    bench.say(f"{job}: Smile: {figures and figures['cpu']} s of processor time")
    return figures


def of(runs, side, name):
    """The figure of the first call in each process."""
    return [figures[name][0] for figures in runs[side]]


def warm(runs, side, name):
    """The mean of the second half of the calls in each process, as processor time is counted in steps of 10 ms."""
    return [float(np.mean(figures[name][(len(figures[name]) + 1) // 2:])) for figures in runs[side]]


def middle(calls):
    return figure(float(np.median(calls)))


def smile_ratio(runs):
    if "Smile" not in runs:
        return "-"
    base, figures = float(np.median(warm(runs, SIDES[1], "cpu"))), runs["Smile"]
    return figure(figures["cpu"][0] / base) if figures else f"over {SMILE_SECONDS / base:.0f}"


def ratios(measured):
    """Prints what the limits are about, and returns whether all hold."""
    rows, held = [], []
    for job, runs in measured.items():
        cpu, wall = (ratio(warm(runs, side, name), warm(runs, SIDES[1], name))
                     for side, name in ((SIDES[0], "cpu"), (SIDES[2], "seconds")))
        first = ratio(of(runs, SIDES[0], "cpu"), of(runs, SIDES[1], "cpu"))
        both = ratio(warm(runs, SIDES[2], "seconds"), warm(runs, SIDES[3], "seconds"))
        apart = max(abs(a / b - 1) for side in SIDES for a, b in zip(of(runs, side, "wcss"), of(runs, SIDES[1], "wcss")))
        checks = [cpu <= CPU_LIMIT, wall <= WALL_LIMIT, apart <= AGREEMENT]
        held += checks
        rows.append([str(job), smile_ratio(runs), f"{cpu:.2f}", verdict(checks[0]), f"{first:.2f}", f"{wall:.2f}",
                     verdict(checks[1]), f"{both:.2f}", f"{apart:.0e} {verdict(checks[2])}"])
    table(["work", "Smile, CPU", "ours, CPU", f"≤ {CPU_LIMIT}", "first call", "ours on all cores, wall", f"≤ {WALL_LIMIT}",
           "same, to scikit-learn on all", "WCSS apart"], rows)
    return all(held)


def seconds(measured):
    one, all_cores = (SIDES[1], SIDES[0]), (SIDES[3], SIDES[2])
    rows = [[str(job), f"{int(runs[SIDES[1]][0]['iterations'][0]):,}",
             *(middle(warm(runs, side, "cpu")) for side in one), middle(of(runs, SIDES[0], "cpu")),
             *(middle(warm(runs, side, "seconds")) for side in all_cores), middle(of(runs, SIDES[2], "seconds"))]
            for job, runs in measured.items()]
    table(["seconds", "iterations", "scikit-learn, CPU", "ours, CPU", "first call", "scikit-learn, wall on all cores",
           "ours, wall on all cores", "first call"], rows)


def memory(measured):
    """Prints what a process held at most, and returns whether ours kept to its limit."""
    rows, held = [], []
    for job, runs in measured.items():
        limit = MEMORY_FACTOR * job.megabytes + MEMORY_BASE
        above = max(p - i for side in (SIDES[0], SIDES[2]) for p, i in zip(of(runs, side, "peak"), of(runs, side, "idle")))
        held.append(above <= limit)
        rows.append([str(job), figure(job.megabytes), figure(above), figure(limit), verdict(held[-1]),
                     figure(max(of(runs, SIDES[2], "peak"))), figure(max(of(runs, SIDES[3], "peak")))])
    table(["MB at most", "matrix", "ours above an idle JVM", "limit", "", "ours, whole process", "scikit-learn, whole process"],
          rows)
    return all(held)


def limits(measured, java):
    """Prints the least seconds that the machine would need, were it not to wait for anything, and our share of that."""
    best = bench.run([java[0], "--add-modules", "jdk.incubator.vector", *java[1:], "segmentation.bench.MachineBenchmark"])
    print(f"Measured: reading {figure(best['read_one'][0])} GB/s by one thread, {figure(best['read_all'][0])} by all; "
          f"{figure(best['fma_one'][0])} thousand million multiply-adds a second by one, {figure(best['fma_all'][0])} by all.\n")
    rows = []
    for job, runs in measured.items():
        iterations = runs[SIDES[1]][0]["iterations"][0]
        adds, read = job.rows * job.columns * job.k * iterations / 1e9, job.megabytes * iterations / 1e3
        row = [str(job), figure(adds), figure(read)]
        for threads, side, name in (("one", SIDES[0], "cpu"), ("all", SIDES[2], "seconds")):
            least = max(adds / best["fma_" + threads][0], read / best["read_" + threads][0])
            row += [figure(least), f"{least / np.median(warm(runs, side, name)):.0%}"]
        rows.append(row)
    table(["work", "10⁹ multiply-adds", "GB read", "least s, one thread", "ours reaches", "least s, all", "ours reaches"], rows)


def main():
    arguments = bench.arguments()
    arguments.add_argument("--without-smile", action="store_true")
    arguments.add_argument("java", nargs="+", help="the command that runs a class")
    given = arguments.parse_args()

    print(f"## K-Means\n\nPairs: {given.pairs}; {bench.machine(given.java_version)}\n", flush=True)
    measured = {job: measure(job, given) for job in JOBS}
    if not given.without_smile:
        for job, runs in measured.items():
            runs["Smile"] = measure_smile(job, given)
    print("CPU and wall time relative to scikit-learn on one thread, once the JVM has compiled, and in the first call of a process:\n")
    passed = [ratios(measured)]
    seconds(measured)
    passed.append(memory(measured))
    limits(measured, given.java)
    sys.exit(0 if all(passed) else 1)


if __name__ == "__main__":
    main()
