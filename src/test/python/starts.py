"""Starts the kernel many times through Jupyter's own client: each time it answers one cell and is shut down.

    JUPYTER_PATH=target/jupyter python3 src/test/python/starts.py --starts 100 --loops 16

Ends with 1 where a start failed, an answer was wrong, a reply was missing or a process was left. Waits end on events; the
limit of minutes only ends what hangs. The kernelspec `java` is there after environment/test --jupyter or environment/lab.
"""

import argparse
import contextlib
import statistics
import subprocess
import sys
import time

from jupyter_client import KernelManager

NET = 300


def answer(client):
    """Returns what the kernel shows for a cell, once it says that it is idle again."""
    shown = []

    def note(message):
        if message["msg_type"] == "execute_result":
            shown.append(message["content"]["data"]["text/plain"])

    reply = client.execute_interactive("6 * 7", output_hook=note, timeout=NET)
    return reply["content"]["status"], shown


def start(kernel):
    """Starts, asks and shuts down once; returns the seconds to the answer and those from there to the end."""
    manager = KernelManager(kernel_name=kernel)
    began = time.monotonic()
    manager.start_kernel(stderr=subprocess.PIPE)
    process = manager.provisioner.process
    client = manager.blocking_client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=NET)
        given = answer(client)
        if given != ("ok", ["42"]):
            raise RuntimeError(f"the cell was answered by {given}")
        answered = time.monotonic()
        reply = client.shutdown(reply=True, timeout=NET)
        if reply["content"]["restart"]:
            raise RuntimeError(f"the shutdown was answered by {reply['content']}")
        code = process.wait(NET)
        if code != 0:
            raise RuntimeError("it did not end well")
        return answered - began, time.monotonic() - answered
    except RuntimeError as failure:
        if process.poll() is not None:
            said = process.stderr.read().decode().strip()
            raise RuntimeError(f"{failure}; the process ended with {process.returncode}: {said}") from failure
        raise
    finally:
        client.stop_channels()
        if process.poll() is None:
            process.kill()
            process.wait()
        manager.cleanup_resources()


@contextlib.contextmanager
def busy(loops):
    """Keeps the processors busy with loops that do nothing."""
    running = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(loops)]
    try:
        yield
    finally:
        for loop in running:
            loop.kill()
            loop.wait()


def figures(name, seconds):
    return f"{name} median {statistics.median(seconds):.2f} s, longest {max(seconds):.2f} s"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--kernel", default="java")
    parser.add_argument("--starts", type=int, default=100)
    parser.add_argument("--loops", type=int, default=0, help="busy loops beside the starts")
    arguments = parser.parse_args()
    times = []
    failures = []
    with busy(arguments.loops):
        for number in range(1, arguments.starts + 1):
            try:
                times.append(start(arguments.kernel))
            except Exception as failure:  # any failure counts, whatever it is
                failures.append(f"start {number}: {type(failure).__name__}: {failure}")
                print(failures[-1], file=sys.stderr, flush=True)
            if number % 10 == 0:
                print(f"  {number} of {arguments.starts} starts", file=sys.stderr, flush=True)
    print(f"{len(times)} passed, {len(failures)} failed")
    if times:
        answers, ends = zip(*times)
        print(f"{figures('start to answer', answers)}; {figures('shutdown to end', ends)}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
