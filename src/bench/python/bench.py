"""What the benchmarks in this folder share: processes that print figures by name, medians, and Markdown."""
import argparse, math, os, pathlib, platform, statistics, subprocess, sys, time

HERE = pathlib.Path(__file__).parent


def arguments():
    """Returns a parser of what every job is told; a job adds what it needs besides."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pairs", type=int, required=True)
    parser.add_argument("--folder", type=pathlib.Path, required=True, help="for data and results")
    parser.add_argument("--java-version", required=True)
    return parser


def say(text):
    print(text, file=sys.stderr, flush=True)


def text(command, environment=None, timeout=None):
    """Runs a process that must succeed and returns what it prints; None where it takes too long."""
    try:
        told = subprocess.run([*map(str, command)], capture_output=True, text=True, timeout=timeout,
                              env={**os.environ, **(environment or {})})
    except subprocess.TimeoutExpired:
        return None
    if told.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{told.stderr[-2000:]}")
    return told.stdout


def run(command, environment=None, timeout=None):
    """Returns the figures that a process prints, a name and figures a line; None where it takes too long."""
    printed = text(command, environment, timeout)
    lines = (line.split() for line in (printed or "").splitlines())
    return None if printed is None else {name: [float(figure) for figure in figures] for name, *figures in lines}


def process(command, **changes):
    """Runs a command that must succeed; returns wall and processor seconds, and the most MB that a process of it held."""
    began = time.perf_counter()
    started = subprocess.Popen([*map(str, command)], env={**os.environ, **changes}, stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE)
    said = started.stderr.read()
    _, status, usage = os.wait4(started.pid, 0)
    seconds = time.perf_counter() - began
    if status != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{said.decode()[-2000:]}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6


def threads(count):
    """The variables that make NumPy and scikit-learn use so many threads."""
    return {name: str(count) for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")}


def ratio(ours, theirs):
    """The median over the pairs, which a change of the machine's load in the course of the run hardly touches."""
    return statistics.median(a / b for a, b in zip(ours, theirs))


def verdict(held):
    return "pass" if held else "**FAIL**"


def figure(value):
    """Three digits, as many as a timing is good for."""
    if math.isnan(value):
        return "-"
    digits = 2 - math.floor(math.log10(abs(value))) if value else 0
    return f"{value:,.{max(0, digits)}f}"


def table(header, rows):
    print(f"| {' | '.join(header)} |\n|{'---|' * len(header)}")
    for row in rows:
        print(f"| {' | '.join(row)} |")
    print()


def first_line(path, name, otherwise):
    """The value of the first line of a file of /proc that begins with a name."""
    try:
        lines = pathlib.Path(path).read_text().splitlines()
    except OSError:
        return otherwise
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith(name)), otherwise)


def machine(java_version):
    """One sentence on what the figures were taken on."""
    import numpy, sklearn
    memory = first_line("/proc/meminfo", "MemTotal", "0 kB").split()[0]
    load = ", ".join(f"{average:.1f}" for average in os.getloadavg())
    return (f"{first_line('/proc/cpuinfo', 'model name', platform.processor())}, {os.cpu_count()} cores, "
            f"{int(memory) / 2 ** 20:.0f} GB, {platform.system()} {platform.release().split('-')[0]}, "
            f"Java {java_version}, scikit-learn {sklearn.__version__}, NumPy {numpy.__version__}, "
            f"Python {platform.python_version()}; load before (1, 5, 15 min) {load}.")
