"""What calls of a job cost in this process, printed as our Meter prints it."""
import pathlib, re, time


def peak():
    """MB that this process has held at most; NaN where the system does not say."""
    status = pathlib.Path("/proc/self/status")
    return int(re.search(r"VmHWM:\s*(\d+)", status.read_text())[1]) * 1024 / 1e6 if status.exists() else float("nan")


IDLE = peak()


def timed(calls, job):
    """Calls a job so many times, prints what it cost, and returns the last result."""
    seconds, cpu, most = [], [], None
    for _ in range(calls):
        began, cpu_before = time.perf_counter(), time.process_time()
        result = job()
        seconds.append(time.perf_counter() - began)
        cpu.append(time.process_time() - cpu_before)
        most = most or peak()
    for name, figures in ("seconds", seconds), ("cpu", cpu), ("idle", [IDLE]), ("peak", [most]):
        print(name, *figures)
    return result
