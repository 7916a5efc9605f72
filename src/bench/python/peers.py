"""Who else runs the jobs of environment/bench engine: what is there, and the quickest way of each."""
import dataclasses, importlib.util, os, pathlib, sys

import numpy as np

import bench

ONE = ", one thread"

# A way that takes longer on a trial, of at most 100,000 rows, is not the quickest.
TRIAL_SECONDS = 60

# A run that takes longer is none.
MOST_SECONDS = 900

# A peer that takes so many times as long as the quickest on the trial is run once.
FAR = 2

ELKI_WAYS = "lloyd", "elkan", "simplified-elkan", "hamerly", "annulus", "exponion", "shallot", "yinyang"


@dataclasses.dataclass(frozen=True)
class Peer:
    """A program beside ours; of scikit-learn, its other way.

    command takes a way and the arguments of a job: values, starts, columns, k, calls. missing says why it cannot be run."""
    name: str
    ways: tuple
    command: object
    threads: bool = True
    missing: str = ""


def add_arguments(parser):
    parser.add_argument("--mlpack", default="", help="the program that runs mlpack's K-Means")
    parser.add_argument("--elki", default="", help="the class path of ELKI's side")


def known(given):
    """Returns the peers beside scikit-learn's Lloyd, those too that are missing."""
    python = [sys.executable, "-B"]
    elki = [given.java[0], "-XX:ActiveProcessorCount=1", *given.java[1:-1], f"{given.java[-1]}:{given.elki}",
            "segmentation.bench.ElkiBenchmark"]
    return [
        Peer("scikit-learn", ("elkan",), lambda way, job: [*python, bench.HERE / "scikit_learn.py", *job, way]),
        Peer("mlpack", ("naive", "elkan", "hamerly", "dual-tree"), lambda way, job: [given.mlpack, way, *job],
             missing="" if given.mlpack else "no libmlpack-dev, or no g++"),
        Peer("OpenCV", ("in floats",), lambda way, job: [*python, bench.HERE / "opencv.py", *job],
             missing="" if importlib.util.find_spec("cv2") else "no python3-opencv"),
        Peer("ELKI", ELKI_WAYS, lambda way, job: [*elki, way, *job], threads=False,
             missing="" if given.elki else "Maven could not bring its libraries"),
    ]


def missing(given):
    """One sentence on the peers that are not there; empty where all are."""
    named = "; ".join(f"{peer.name} ({peer.missing})" for peer in known(given) if peer.missing)
    return f"Not there, and so left out: {named}." if named else ""


class Field:
    """The peers of one job, each in the way that was quickest on one thread on a trial."""

    def __init__(self, title, trial, given):
        self.peers = [peer for peer in known(given) if not peer.missing]
        self.ways, self.took = {}, {}
        for peer in self.peers:
            cpu = {way: self.tried(title, peer, way, trial) for way in peer.ways}
            way = min(cpu, key=cpu.get)
            if np.isfinite(cpu[way]):
                self.ways[peer.name], self.took[peer.name] = way, cpu[way]

    def tried(self, title, peer, way, trial):
        figures = bench.run(peer.command(way, trial), bench.threads(1), TRIAL_SECONDS)
        cpu = figures["cpu"][-1] if figures else np.inf
        bench.say(f"{title}, trial: {peer.name}, {way}: {cpu:.3g} s of processor time")
        return cpu

    def sides(self, job):
        """Returns what runs each on one thread and on all, by name, and the names of those that are run once."""
        sides, once = {}, set()
        for peer in self.peers:
            if peer.name in self.ways:
                name = f"{peer.name} {self.ways[peer.name]}"
                command = peer.command(self.ways[peer.name], job)
                of_peer = {name + ONE: 1, **({name: os.cpu_count()} if peer.threads else {})}
                for side, threads in of_peer.items():
                    sides[side] = lambda command=command, threads=threads: bench.run(
                        command, bench.threads(threads), MOST_SECONDS)
                if self.took[peer.name] > FAR * min(self.took.values()):
                    once |= set(of_peer)
        return sides, once
