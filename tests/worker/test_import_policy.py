"""`import` means the same in a locked-down worker, which can't open files, as in a plain child."""

from __future__ import annotations

import ast
import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.sandbox.unisolated import ChildWorker
from autograder.sandbox.worker import Worker
from autograder.worker.import_policy import guarded_imports


@pytest.fixture(scope="module", params=["forked", "child"])
def worker(request: pytest.FixtureRequest, zygote: Zygote) -> Iterator[Worker]:
    worker = zygote.worker(Limits(), {"scipy"}) if request.param == "forked" else ChildWorker(Limits())
    yield worker
    worker.end()


def run(worker: Worker, *cells: str) -> tuple[list[list[Any]], Any]:
    """Load cells in a module of their own; return the failures and what `x` is."""
    _, failures = worker.ask(
        ["load", "submission", [[str(number), cell] for number, cell in enumerate(cells, 1)]], 10
    )
    return failures, worker.ask(["get", "x"], 10)


HARMLESS = {
    "packages that are missing": """
import seaborn, torch
from torch import nn, Tensor
import torch.nn.functional as F
from pandas import *
x = 1
""",
    "a missing package in an annotation": (
        'import torch\ndef f(a: torch.Tensor | None, b: "torch.Size") -> torch.Tensor: ...\nx = 1'
    ),
    "a missing package in a type alias": (
        "from typing import Optional\nimport torch\nArray = Optional[torch.Tensor]\nx = 1"
    ),
    "a missing package's type": (
        "import torch\nx = 2 if isinstance([], torch.Tensor) or isinstance(1, (str, torch.Size)) else 1"
    ),
    "a missing package's version": (
        "import torch, matplotlib\nx = len(torch.__version__ + matplotlib.__version__) - 1"
    ),
    "a guarded import": """
try:
    import numba
    from numba import njit
except ImportError:
    x = 1
""",
    "a guarded import in a function": """
def f():
    try:
        import torch
    except ModuleNotFoundError as error:
        return len(error.name) - 4
x = f()
""",
    "a guard over several": "try:\n    import numpy as np, cupy\nexcept Exception:\n    x = 1",
    "a guard besides a plain import": """
import torch
try:
    import torch.nn
except ImportError:
    x = 2
else:
    x = 1
""",
    "a figure": """
import matplotlib.pyplot as plt
plt.figure(figsize=(2, 2))
plt.plot([1], "r-", label="a")[0].set_color("b")
plt.legend()
plt.savefig("a.png")
plt.show()
x = 1
""",
    "one axis": """
import matplotlib.pyplot as plt
fig, ax = plt.subplots()
ax.imshow([[1]], cmap=plt.cm.gray)
ax.set(title="a")
fig.colorbar(ax.images[0], ax=ax)
x = 1
""",
    "a row of axes": """
import matplotlib.pyplot as plt
fig, (a, b) = plt.subplots(1, 2, figsize=(4, 2))
a.plot([1])
b.hist([1], bins=3)
x = 1
""",
    "a column of axes": (
        "from matplotlib import pyplot as plt\nfig, axes = plt.subplots(nrows=3)\nx = len(axes) - 2"
    ),
    "a grid of axes": """
from matplotlib import pyplot as plt
fig, axes = plt.subplots(2, 2)
x = sum(1 for ax in axes.flat) - 3
axes[1, 1].axis("off")
""",
    "axes that stay a grid": """
from matplotlib import pyplot as plt
x = plt.subplots(1, 3, squeeze=False)[1].shape[0]
plt.subplots(squeeze=False)[1][0, 0].plot([1])
""",
    "a line to unpack": (
        "import matplotlib.pyplot as plt\nline, = plt.subplots()[1].plot([1])\nline.set_data([1], [2])\nx = 1"
    ),
    "settings and styles": """
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
plt.rcParams["figure.dpi"] = 90
plt.rcParams.update({})
with plt.style.context("ggplot") as style:
    plt.gcf().axes = 3
x = 1
""",
    "matplotlib's corners": """
from mpl_toolkits.axes_grid1 import make_axes_locatable
from matplotlib.patches import Rectangle
import matplotlib.cm as cm, matplotlib.animation
Rectangle((0, 0), 1, 1)
class Mine(Rectangle): ...
x = 1
""",
    "a progress bar": """
from tqdm import tqdm, trange
from tqdm.auto import tqdm as auto
x = sum(tqdm([1, 2], desc="a")) + sum(trange(3)) + sum(auto(range(2))) + len(tqdm("abc")) - 9
assert tqdm(total=3)
""",
    "a progress bar by hand": """
import tqdm
bar = tqdm.tqdm(range(2))
for one in bar:
    bar.set_description("a")
    tqdm.tqdm.write("b")
with tqdm.tqdm(total=3) as other:
    other.update(1)
x = one
""",
    "IPython and widgets": """
from IPython.display import display, clear_output, Image
import ipywidgets as widgets
clear_output()
display(Image("a.png"))
@widgets.interact(k=3)
def show(k): ...
x = 1
""",
    "otter": """
import otter
grader = otter.Notebook("a.ipynb")
grader.check("q1")
grader.check_all()
x = 1
""",
    "the standard library": """
import collections, itertools, functools, math, random, re, json
import dataclasses, typing, statistics, copy, time, os, sys
x = math.comb(3, 0)
""",
    "all of numpy": (
        "from numpy import *\nimport numpy.f2py\n"
        "x = int(sum(array([0, 1]))) * (core.__name__ == 'numpy.core')"
    ),
    "all of unittest": "from unittest import *\nx = 1",
    "all of scipy": """
try:
    from scipy import *
    import scipy
    x = int(linalg.det([[1.0]]))
except ImportError:
    x = 1
""",
    "a module that is not loaded": "import sqlite3, ftplib, xmlrpc.client\nx = 1",
    "scipy's parts": """
try:
    from scipy import signal, ndimage
    from scipy.optimize import minimize
    x = int(signal.correlate([1.0], [1.0])[0])
except ImportError:
    x = 1
""",
}


@pytest.mark.parametrize("case", HARMLESS)
def test_imports_of_honest_code_stop_nothing(worker: Worker, case: str) -> None:
    """Imports for pictures, progress or nothing don't stop a submission; a guarded import falls back."""
    assert run(worker, HARMLESS[case]) == ([], ["value", 1])


USES = {
    "a call": ("import pandas as pd\npd.read_csv(1)", "pandas.read_csv", "pandas"),
    "a call in depth": (
        "import torch\ntorch.nn.functional.conv2d(1, 2)",
        "torch.nn.functional.conv2d",
        "torch",
    ),
    "a name": ("from torch import nn\nnn.Linear(3, 4)", "torch.nn.Linear", "torch"),
    "a base class": ("import torch.nn as nn\nclass Net(nn.Linear): ...", "torch.nn.Linear", "torch"),
    "a decorator": ("from numba import vectorize\n@vectorize\ndef f(): ...", "numba.vectorize", "numba"),
    "a loop": (
        "import torchvision\nfor one in torchvision.datasets: ...",
        "torchvision.datasets",
        "torchvision",
    ),
    "a with": ("from torch import autocast\nwith autocast: ...", "torch.autocast", "torch"),
    "a setting": ("from cv2 import window\nwindow.size = 3", "cv2.window", "cv2"),
}


@pytest.mark.parametrize("case", USES)
def test_a_missing_package_fails_where_it_is_used_by_its_name(worker: Worker, case: str) -> None:
    """The first use raises an ImportError that names what was used and the package."""
    source, name, package = USES[case]
    ((kind, message, *where),), x = run(worker, source, "x = 1")
    assert (kind, message) == (
        "ImportError",
        f"{name} is used here, but {package} is not available at grading",
    )
    assert (
        where[0] == "1" and where[1] in (2, 3) and x == ["value", 1]
    )  # Python 3.10 places a decorator at its `def`


def test_a_cell_can_guard_what_an_earlier_one_did_not(worker: Worker) -> None:
    """A stand-in that one cell got doesn't deceive the next one, which tries the import."""
    assert run(worker, "import torch", "try:\n    import torch\nexcept ImportError:\n    x = 1") == (
        [],
        ["value", 1],
    )


LOADED = ("import_policy", "lockdown", "plain", "seccomp", "server", "wire", "zygote")


@pytest.mark.skipif(importlib.util.find_spec("scipy") is None, reason="scipy is not installed")
def test_scipy_is_the_real_one_where_it_is_installed(worker: Worker) -> None:
    """A submission that uses scipy gets scipy's results."""
    imports = "import numpy as np\nfrom scipy.signal import correlate2d"
    source = f"{imports}\nx = correlate2d(np.eye(3), np.eye(2), 'valid').tolist()"
    assert run(worker, source) == ([], ["value", [[2.0, 0.0], [0.0, 2.0]]])


def test_only_the_forked_worker_is_out_of_the_reach_of_the_trusted_side(zygote: Zygote) -> None:
    """A worker has loaded nothing of the package but its own side, and can load nothing else of it."""
    worker = zygote.worker(Limits())
    loaded = "import sys\nx = [name for name in sys.modules if name.startswith('autograder')]"
    failures, (_, names) = run(worker, f"{loaded}\nimport autograder.checks")
    worker.end()

    modules = (
        "batch capture classes coroutines drawings expressions file_functions file_table frames "
        "import_policy in_place loading lockdown memory_files modules objects operations packages "
        "plain process_id replaced seccomp server shared_pages stand_ins statements tables tagged "
        "wire zygote"
    ).split()
    expected = ["autograder", "autograder.worker", *(f"autograder.worker.{module}" for module in modules)]
    assert failures == [] and sorted(names) == expected


def test_no_module_of_the_untrusted_side_imports_the_trusted_one() -> None:
    """In the source, too, a worker's modules import each other and nothing else of the package."""
    for file in (Path(__file__).parents[2] / "autograder" / "worker").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
            names = (
                [module]
                if module
                else [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else []
            )
            assert not [
                name
                for name in names
                if name.startswith("autograder") and not name.startswith("autograder.worker")
            ], file.name


GUARDS = {
    "none": ("import torch", set()),
    "a try": ("try:\n    import torch.nn, numba\nexcept ImportError: ...", {"torch", "numba"}),
    "a from": ("try:\n    from torch.nn import Linear\nexcept ImportError: ...", {"torch"}),
    "in a function": (
        "def f():\n    try:\n        if 1:\n            import torch\n    except: ...",
        {"torch"},
    ),
    "a finally": ("try:\n    import torch\nfinally: ...", set()),
    "the handler itself": ("try: ...\nexcept ImportError:\n    import torch", set()),
    "a plain import as well": ("import torch\ntry:\n    import torch\nexcept ImportError: ...", set()),
    "a relative import": ("try:\n    from . import torch\nexcept ImportError: ...", set()),
}


@pytest.mark.parametrize("case", GUARDS)
def test_a_guard_is_a_try_with_a_handler(case: str) -> None:
    """Only what is imported inside a `try` that has an `except`, and nowhere else, may fail at its import."""
    source, expected = GUARDS[case]
    assert guarded_imports(ast.parse(source)) == expected


def test_the_grader_s_own_imports_are_untouched() -> None:
    """The policy is for workers; this process finds its modules as ever."""
    assert not [finder for finder in sys.meta_path if type(finder).__name__ == "StandInFinder"]
