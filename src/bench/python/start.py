"""Times what a student waits for: the kernel's start, the first fits on 200 rows, and the program. See environment/bench."""
import pathlib, shutil, statistics, sys, time

import jupyter_client

import bench
from bench import figure, table

SETUP = """
import segmentation.data.customers.*;
import segmentation.features.*;
import segmentation.model.*;
CustomerTable customers = DatasetStore.ofProject().load("mall-customers");
FeatureMatrix matrix = FeatureMatrix.of(customers, "Annual Income (k$)", "Spending Score (1-100)");"""
FIT = "KMeans.fit(matrix, 5).wcss()"
FITS = 10
PYTHON = """
import time
began = time.perf_counter()
import pandas, sys
from sklearn.cluster import KMeans
x = pandas.read_csv(sys.argv[1]).iloc[:, [3, 4]].to_numpy(float)
print("import_and_read", time.perf_counter() - began)
for call in range(10):
    began = time.perf_counter()
    KMeans(5, n_init=200, max_iter=300, tol=0, random_state=42).fit(x)
    print(f"fit_{call + 1}", time.perf_counter() - began)
"""
COSTLY = "gap,prediction-strength,stability,null"


def in_kernel():
    """Seconds from starting the kernel to its first answer, of the setup cell, and of each fit, as the notebook sees them."""
    began = time.perf_counter()
    manager, client = jupyter_client.manager.start_new_kernel(kernel_name="java")

    def answer(cell):
        before = time.perf_counter()
        reply = client.execute_interactive(cell, timeout=60, output_hook=lambda message: None)
        if reply["content"]["status"] != "ok":
            sys.exit(f"The kernel could not run a cell: {reply['content']}")
        return time.perf_counter() - before

    try:
        answer("1 + 1")
        start = time.perf_counter() - began
        return {"first answer": start, "setup": answer(SETUP), "fits": [answer(FIT) for _ in range(FITS)]}
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def in_python(path):
    began = time.perf_counter()
    figures = bench.run([sys.executable, "-c", PYTHON, path])
    whole = time.perf_counter() - began
    return {"setup": figures["import_and_read"][0], "fits": [figures[f"fit_{call + 1}"][0] for call in range(FITS)],
            "first answer": whole - sum(sum(values) for values in figures.values())}


def program(segment, path, out):
    """Wall seconds of the program by what it is asked for."""
    fit = [segment, "fit", path, "--features", "Annual Income (k$),Spending Score (1-100)", "--out", out]
    calls = {
        "environment/segment --version": [segment, "--version"],
        "environment/segment fit, k = 5, without the costly parts": [*fit, "--k", "5", "--skip", COSTLY],
        "environment/segment fit, everything": fit,
    }
    seconds = {}
    for name, command in calls.items():
        shutil.rmtree(out, ignore_errors=True)
        seconds[name] = bench.process(command)[0]
    return seconds


def main():
    arguments = bench.arguments()
    arguments.add_argument("--mall-file", type=pathlib.Path, required=True)
    arguments.add_argument("--segment", type=pathlib.Path, required=True)
    given = arguments.parse_args()

    print(f"## Start\n\nRuns: {given.pairs}; {bench.machine(given.java_version)}\n", flush=True)
    kernel, python, programs = [], [], []
    for run in range(1, given.pairs + 1):
        kernel.append(in_kernel())
        python.append(in_python(given.mall_file))
        programs.append(program(given.segment, given.mall_file, given.folder / "mall-segments"))
        bench.say(f"run {run} of {given.pairs}: kernel {kernel[-1]['first answer']:.2f} s")

    def row(name, pick):
        return [name, *(figure(statistics.median(map(pick, runs))) for runs in (kernel, python))]

    table(["seconds", "our kernel", "Python with scikit-learn"], [
        row("start to first answer", lambda run: run["first answer"]),
        row("imports, and reading 200 customers", lambda run: run["setup"]),
        row("first fit, k = 5, 200 starts", lambda run: run["fits"][0]),
        row("second", lambda run: run["fits"][1]),
        row("tenth", lambda run: run["fits"][-1]),
    ])
    table(["the program, 200 customers", "seconds"],
          [[name, figure(statistics.median(run[name] for run in programs))] for name in programs[0]])


if __name__ == "__main__":
    main()
