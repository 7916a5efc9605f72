"""Times K-Means from given starting centroids, ours against its peers. See environment/bench."""
import dataclasses, os, sys

import numpy as np

import bench, peers
from bench import figure, ratio, table, verdict

CPU_LIMIT, WALL_LIMIT, FIRST_LIMIT = .6, .4, 1
MEMORY_FACTOR, MEMORY_BASE = 1.5, 64
AGREEMENT = 1e-9
SMILE_SECONDS = 900
TRIAL_ROWS = 100_000
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


def measure(job, given, wanted=SIDES, field=None):
    """Runs the sides in turn, the peers of a field too, and returns their figures, a list for each side."""
    values, starts = write(given.folder, job)
    of_job = [values, starts, job.columns, job.k, job.calls]
    ours = [*given.java, "segmentation.model.EngineBenchmark", *of_job]
    one_core = [ours[0], "-XX:ActiveProcessorCount=1", *ours[1:]]
    theirs = [sys.executable, bench.HERE / "scikit_learn.py", *of_job]
    own = {
        SIDES[0]: lambda: bench.run(one_core),
        SIDES[1]: lambda: bench.run(theirs, bench.threads(1)),
        SIDES[2]: lambda: bench.run(ours),
        SIDES[3]: lambda: bench.run(theirs, bench.threads(os.cpu_count())),
    }
    others, once = field.sides(of_job) if field else ({}, set())
    sides = {**{side: own[side] for side in wanted},
             **{side: run for side, run in others.items() if side.endswith(peers.ONE) or SIDES[3] in wanted}}
    runs = {side: [] for side in sides}
    for pair in range(1, given.pairs + 1):
        for side in sides:
            if pair == 1 or side not in once and runs[side]:
                figures = sides[side]()
                runs[side] += [figures] if figures else []
                bench.say(f"{job}: pair {pair} of {given.pairs}, {side}: {figures and figures['cpu']} s of processor time")
    return {side: figures for side, figures in runs.items() if figures}


def field_of(job, given):
    """Tries the ways of the peers on a job of the same kind with at most 100,000 rows."""
    trial = dataclasses.replace(job, rows=min(job.rows, TRIAL_ROWS))
    return peers.Field(str(trial), [*write(given.folder, trial), trial.columns, trial.k, 3], given)


def on_one_thread(runs):
    """The sides that are held against ours on one thread: those whose WCSS agrees."""
    return [side for side in runs if side.endswith(peers.ONE) and side != SIDES[0] and apart(runs, side) <= AGREEMENT]


def on_all_cores(runs):
    """The same on all cores; a peer without threads has what it has."""
    names = [side for side in runs if side not in (SIDES[0], SIDES[2], "Smile")]
    return [side for side in names if not (side.endswith(peers.ONE) and side.removesuffix(peers.ONE) in names)
            and apart(runs, side) <= AGREEMENT]


def apart(runs, side):
    """How far the WCSS of a side is from scikit-learn's, at most, as a share."""
    base = of(runs, SIDES[1], "wcss")[0]
    return max(abs(wcss / base - 1) for wcss in of(runs, side, "wcss"))


def quickest(runs, sides, pick, name):
    return min(sides, key=lambda side: np.median(pick(runs, side, name)))


def first_call(runs):
    """The quickest peer of a first call on one thread, and what of its processor time ours takes in one."""
    peer = quickest(runs, on_one_thread(runs), of, "cpu")
    return peer, ratio(of(runs, SIDES[0], "cpu"), of(runs, peer, "cpu"))


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
    """Prints what the limits are about, each held against the quickest peer, and returns whether all hold."""
    rows, held = [], []
    for job, runs in measured.items():
        one, both = (quickest(runs, sides, warm, name)
                     for sides, name in ((on_one_thread(runs), "cpu"), (on_all_cores(runs), "seconds")))
        cpu = ratio(warm(runs, SIDES[0], "cpu"), warm(runs, one, "cpu"))
        wall = ratio(warm(runs, SIDES[2], "seconds"), warm(runs, one, "seconds"))
        to_both = ratio(warm(runs, SIDES[2], "seconds"), warm(runs, both, "seconds"))
        first_peer, first = first_call(runs)
        wcss = max(apart(runs, side) for side in SIDES)
        limits = [(cpu, CPU_LIMIT), (first, FIRST_LIMIT), (wall, WALL_LIMIT)]
        checks = [value <= limit for value, limit in limits] + [wcss <= AGREEMENT]
        held += checks
        cells = [f"{value:.2f} {verdict(check)}" for (value, _), check in zip(limits, checks)]
        rows.append([str(job), smile_ratio(runs), one.removesuffix(peers.ONE), cells[0], first_peer.removesuffix(peers.ONE),
                     cells[1], cells[2], both, f"{to_both:.2f}", f"{wcss:.0e} {verdict(checks[3])}"])
    table(["work", "Smile, CPU", "quickest on one thread", f"ours, CPU ≤ {CPU_LIMIT}", "quickest first call",
           f"ours, CPU ≤ {FIRST_LIMIT}", f"ours on all cores, wall ≤ {WALL_LIMIT}", "quickest on all cores", "ours to it, wall",
           "WCSS apart"], rows)
    return all(held)


def print_peers(measured):
    """Prints what each peer took, how often it was run, and how far its WCSS is."""
    rows = []
    for job, runs in measured.items():
        for side in [side for side in runs if side.endswith(peers.ONE) and side != SIDES[0]]:
            name = side.removesuffix(peers.ONE)
            iterations = runs[side][0].get("iterations")
            walls = [middle(pick(runs, name, "seconds")) if name in runs else "-" for pick in (warm, of)]
            rows.append([str(job), name, middle(warm(runs, side, "cpu")), middle(of(runs, side, "cpu")), *walls,
                         f"{int(iterations[0]):,}" if iterations else "-", f"{apart(runs, side):.0e}", str(len(runs[side]))])
    table(["seconds of the peers", "peer", "CPU, one thread", "first call", "wall, all cores", "first call", "iterations",
           "WCSS apart", "runs"], rows)


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


def machine_limits(java):
    """What the machine can do at best: thousand million multiply-adds and GB read a second, by one thread and by all."""
    return bench.run([java[0], "--add-modules", "jdk.incubator.vector", *java[1:], "segmentation.bench.MachineBenchmark"])


def shares(job, runs, best):
    """Yields for one thread and for all the least seconds that the machine would need, and our share of that."""
    iterations = runs[SIDES[1]][0]["iterations"][0]
    adds, read = job.rows * job.columns * job.k * iterations / 1e9, job.megabytes * iterations / 1e3
    for threads, side, name in (("one", SIDES[0], "cpu"), ("all", SIDES[2], "seconds")):
        least = max(adds / best["fma_" + threads][0], read / best["read_" + threads][0])
        yield adds, read, least, least / float(np.median(warm(runs, side, name)))


def limits(measured, java):
    """Prints the least seconds that the machine would need, were it not to wait for anything, and our share of that."""
    best = machine_limits(java)
    print(f"Measured: reading {figure(best['read_one'][0])} GB/s by one thread, {figure(best['read_all'][0])} by all; "
          f"{figure(best['fma_one'][0])} thousand million multiply-adds a second by one, {figure(best['fma_all'][0])} by all.\n")
    rows = []
    for job, runs in measured.items():
        (adds, read, *one), (_, _, *both) = shares(job, runs, best)
        rows.append([str(job), figure(adds), figure(read), figure(one[0]), f"{one[1]:.0%}", figure(both[0]), f"{both[1]:.0%}"])
    table(["work", "10⁹ multiply-adds", "GB read", "least s, one thread", "ours reaches", "least s, all", "ours reaches"], rows)


def main():
    arguments = bench.arguments()
    arguments.add_argument("--without-smile", action="store_true")
    peers.add_arguments(arguments)
    arguments.add_argument("java", nargs="+", help="the command that runs a class")
    given = arguments.parse_args()

    print(f"## K-Means\n\nPairs: {given.pairs}; {bench.machine(given.java_version)} {peers.missing(given)}\n", flush=True)
    measured = {job: measure(job, given, field=field_of(job, given)) for job in JOBS}
    if not given.without_smile:
        for job, runs in measured.items():
            runs["Smile"] = measure_smile(job, given)
    print("Relative to the quickest peer, once the JVM has compiled, and in the first call of a process:\n")
    passed = [ratios(measured)]
    seconds(measured)
    print_peers(measured)
    passed.append(memory(measured))
    limits(measured, given.java)
    sys.exit(0 if all(passed) else 1)


if __name__ == "__main__":
    main()
