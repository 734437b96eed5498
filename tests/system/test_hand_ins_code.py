"""Right solutions as students hand them in, with lines, packages and modules that must cost no points.

Each row is code that is run in real workers. The rows about which file counts are in `test_hand_ins.py`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from autograder.exercises.load import find_assignment
from autograder.grading.grader import Grader
from autograder.results import Report
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.sandbox.unisolated import OwnWorker
from autograder.submissions.read import read_submission

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "solutions" / "hand_ins" / "failing_lines").iterdir())
TABLE = "table = [1, 2]\n"
DOUBLE = "import numpy as np\ndef double(x, times=1):\n    return 2.0 * times * np.asarray(x)\n"
ANSWER = TABLE + DOUBLE
WITH = "def double(x, times=1):\n    return {}\n"
FULL, VISIBLE = 10, 3


@dataclass(frozen=True)
class HandIn:
    """Code, the modules that come with it, what it earns, and what is said about the code as a whole."""

    source: str | tuple[str, ...]
    problem: str = ""
    points: float = FULL
    modules: dict[str, str] = field(default_factory=dict)
    says: str = ""
    seconds: float = 2.0


ROWS = {
    # A line that fails costs that line.
    "fails: an own assert": HandIn(
        f"{TABLE}assert table == 3, 'hm'\n{DOUBLE}", "line 2 of alice.py fails, AssertionError: hm"
    ),
    "fails: a file": HandIn(
        f"import numpy as np\ndata = np.loadtxt('a.csv')\n{ANSWER}", "line 2 of alice.py fails"
    ),
    "fails: a question": HandIn(
        f"n = int(input('n? '))\nprint(n)\n{ANSWER}", "EOFError: EOF when reading a line"
    ),
    "fails: an exit": HandIn(f"import sys\nsys.exit()\n{ANSWER}", "line 2 of alice.py fails, SystemExit"),
    "fails: an exit in a guard": HandIn(f"{TABLE}if __name__ != '__main__':\n    exit()\n{DOUBLE}", "fails"),
    "fails: a call of an own function": HandIn(
        f"{ANSWER}print(double(None, 'a'))\n", "line 4 of alice.py fails"
    ),
    "fails: unfinished code below": HandIn(
        f"{ANSWER}def other(:\n    pass\n", "the code stops at line 5 of alice.py"
    ),
    "fails: an open bracket at the end": HandIn(f"{ANSWER}print((1, 2)\n", "the code stops at line 5"),
    "fails: a text without end": HandIn(f'{ANSWER}"""the end\n', "the code stops at line 5"),
    "fails: a broken block in the middle": HandIn(
        f"{TABLE}def half(x):\n    if x\n        return 1\n{DOUBLE}",
        "the code stops at line 3 of alice.py",
        1,
    ),
    "fails: a return at the top": HandIn(f"{TABLE}return\n{DOUBLE}", "'return' outside function; the rest"),
    "fails: several in one line": HandIn(
        f"a = 1; b = 1 / 0; table = [1, 2]\n{DOUBLE}", "line 1 of alice.py fails"
    ),
    "fails: a decorator": HandIn(
        f"import functools\n@functools.nothing\ndef helper():\n    ...\n{ANSWER}", "line 2 of alice.py fails"
    ),
    "fails: a class": HandIn(f"class A(B):\n    x = 1\n{ANSWER}", "name 'B' is not defined"),
    "fails: a future stays": HandIn(
        f"from __future__ import annotations\n1 / 0\n{TABLE}import numpy as np\n"
        "def double(x: Nothing, times: Missing = 1) -> Nowhere:\n    return 2.0 * times * x\n",
        "line 2 of alice.py fails, ZeroDivisionError",
    ),
    "fails: lines after it keep their numbers": HandIn(
        f"1 / 0\n{TABLE}def double(x, times=1):\n    # here\n    raise ValueError\n",
        says="double([1, 2.5]) raises ValueError (line 5 of alice.py)",
        problem="line 1",
        points=1,
    ),
    "fails: many lines": HandIn("1 / 0\n" * 2000 + ANSWER, "(999 more lines fail)"),
    "fails: in a cell": HandIn(("import os\nos.listdir('data')\n", ANSWER), "code cell 1 fails at line 2"),
    "fails: in the middle of a cell": HandIn(
        (f"import pandas as pd\npd.read_csv('a.csv')\n{ANSWER}",), "code cell 1 fails at line 2, ImportError"
    ),
    "fails: a name that depends on it": HandIn(
        f"import pandas as pd\nprint('reading')\ndf = pd.read_csv('a.csv')\n{TABLE}{WITH.format('df.x')}",
        "line 3 of alice.py fails",
        1,
        says="double([1, 2.5]): `df` is not defined: line 3 failed (pandas is not there at grading)",
    ),
    "fails: a name at second hand": HandIn(
        f"df = open('a.csv')\nrows = df.readlines()\n{TABLE}{WITH.format('rows')}",
        "line 1 of alice.py fails, FileNotFoundError",
        1,
        says="`rows` is not defined: line 1 failed (FileNotFoundError",
    ),
    "fails: a name that is asked for": HandIn(
        f"import pandas as pd\n{TABLE}double = pd.Series([1]).map\n",
        "line 3",
        1,
        says="`double` is not defined: line 3 failed (pandas is not there at grading)",
    ),
    "fails: a name of another cell": HandIn(
        ("import pandas as pd\ndf = pd.read_csv('a')", TABLE + WITH.format("df")),
        "code cell 1",
        1,
        says="`df` is not defined: line 2 of code cell 1 failed (pandas is not there",
    ),
    # An endless loop costs its time and itself.
    "loop: at the top": HandIn(f"while True:\n    pass\n{ANSWER}", "without line 1 of alice.py", seconds=0.1),
    "loop: at the end": HandIn(f"{ANSWER}while True:\n    pass\n", "without line 5 of alice.py", seconds=0.1),
    "loop: in a call": HandIn(
        f"def play():\n    while True: ...\n{ANSWER}play()\nprint('over')",
        "without line 7 of alice.py",
        seconds=0.1,
    ),
    "loop: in a cell": HandIn(
        (TABLE, "while True: ...", DOUBLE), "without line 1 of code cell 2", seconds=0.1
    ),
    "loop: a name that depends on it": HandIn(
        f"{TABLE}n = sum(iter(int, 1))\n{WITH.format('n')}",
        "without line 2",
        1,
        says="`n` is not defined: line 2 failed (it does not come back)",
        seconds=0.1,
    ),
    "loop: an exit of the process": HandIn(f"import os\nos._exit(3)\n{ANSWER}", "exit status 3"),
    "loop: a crash": HandIn(f"import ctypes\nctypes.string_at(8)\n{ANSWER}", "without line 2 of alice.py"),
    "loop: a pause for the eye": HandIn(
        f"import time\ntime.sleep(99999)\n{ANSWER}", "without line 2", seconds=0.1
    ),
    # Packages that grading lacks.
    "package: seaborn's theme": HandIn(
        f"import seaborn as sns\nsns.set_theme()\nsns.set(rc={{'a': 1}})\n{ANSWER}"
    ),
    "package: seaborn's plots": HandIn(
        f"import seaborn as sns\nax = sns.heatmap([[1]])\nax.set_title('a')\n{ANSWER}"
    ),
    "package: a style of plots": HandIn(
        f"import matplotlib.pyplot as plt\nplt.style.use('ggplot')\n{ANSWER}"
    ),
    "package: seeds": HandIn(
        "import torch, tensorflow as tf\nfrom tensorflow import keras\ntorch.manual_seed(0)\n"
        "torch.backends.cudnn.deterministic = True\ntf.random.set_seed(1)\nkeras.utils.set_random_seed(1)\n"
        f"device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')\n{ANSWER}"
    ),
    "package: a network that is not used": HandIn(
        "import torch\nfrom torch import nn\nclass Net(nn.Module):\n    def __init__(self):\n"
        "        super().__init__()\n        self.conv = nn.Conv2d(1, 1, 3)\n"
        f"    def forward(self, x):\n        return self.conv(x)\n{ANSWER}"
    ),
    "package: a network that is used": HandIn(
        f"import torch.nn as nn\nclass Net(nn.Module): ...\nnet = Net()\n{TABLE}{WITH.format('net(x)')}",
        "torch.nn.Module is used here, but torch is not available",
        1,
        says="`net` is not defined: line 3 failed (torch is not there at grading)",
    ),
    "package: numba": HandIn(
        "import numba\nfrom numba import njit, jit, prange\n@njit\ndef a(): ...\n"
        "@jit(nopython=True)\ndef b(): ...\n"
        "@njit('f8[:](f8[:])', cache=True)\ndef c(): ...\n"
        "@numba.njit(numba.float64[:](numba.int64))\ndef d(): ...\n"
        f"{TABLE}import numpy as np\n@njit(parallel=True)\ndef double(x, times=1):\n"
        f"    out = np.zeros(len(x))\n"
        "    for i in prange(len(x)):\n        out[i] = 2 * times * x[i]\n    return out\n"
    ),
    "package: numba's vectorize": HandIn(
        f"from numba import vectorize\n{TABLE}@vectorize\ndef double(x): ...\n",
        "numba.vectorize is used here",
        1,
        says="`double` is not defined: line 3 failed (numba is not there at grading)",
    ),
    "package: jax": HandIn(
        f"import jax\n{TABLE}{WITH.format('jax.grad(sum)(x)')}", says="jax.grad is used here", points=1
    ),
    "package: Colab": HandIn(
        (
            "from google.colab import drive, files\ndrive.mount('/content/drive')\n"
            "uploaded = files.upload()\n"
            "for name in uploaded: print(name)",
            "from google.colab.patches import cv2_imshow\ncv2_imshow([[1]])",
            ANSWER,
        )
    ),
    "package: Colab's guard": HandIn(
        f"try:\n    import google.colab\n    IN_COLAB = True\nexcept ImportError:\n    IN_COLAB = False\n"
        f"{ANSWER}"
        "if IN_COLAB: del double\n"
    ),
    "package: progress": HandIn(f"from tqdm.notebook import tqdm\nfor i in tqdm(range(3)): pass\n{ANSWER}"),
    "package: display": HandIn(
        ("from IPython.display import display, HTML\ndisplay(HTML('a'))\ndisplay(1)", ANSWER)
    ),
    "package: pandas for showing": HandIn(
        f"import pandas as pd\npd.set_option('display.width', 9)\n"
        f"{TABLE}print(pd.DataFrame(table))\n{DOUBLE}",
        "line 4 of alice.py fails, ImportError: pandas.DataFrame",
    ),
    "package: a stand-in returned": HandIn(
        f"import matplotlib.pyplot as plt\n{TABLE}{WITH.format('plt.plot(x)')}",
        points=1,
        says="double([1, 2.5]) is something of matplotlib, which is not there at grading",
    ),
    "package: a stand-in as a value": HandIn(
        f"from torch import Tensor as table\n{DOUBLE}",
        points=9,
        says="table is something of torch, which is not there at grading",
    ),
    "package: a progress bar returned": HandIn(
        f"from tqdm import tqdm\n{TABLE}{WITH.format('tqdm([2.0, 5.0])')}", points=1, says="something of tqdm"
    ),
    "package: a pool of threads": HandIn(
        "from concurrent.futures import ThreadPoolExecutor, ProcessPoolExecutor, as_completed\n"
        f"{TABLE}import numpy as np\ndef double(x, times=1):\n    with ThreadPoolExecutor(4) as pool:\n"
        "        found = list(pool.map(lambda one: 2 * times * one, x))\n"
        "        done = pool.submit(np.array, found)\n"
        "    return next(as_completed([done])).result()\n"
    ),
    "package: a pool of processes": HandIn(
        f"from multiprocessing import Pool\nfrom multiprocessing.pool import ThreadPool\n"
        f"{TABLE}import numpy as np\n"
        "def double(x, times=1):\n    with Pool() as pool, ThreadPool(2) as threads:\n"
        "        pairs = [(2.0 * times, one) for one in threads.map(float, x)]\n"
        "        return np.array(pool.starmap(float.__mul__, pairs))\n"
    ),
    "package: threads by hand": HandIn(
        f"import threading\n{TABLE}import numpy as np\ndef double(x, times=1):\n    out = np.zeros(len(x))\n"
        "    def work(i): out[i] = 2 * times * x[i]\n"
        "    threads = [threading.Thread(target=work, args=(i,)) for i in range(len(x))]\n"
        "    [one.start() for one in threads]; [one.join() for one in threads]\n    return out\n"
    ),
    "package: joblib": HandIn(
        f"from joblib import Parallel, delayed\n{TABLE}import numpy as np\ndef double(x, times=1):\n"
        "    return np.array(Parallel(n_jobs=-1)(delayed(lambda one: 2.0 * times * one)(one) for one in x))\n"
    ),
    "package: a module of Python's that workers lack": HandIn(
        f"import sqlite3\nsqlite3.connect('a')\n{ANSWER}", "line 2"
    ),
    # What only Jupyter understands, and what students try out.
    "magic: a timed cell": HandIn((f"%%time\n{ANSWER}",)),
    "magic: a silent cell": HandIn((f"%%capture out\n{ANSWER}",)),
    "magic: what the shell returns": HandIn((f"files = !ls\nprint(len(list(files)))\n{ANSWER}",)),
    "magic: a value of the shell as a result": HandIn(
        (f"table = !ls\n{DOUBLE}",), points=9, says="table is something of IPython, which is not there"
    ),
    "magic: in a script that Colab has made": HandIn(
        f"!pip install -q torch\n%matplotlib inline\n{ANSWER}get_ipython().system('ls')\n"
    ),
    "magic: display, which nobody imports": HandIn((f"display(1)\n{ANSWER}",)),
    "magic: the checks of the notebook": HandIn((ANSWER, "grader.check('small')\ngrader.check_all()")),
    "magic: the checks of the notebook, imported": HandIn(
        ("from autograder.students.notebook import grader", f"{ANSWER}grader.check('small')")
    ),
    "magic: the checks of otter": HandIn(
        (
            "import otter\ngrader = otter.Notebook('small.ipynb')",
            ANSWER,
            "grader.check('q1')",
            "grader.export()",
        )
    ),
    "fails: tests of one's own": HandIn(
        f"{ANSWER}import unittest\nclass Test(unittest.TestCase):\n    def test_it(self): ...\n"
        "unittest.main()\nx = 1\n",
        "line 8 of alice.py fails, SystemExit",
    ),
    "fails: an argument of the command": HandIn(
        f"import sys\nn = int(sys.argv[1])\n{ANSWER}", "line 2 of alice.py fails, IndexError"
    ),
    "fails: nothing, a path beside the script": HandIn(
        f"import os\nfrom pathlib import Path\nHERE = os.path.dirname(os.path.abspath(__file__))\n"
        f"DATA = Path(__file__).parent / 'data' / 'a.csv'\n{ANSWER}"
    ),
    "fails: nothing, a guard against a missing file": HandIn(
        "import pathlib\nimport numpy as np\ntry:\n    weights = np.load('w.npy')\n"
        "except FileNotFoundError:\n    weights = 2.0\n"
        "try:\n    pathlib.Path('a.txt').read_text()\nexcept FileNotFoundError:\n    table = [1, 2]\n"
        "def double(x, times=1):\n    return weights * times * np.asarray(x)\n"
    ),
    "fails: null bytes behind the code": HandIn(f"{ANSWER}\0\0\0", "null bytes"),
    "package: a histogram taken apart": HandIn(
        f"import matplotlib.pyplot as plt\ncounts, bins, _ = plt.hist([1, 2])\n{ANSWER}"
    ),
    "package: loops in notebooks": HandIn((f"import nest_asyncio\nnest_asyncio.apply()\n{ANSWER}",)),
    # `await` at the top of a cell.
    "await: a value": HandIn(("async def f(): return [1, 2]\ntable = await f()", DOUBLE)),
    "await: several at once": HandIn(
        (
            "import asyncio\nasync def f(n):\n    await asyncio.sleep(0.001)\n    return n\n"
            "table = list(await asyncio.gather(f(1), f(2)))",
            DOUBLE,
        )
    ),
    "await: a cell that fails": HandIn(
        ("import asyncio\nawait asyncio.sleep(0)\n1 / 0\n" + ANSWER,), "code cell 1 fails at line 3"
    ),
    "await: in a script": HandIn(f"async def f(): ...\nawait f()\n{ANSWER}", "'await' outside function"),
    "await: a whole program": HandIn(
        f"import asyncio\nasync def main(): return [1, 2]\ntable = asyncio.run(main())\n{DOUBLE}"
    ),
    # Modules of one's own.
    "module: all of it": HandIn("from my_layers import *\n", modules={"my_layers": ANSWER}),
    "module: some names": HandIn(
        f"from tools.arrays import double\n{TABLE}", modules={"tools.arrays": DOUBLE}
    ),
    "module: a package": HandIn(
        "import course as c\ntable, double = c.table, c.deep.double\n",
        modules={
            "course.__init__": f"from . import deep\n{TABLE}",
            "course.deep": "from ..course.inner import *",
            "course.inner": DOUBLE,
        },
        problem="attempted relative import beyond",
        points=0,
    ),
    "module: relative imports": HandIn(
        "import course as c\ntable, double = c.table, c.deep.double\n",
        modules={
            "course.__init__": f"from . import deep\n{TABLE}",
            "course.deep": "from .inner import *",
            "course.inner": DOUBLE,
        },
    ),
    "module: in a notebook": HandIn(
        ("import helper", f"{TABLE}double = helper.double"), modules={"helper": DOUBLE}
    ),
    "module: inside a function": HandIn(
        f"{TABLE}def double(x, times=1):\n    import helper\n    return helper.double(x, times)\n",
        modules={"helper": DOUBLE},
    ),
    "module: with a package that is missing": HandIn(
        "from helper import *\n",
        modules={"helper": f"import torch, matplotlib.pyplot as plt\nplt.figure()\n{ANSWER}"},
    ),
    "module: with a fall-back": HandIn(
        "from helper import *\n",
        modules={
            "helper": f"try:\n    import cupy as np\nexcept ImportError:\n    import numpy as np\n{ANSWER}"
        },
    ),
    "module: by importlib": HandIn(
        f"import importlib\nhelper = importlib.import_module('helper')\n{TABLE}double = helper.double\n",
        modules={"helper": DOUBLE},
    ),
    "module: one with a line that fails": HandIn(
        f"from helper import double\n{TABLE}",
        "line 2 of helper.py fails, ZeroDivisionError",
        modules={"helper": f"import numpy\n1 / 0\n{DOUBLE}"},
    ),
    "module: one that fails": HandIn(
        f"from helper import double\n{TABLE}",
        "line 2 of helper.py fails, ZeroDivisionError",
        1,
        {"helper": "import numpy\ndouble = 1 / 0\n"},
        says="`double` is not defined: line 2 of helper.py failed (ZeroDivisionError",
    ),
    "module: one with a syntax error": HandIn(
        f"{TABLE}from helper import double\n",
        "the code stops at line 1 of helper.py, SyntaxError",
        1,
        {"helper": "def"},
    ),
    "module: one that was not sent": HandIn(
        f"from my_layers import *\n{TABLE}",
        "ModuleNotFoundError: my_layers is not in the submission",
        1,
        says="`double` is not defined: line 1 failed (my_layers is not in the submission)",
    ),
    "module: names of one that was not sent": HandIn(
        f"from my_layers import double\n{TABLE}",
        points=1,
        says="my_layers.double is used here, but my_layers is not in the",
    ),
    "module: a part that was not sent": HandIn(
        f"import tools.pad\n{TABLE}", "tools.pad is not in the submission", 1, {"tools.arrays": DOUBLE}
    ),
    "module: a name that it lacks": HandIn(
        f"from helper import duoble\n{TABLE}",
        "cannot import name 'duoble' from 'helper'",
        1,
        {"helper": DOUBLE},
    ),
    "module: numpy.py": HandIn(f"{ANSWER}", modules={"numpy": "raise SystemExit"}),
    "module: a part of numpy": HandIn(
        f"import numpy.linalg\n{ANSWER}", modules={"numpy.linalg": "raise SystemExit"}
    ),
    "module: random.py": HandIn(
        f"import random\nrandom.seed(0)\n{ANSWER}", modules={"random": "raise SystemExit"}
    ),
    "module: torch.py": HandIn("from torch import *\n", modules={"torch": ANSWER}),
    "module: submission.py": HandIn("from submission import *\n", modules={"submission": ANSWER}),
    "module: in a circle": HandIn(
        "from a import *\n", modules={"a": f"import b\n{TABLE}double = b.double", "b": f"import a\n{DOUBLE}"}
    ),
}


def submission_of(hand_in: HandIn) -> Any:
    if isinstance(hand_in.source, str):
        read = read_submission("alice", "alice.py", hand_in.source.encode(), "small")
    else:
        cells = [{"cell_type": "code", "source": source} for source in hand_in.source]
        read = read_submission("alice", "alice.ipynb", json.dumps({"cells": cells}).encode(), "small")
    return replace(read, modules=hand_in.modules)


@pytest.fixture
def grade(zygote: Zygote, small_exercise: Path) -> Callable[[HandIn], Report]:
    """Grade a hand-in of the small exercise in real workers."""

    def grade(hand_in: HandIn) -> Report:
        limits = Limits(call_seconds=hand_in.seconds)
        grader = Grader(find_assignment("small", small_exercise.parent), zygote.worker, limits, probes={})
        return grader.grade(submission_of(hand_in))

    return grade


@pytest.mark.parametrize("name", ROWS)
def test_code_as_students_hand_it_in_keeps_its_points(grade: Callable[[HandIn], Report], name: str) -> None:
    """A line, a package or a module costs only what depends on it, and the first thing wrong is said."""
    row = ROWS[name]
    report = grade(row)

    assert report.points == row.points, (report.problem, [result.message for result in report.lacking])
    assert row.problem in report.problem and bool(row.problem) == bool(report.problem), report.problem
    assert not row.says or row.says in " ".join(result.message for result in report.lacking)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_right_solutions_of_q1_get_full_marks(zygote: Zygote, file: Path) -> None:
    """Files that lost nearly everything for a line that has nothing to do with the exercise."""
    assignment = find_assignment("q1_convolution", ROOT / "solutions")
    grader = Grader(assignment, zygote.worker, Limits(), probes={})

    assert grader.grade(read_submission("a", file.name, file.read_bytes(), "q1_convolution")).points == 40


AT_HOME = (
    "fails: a file", "fails: a question", "fails: nothing, a guard against a missing file",
    "fails: a name that depends on it", "package: numba",
    "package: a stand-in returned", "package: a pool of threads", "package: a pool of processes",
    "package: a module of Python's that workers lack", "await: several at once", "module: relative imports",
    "module: one that was not sent", "module: numpy.py",
)  # fmt: skip


@pytest.mark.e2e
@pytest.mark.parametrize("name", AT_HOME)
def test_a_student_s_own_check_says_the_same(
    grade: Callable[[HandIn], Report], small_exercise: Path, name: str
) -> None:
    """The child process of `autograder check` has the files and packages of grading, no more and no fewer."""
    row = ROWS[name]
    at_home = Grader(find_assignment("small", small_exercise.parent), OwnWorker, Limits(), probes={})
    own, graded = at_home.grade(submission_of(row)), grade(row)

    assert own.problem == graded.problem
    assert [(one.verdict, one.message) for one in own.results] == [
        (one.verdict, one.message) for one in graded.results
    ]
