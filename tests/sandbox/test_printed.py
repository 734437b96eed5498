"""What one's own code prints belongs to the request during which it was printed."""

from __future__ import annotations

import os

import pytest

from autograder.errors import TimedOut
from autograder.sandbox.limits import Limits
from autograder.sandbox.printed import MAX_KEPT, Printed
from autograder.sandbox.unisolated import ListeningWorker
from autograder.worker import batch

MARK = b"0123abcd"


def heard(*pieces: bytes) -> Printed:
    """Return what reads these pieces of output, one after the other."""
    reading, writing = os.pipe()
    printed = Printed(os.fdopen(reading, "rb"), MARK)
    for piece in pieces:
        os.write(writing, piece)
    os.close(writing)
    return printed


@pytest.mark.parametrize("size", [1, 3, 1000])
def test_marks_part_the_output_wherever_a_read_ends(size: int) -> None:
    """Text between marks is the text of a request; what comes behind the last is of one that was lost."""
    output = b"load\n" + MARK + b"0" + b"one" + MARK[:4] + b"\n" + MARK + b"0" + MARK + b"1" + "é…".encode()
    pieces = [output[at : at + size] for at in range(0, len(output), size)]

    printed = heard(*pieces)
    printed.reader.join()
    assert printed.take(1) == ["load\n", "one0123\n", "", "é…"]
    assert printed.requests == 1 and printed.take(1) == [""]


def test_of_a_flood_the_beginning_is_kept() -> None:
    """A loop that prints costs no memory, and the requests behind it have their own text."""
    printed = heard(*[b"h" * 1000] * 50, MARK + b"1after" + MARK + b"1")
    printed.reader.join()

    flood, after, _rest = printed.take(2)
    assert flood == "h" * MAX_KEPT and after == "after"


@pytest.mark.e2e
def test_a_worker_tells_what_each_request_printed() -> None:
    """Also the requests of a batch, the error stream, and a request that does not come back."""
    worker = ListeningWorker(Limits())
    code = "import sys\nprint('top')\ndef f(x):\n    print('f', x, file=sys.stderr)\n    while x > 5: pass\n"
    calls = [batch.pack(["call", "f", [number], {}]) for number in (1, 2)]
    try:
        worker.ask(["load", "submission", [["f.py", code]], []], 20)
        worker.ask(["batch", batch.join(calls, len(calls))], 20)
        assert worker.printed() == ["top\n", "f 1\n", "f 2\n", "", ""]
        with pytest.raises(TimedOut):
            worker.ask(["call", "f", [6], {}], 0.3)
        assert worker.printed() == ["f 6\n"] and worker.printed_while_loading() == "top\n"
    finally:
        worker.end()
