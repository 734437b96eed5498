"""What a worker costs with the packages that exercises can require, beside one without.

    python tests/tools/bench_packages.py

Each life is a fork, the lockdown, loading a line, one call, and the end. The kinds take turns.
"""

from __future__ import annotations

import re
import statistics
import time
from pathlib import Path

from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits

KINDS = [frozenset[str](), frozenset({"scipy"}), frozenset({"pandas"}), frozenset({"pandas", "matplotlib"})]
ROUNDS = 100
SOURCE = "import numpy as np\n\ndef f(x):\n    return x\n"


def life(zygote: Zygote, packages: frozenset[str]) -> float:
    """Return the seconds from the start of a worker to its end."""
    start = time.perf_counter()
    worker = zygote.worker(Limits(), packages)
    worker.ask(["load", "submission", [["a.py", SOURCE]]], 20)
    worker.ask(["call", "f", [1], {}], 20)
    worker.end()
    return time.perf_counter() - start


def own_memory(pid: int) -> int:
    """Return the bytes that only this process uses. Source: proc(5), smaps_rollup."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return sum(1024 * int(number) for number in re.findall(r"Private_\w+: +(\d+)", text))


def main() -> None:
    with Zygote() as zygote:
        starts = dict[frozenset[str], float]()
        for kind in KINDS:
            start = time.perf_counter()
            zygote.worker(Limits(), kind).end()
            starts[kind] = time.perf_counter() - start
        lives = {kind: list[float]() for kind in KINDS}
        for _ in range(ROUNDS):
            for kind in KINDS:
                lives[kind].append(life(zygote, kind))
        for kind in KINDS:
            pid = zygote.others.get(kind, zygote).process.pid
            middle, memory = statistics.median(lives[kind]), own_memory(pid) >> 20
            name = ", ".join(sorted(kind)) or "none"
            times = f"started in {starts[kind]:.1f} s, a worker's life {1000 * middle:.1f} ms"
            print(f"{name:<20} {times}, {memory} MiB in the zygote")


if __name__ == "__main__":
    main()
