"""A submission's cells run as Jupyter runs them, and all that their code does ends in a reply."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pytest

from autograder.sandbox.forked import ForkedWorker, Zygote
from autograder.sandbox.limits import Limits
from autograder.worker import server as serve
from autograder.worker import wire


@pytest.fixture
def worker(zygote: Zygote) -> Iterator[ForkedWorker]:
    worker = zygote.worker(Limits())
    yield worker
    worker.end()


def load(worker: ForkedWorker, *cells: str, module: str = "submission") -> list[list[Any]]:
    """Load cells labelled 1, 2, …; return the failures."""
    outcome, failures = worker.ask(
        ["load", module, [[str(number), cell] for number, cell in enumerate(cells, 1)]], 5
    )
    assert outcome == "value"
    return list(failures)


def get(worker: ForkedWorker, name: str) -> Any:
    return worker.ask(["get", name], 5)


def call(worker: ForkedWorker, name: str, *arguments: Any, **keywords: Any) -> Any:
    return worker.ask(["call", name, list(arguments), keywords], 5)


GOOD_CELLS = {
    "line magics": "%matplotlib inline\n  \nx = 1",
    "shell lines": "!pip install numpy\n!ls\nx = 1",
    "help lines": "?print\nprint?\nprint??\nx = 1",
    "magics in a block": "if True:\n    %timeit 1\n    x = 1",
    "a timed cell": "%%time\nx = 1",
    "a captured cell": "%%capture out\nx = 1",
    "a converted notebook": (
        "get_ipython().run_line_magic('matplotlib', 'inline')\nget_ipython().system('ls')\nx = 1"
    ),
    "a display": "display(3)\nx = 1",
    "a question in a comment": "%time 1\nx = [\n    # is it right?\n    1][0]",
    "per cent that is no magic": "x = (7\n% 3)",
    "a future": "from __future__ import annotations\ndef f(a: Nothing): ...\nx = 1",
    "a main guard": "x = 1\nif __name__ == '__main__':\n    x = 2",
    "a dataclass": "import dataclasses\n@dataclasses.dataclass\nclass Point:\n    n: 'int'\nx = Point(1).n",
    "a pickle": "import pickle\nclass Point: ...\npickle.loads(pickle.dumps(Point()))\nx = 1",
    "its own module": "import sys\nvalue = 1\nx = sys.modules[__name__].value",
    "command-line options": (
        "import argparse\nx = 1 if not vars(argparse.ArgumentParser().parse_args()) else 2"
    ),
    "a question to nobody": "try:\n    input('size? ')\nexcept EOFError:\n    x = 1",
    "a comment without end": "#" + "x" * 100_000 + "\nx = 1",
    "Persian": "# سلام\nx = len('س')",
}


@pytest.mark.parametrize("case", GOOD_CELLS)
def test_what_honest_notebooks_and_scripts_hold_is_understood(worker: ForkedWorker, case: str) -> None:
    """Magics, shell lines and Jupyter's own names do nothing; the rest is plain Python in its own module."""
    assert load(worker, GOOD_CELLS[case]) == []
    assert get(worker, "x") == ["value", 1]


def test_a_cell_with_another_language_s_magic_is_left_out(worker: ForkedWorker) -> None:
    """`%%bash` and the like blank their whole cell, also after empty lines."""
    assert load(worker, "%%bash\nls $HOME", "\n\n%%javascript\nalert(1)", "x = 1") == []


def test_a_notebook_is_the_main_module(worker: ForkedWorker) -> None:
    """What a notebook guards with `__name__ == "__main__"` runs, as it does in Jupyter."""
    assert load(worker, "if __name__ == '__main__':\n    x = 1", module="__main__") == []
    assert get(worker, "x") == ["value", 1]


@pytest.mark.parametrize("first", ["", "try:\n    pass\nfinally:\n    pass\n", "nothing\n", "1 +\n"])
def test_a_future_of_one_cell_is_true_of_later_ones(worker: ForkedWorker, first: str) -> None:
    """`from __future__ import annotations` in a notebook's first cell counts in all, as it does in Jupyter.

    It does so, too, where the cell has a `try`, or fails.
    """
    load(
        worker,
        f"from __future__ import annotations\n{first}",
        "def f(a: Nothing): ...\nx = 1",
        module="__main__",
    )

    assert get(worker, "x") == ["value", 1]


FAILING_CELLS = {
    "a name": ("\nx = nothing", ["NameError", "name 'nothing' is not defined", "2", 2, ""]),
    "syntax": ("def f(:\n    pass", ["SyntaxError", "invalid syntax", "2", 1, "def f(:", 7]),
    "syntax further in": ("if 1:\n    x = ]", ["SyntaxError", None, "2", 2, "x = ]", 5]),
    "a return outside": ("\nreturn 1", ["SyntaxError", "'return' outside function", "2", 2, ""]),
    "syntax besides a magic": ("%time 1\ndef f(:", ["SyntaxError", "invalid syntax", "2", 2, "def f(:"]),
    "an exit": ("import sys\nsys.exit('bye')", ["SystemExit", "bye", "2", 2, ""]),
    "an interrupt": ("raise KeyboardInterrupt", ["KeyboardInterrupt", "", "2", 1, ""]),
    "a NUL": ("x = 1\0", None),
    "brackets without end": ("(" * 1000, None),
    "an error in a library": ("import json\n\njson.loads('{')", ["JSONDecodeError", None, "2", 3, ""]),
}


@pytest.mark.parametrize("case", FAILING_CELLS)
def test_a_failing_cell_is_reported_and_stops_no_later_one(worker: ForkedWorker, case: str) -> None:
    """The cells before and after a failing one count; the failure names its error, cell and line."""
    source, expected = FAILING_CELLS[case]
    (failure,) = load(worker, "before = 1", source, "after = before + 1")
    assert get(worker, "after") == ["value", 2]
    for found, wanted in zip(failure, expected or [], strict=False):
        assert wanted is None or found == wanted


RAISING = """
import sys

class Mute(Exception):
    def __str__(self): raise SystemExit
class Liar(Exception):
    __traceback__ = property(lambda self: 1 / 0)
class Meta(type):
    __name__ = property(lambda self: 1 / 0)
class Nameless(Exception, metaclass=Meta): ...
class Hidden(SyntaxError):
    filename = property(lambda self: 1 / 0)

def mute(): raise Mute
def long(): raise ValueError("x" * 50_000_000)
def leaves(): sys.exit(3)
def deep(n=0): return deep(n + 1)
def liar(): raise Liar("wrong")
def nameless(): raise Nameless("wrong")
def hidden(): raise Hidden("wrong")
def generator(): raise GeneratorExit
def forged(): raise SyntaxError("wrong", ("submission", "1", object(), object()))
def hungry(): return bytearray(1 << 40)
def lone(): raise ValueError("\\ud800 \\x1b[31m")
def lazily(): return (1 / 0 for _ in range(3))
def stub(): raise NotImplementedError("f: write your code here")
"""
RAISED = {
    "mute": ["Mute", "(no message)", "1", 14],
    "long": ["ValueError", "x" * 2_000, "1", 15],
    "leaves": ["SystemExit", "3", "1", 16],
    "deep": ["RecursionError", None, "1", 17],
    "liar": ["Liar", "wrong", "", 0],
    "nameless": ["an exception", "wrong", "", 0],
    "hidden": ["Hidden", None, "1", 20],
    "generator": ["GeneratorExit", "", "1", 21],
    "forged": ["SyntaxError", None, "1", 22],
    "hungry": ["MemoryError", None, "1", 23],
    "lone": ["ValueError", "\ud800 \x1b[31m", "1", 24],
    "lazily": ["ZeroDivisionError", None, "1", 25],
    "stub": ["NotImplementedError", "f: write your code here", "1", 26],
}


def test_whatever_a_function_raises_is_an_answer(worker: ForkedWorker) -> None:
    """Any exception, SystemExit too, comes back as type, bounded text, cell and line; the worker goes on."""
    assert load(worker, RAISING) == []
    for name, expected in RAISED.items():
        outcome, *told = call(worker, name)
        assert outcome == "raised" and len(told) == 7, name
        assert all(
            wanted is None or found == wanted for found, wanted in zip(told, expected, strict=False)
        ), (name, told)


ANSWERS = """
import numpy as np
value, unwritten, table = 3, ..., [1, ...]
def double(x, times=1):
    print("on the way", file=__import__("sys").stderr)
    return 2 * times * x
def changes(x):
    x[0] = 7
class Twice:
    def __new__(cls, x): return 2 * x
class Thrice:
    def __call__(self, x): return 3 * x
thrice = Thrice()
def nothing(): print(end="")
def only_pass(x): pass
def only_dots(x, y=1): ...
def only_a_docstring():
    "Say what it will do."
def itself(): return itself
def huge(): return np.zeros(3_000_000)
def text(): return "x" * 50_000_000
def digits(): return 10 ** 5000
def endless():
    while True: yield 1
"""
REPLIES = {
    "a value": (["get", "value"], ["value", 3]),
    "a call": (["call", "double", [4], {"times": 2}], ["value", 16]),
    "a class as a function": (["call", "Twice", [4], {}], ["value", 8]),
    "an object as a function": (["call", "thrice", [4], {}], ["value", 12]),
    "no result": (["call", "nothing", [], {}], ["value", None]),
    "a body of pass": (["call", "only_pass", [1], {}], ["unwritten"]),
    "a body of dots": (["call", "only_dots", [1], {}], ["unwritten"]),
    "a body of a docstring": (["call", "only_a_docstring", [], {}], ["unwritten"]),
    "no such name": (["get", "missing"], ["absent", "", "missing"]),
    "no such function": (["call", "missing", [], {}], ["absent", "", "missing"]),
    "a builtin that is not theirs": (["call", "print", [], {}], ["absent", "", "print"]),
    "a value that is dots": (["get", "unwritten"], ["unwritten"]),
    "a function that is dots": (["call", "unwritten", [], {}], ["unwritten"]),
    "dots in a table": (["get", "table"], ["unwritten"]),
    "a function as a value": (["get", "double"], ["unsendable", "a function"]),
    "a value as a function": (["call", "value", [], {}], ["unsendable", "no function: int"]),
    "a function returned": (["call", "itself", [], {}], ["unsendable", "no data: function"]),
    "24 MB": (["call", "huge", [], {}], ["unsendable", "too large: 22.9 MiB"]),
    "50 MB of text": (["call", "text", [], {}], ["unsendable", "too large: 47.7 MiB"]),
    "5,000 digits": (["call", "digits", [], {}], ["unsendable", "too long an integer"]),
    "no end": (["call", "endless", [], {}], ["unsendable", "too many parts: 100,000"]),
}


def test_every_request_has_one_kind_of_reply(worker: ForkedWorker) -> None:
    """Values and results come back; missing, unwritten and unsendable ones have outcomes of their own."""
    load(worker, ANSWERS)
    assert {case: worker.ask(request, 5) for case, (request, _) in REPLIES.items()} == {
        case: reply for case, (_, reply) in REPLIES.items()
    }


EARLY = """
half = scale(0.5)
third = half / 3
gone = nowhere(1)
def scale(x):
    return x
"""


def test_a_name_that_is_defined_further_down_is_said_to_be(worker: ForkedWorker) -> None:
    """A line that uses it too early says so, and so does what is missing for it; other names are missing."""
    early, nowhere = "name 'scale' is not defined yet", "name 'nowhere' is not defined"

    failures = [(failure[1], failure[3]) for failure in load(worker, EARLY)]
    assert failures == [(early, 2), ("name 'half' is not defined", 3), (nowhere, 4)]
    lost = [worker.ask(["get", name], 5)[-1] for name in ("half", "third", "gone")]
    assert lost == [early, early, nowhere]


def test_arguments_come_back_as_the_call_left_them(worker: ForkedWorker) -> None:
    """After a call the grader can ask what became of its arguments."""
    load(worker, ANSWERS)
    call(worker, "changes", [1, 2])
    assert worker.ask(["arguments"], 5) == ["value", [[7, 2]]]


def test_a_namespace_can_be_served_in_this_process() -> None:
    """Without loading anything, a RequestHandler answers for names that are already there."""
    handler = serve.RequestHandler({"double": lambda x: 2 * x})
    assert wire.decode(handler.handle("call", "double", [4], {})) == ["value", 8]
    assert "submission" not in sys.modules


def test_ctrl_c_is_no_answer_of_our_own_code() -> None:
    """Ctrl-C stops our own code in the grader's process; the same from a student's code is a reply."""

    def stopped() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        serve.RequestHandler({"stopped": stopped}).handle("call", "stopped", [], {})
    student = serve.RequestHandler()
    student.namespace["stopped"] = stopped
    assert wire.decode(student.handle("call", "stopped", [], {}))[:2] == ["raised", "KeyboardInterrupt"]
