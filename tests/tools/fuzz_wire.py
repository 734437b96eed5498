"""Throw damaged frames at the wire: `python tests/tools/fuzz_wire.py 1000000`.

Each frame is a value or a ProtocolError, at once.

Frames of real values are cut, spliced and sprinkled with the letters of the format. Most then get lengths
that agree again, so that
what is behind them is reached. The same numbers give the same frames.
"""

from __future__ import annotations

import random
import resource
import struct
import sys
import time
from collections import Counter
from datetime import datetime

import numpy as np

from autograder.checks import frame as table
from autograder.worker import wire

VALUES = [
    ["call", "f", [np.arange(12.0).reshape(3, 4), np.ones((2, 2), np.uint8).T], {"stride": 2, "padding": 1}],
    [
        "value",
        (
            np.array([[1, np.nan]], np.float32),
            [None, True, 1.5, -(10**30)],
            {"a": b"bytes", 3: "ä" * 70, (1, "x"): 2j},
        ),
    ],
    ["raised", "ValueError", "text \\ \" {}[]", "cell 1", 7, "x = [", 5],
    ["value", table({"a": [1, 2], "b": ["ä", None], "c": [1, "x"], "d": [datetime(2026, 1, 2), None]})],
    [[[[["deep"]]]], [0] * 50, {"rows": [("conv2d", (None, 14, 14, 16), 160)] * 3}],
]  # fmt: skip
LETTERS = b'\0\xff"[]{}:,-.0179eEtdabcsnul<>|fiCFS\\ '
SLOWEST, GROWTH = 0.5, 64  # seconds of a frame, and MiB of the process, both far above what is seen


def frames(many: int, chance: random.Random) -> list[bytes]:
    """Return damaged frames."""
    seeds = [wire.encode(value) for value in VALUES]
    made = []
    for _ in range(many):
        seed = chance.choice(seeds)
        end = 8 + struct.unpack_from("<I", seed, 4)[0]
        skeleton, body = bytearray(seed[8:end]), bytearray(seed[end:])
        for _ in range(chance.randrange(1, 6)):
            damage(chance.choice([skeleton, skeleton, skeleton, body]), chance.choice(seeds), chance)
        lengths = 8 + len(skeleton) + len(body), len(skeleton) + (chance.random() < 0.05)
        made.append(struct.pack("<II", *lengths) + skeleton + body)
    return made


def damage(data: bytearray, other: bytes, chance: random.Random) -> None:
    """Cut something out, put something in, repeat something, or change a letter."""
    place, start = chance.randrange(len(data) + 1), chance.randrange(8, len(other))
    match chance.randrange(6):
        case 0:
            del data[place : place + chance.randrange(1, 9)]
        case 1:
            data[place:place] = other[start : start + chance.randrange(1, 40)]
        case 2:
            data[place:place] = data[place : place + 20] * chance.randrange(1, 9)
        case _:
            data[place : place + 1] = bytes([chance.choice(LETTERS)])


def main(many: int = 1_000_000) -> int:
    """Decode so many frames; print what came of them, and return how much isn't as it must be."""
    chance, outcomes, slowest, start = random.Random(0), Counter[str](), 0.0, time.monotonic()
    before = 0
    for done in range(0, many, 10_000):
        for frame in frames(min(10_000, many - done), chance):
            begun = time.process_time()
            try:
                wire.decode(frame)
                outcomes["values"] += 1
            except wire.ProtocolError as error:
                outcomes[str(error)] += 1
            slowest = max(slowest, time.process_time() - begun)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        before = before or peak
    print(
        f"{many:,} frames in {time.monotonic() - start:.0f} s; the slowest took {1000 * slowest:.1f} ms; "
        f"{before} MiB, then {peak} MiB"
    )
    for outcome, times in outcomes.most_common():
        print(f"{times:>9,}  {outcome}")
    return (slowest > SLOWEST) + (peak > before + GROWTH) + (not outcomes["values"])


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
