"""Times a million rows from CSV to report, stage by stage, and the reading against pandas. See environment/bench."""
import os, pathlib, pty, re, shutil, statistics, subprocess, sys, time

import numpy as np

import bench, engine
from bench import figure, table, verdict

JOB = engine.Job(1_000_000, 8, 8)
READING_LIMIT = 3
CALLS = 2
TICKS = os.sysconf("SC_CLK_TCK")
STAGE = re.compile(r"\r(?P<stage>[^\r\n:]+?)(: \d+ of \d+)?, [\d.,]+ s")


def write(folder):
    """Makes the file, the same one every time."""
    path = folder / "million.csv"
    if not path.exists():
        values = np.fromfile(engine.write(folder, JOB)[0], "<f8").reshape(-1, JOB.columns)
        part = path.with_suffix(".part")
        np.savetxt(part, values, "%.6g", ",", comments="", header=",".join(f"x{j}" for j in range(1, JOB.columns + 1)))
        part.rename(path)
    return path


def processor(pid):
    """Processor seconds of a running process."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def staged(command):
    """Runs a command on a terminal of its own, where it says each stage as it begins.

    Returns the wall and processor seconds of each stage, those of the whole, and the most MB held. What ends within two
    seconds of the start, before anything is said, counts for the first stage that is."""
    ours, its = pty.openpty()
    began, said = time.perf_counter(), b""
    process = subprocess.Popen([*map(str, command)], stdin=its, stdout=its, stderr=its)
    os.close(its)
    marks = [("", 0.0, 0.0)]
    while chunk := read(ours):
        now, cpu = time.perf_counter() - began, processor(process.pid)
        said += chunk
        for found in STAGE.finditer(chunk.decode(errors="replace")):
            stage = "reading" if found["stage"].startswith("reading") else found["stage"]
            if stage != marks[-1][0]:
                marks.append((stage, now, cpu))
    os.close(ours)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{said.decode(errors='replace')[-2000:]}")
    end = time.perf_counter() - began, usage.ru_utime + usage.ru_stime
    starts = [(stage, wall, cpu) for stage, wall, cpu in marks[1:]]
    starts[0] = (starts[0][0], 0.0, 0.0)
    ends = [(wall, cpu) for _, wall, cpu in starts[1:]] + [end]
    stages = {stage: (wall - w, cpu - c) for (stage, w, c), (wall, cpu) in zip(starts, ends)}
    return stages, end, usage.ru_maxrss * 1024 / 1e6


def read(terminal):
    """What a program has written there since; nothing once it has ended."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def print_stages(runs):
    def row(name, pick):
        wall, cpu = (statistics.median(pick(run)[i] for run in runs) for i in (0, 1))
        return [name, figure(wall), figure(cpu)]

    rows = [row(stage, lambda run: run[0].get(stage, (0, 0))) for stage in runs[0][0]]
    table(["stage", "seconds", "CPU seconds"], [*rows, row("**whole process**", lambda run: run[1])])
    print(f"At most {max(run[2] for run in runs):,.0f} MB; the matrix alone is {JOB.megabytes:,.0f} MB.\n")


def print_reading(ours, theirs):
    """Compares the first calls, as a program reads its file once."""
    def row(name, runs):
        return [name, *(figure(statistics.median(run[what][call] for run in runs))
                        for what, call in (("seconds", 0), ("cpu", 0), ("seconds", -1), ("cpu", -1), ("peak", 0)))]

    ratio = bench.ratio([run["seconds"][0] for run in ours], [run["seconds"][0] for run in theirs])
    table(["reading the CSV", "seconds", "CPU", "second call", "CPU", "MB at most"],
          [row("ours", ours), row("pandas.read_csv", theirs)])
    print(f"Reading, wall, first call: {ratio:.2f} of pandas'; limit {READING_LIMIT}: {verdict(ratio <= READING_LIMIT)}.")
    return ratio <= READING_LIMIT


def main():
    arguments = bench.arguments()
    arguments.add_argument("--segment", type=pathlib.Path, required=True)
    arguments.add_argument("java", nargs="+", help="the command that runs a class")
    given = arguments.parse_args()

    print(f"## A million rows\n\nPairs: {given.pairs}; {bench.machine(given.java_version)}\n", flush=True)
    path, out = write(given.folder), given.folder / "million-segments"
    whole, ours, theirs = [], [], []
    for pair in range(1, given.pairs + 1):
        shutil.rmtree(out, ignore_errors=True)
        whole.append(staged([given.segment, "fit", path, "--k", JOB.k, "--out", out]))
        ours.append(bench.run([*given.java, "segmentation.bench.CsvBenchmark", path, CALLS]))
        theirs.append(bench.run([sys.executable, bench.HERE / "read_csv.py", path, CALLS]))
        bench.say(f"pair {pair} of {given.pairs}: whole {whole[-1][1]} s, reading {ours[-1]['seconds']} s, "
                  f"pandas {theirs[-1]['seconds']} s")
    print_stages(whole)
    sys.exit(0 if print_reading(ours, theirs) else 1)


if __name__ == "__main__":
    main()
