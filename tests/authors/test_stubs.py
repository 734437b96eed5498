"""Stubs: what students get of a solution, what they never get, and what is refused."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from autograder.authors.stubs import Stub, make_stub
from autograder.errors import AuthorError
from autograder.exercises.load import exercise_folders

SOLUTIONS = Path(__file__).parents[2] / "solutions"
START = '"""An exercise."""\n\nimport numpy as np\n\n'


@pytest.fixture
def stub_of(tmp_path: Path):
    """Make the stub of a solution that begins with a docstring and an import."""

    def stub_of(code: str, start: str = START, statement: str = "") -> Stub:
        (tmp_path / "q9_new").mkdir(exist_ok=True)
        file = tmp_path / "q9_new" / "q9_new.py"
        file.write_text(start + code, encoding="utf-8")
        return make_stub(file, statement)

    return stub_of


KEPT = {
    "a function": (
        'def f(x: np.ndarray, *, n: int = -1) -> int | None:\n    """Return it."""\n    return 1\n',
        'def f(x: np.ndarray, *, n: int = -1) -> int | None:\n    """Return it."""\n    raise NotImplementedError("f: write your code here")',  # noqa: E501 - one case, one line
    ),
    "a signature as its author laid it out": (
        'def f(\n    x,\n\n    y="a:#b",\n):\n    """Return it.\n\n    At once.\n    """\n    return 1\n',
        'def f(\n    x,\n    y="a:#b",\n):\n    """Return it.\n\n    At once.\n    """\n    raise NotImplementedError("f: write your code here")',  # noqa: E501 - one case, one line
    ),
    "a function without docstring": (
        "def f(x): return x\n",
        'def f(x):\n    raise NotImplementedError("f: write your code here")',
    ),
    "a Persian function": (
        'def تابع(ورودی="ب"):\n    """برگردان."""\n    return 1\n',
        'def تابع(ورودی="ب"):\n    """برگردان."""\n'
        '    raise NotImplementedError("تابع: write your code here")',
    ),
    "a value": ("f = [\n    1,\n    2,\n]\n", "f = ...  # write your answer here"),
    "a value with its type": ("f: list[int] = [1, 2]\n", "f: list[int] = ...  # write your answer here"),
}


@pytest.mark.parametrize("code, want", KEPT.values(), ids=KEPT)
def test_students_get_the_signature_and_docstring_as_they_are_written(stub_of, code: str, want: str) -> None:
    """Signature, type and docstring are copied; the body or value is not."""
    (cells,) = stub_of(code).cells.values()

    assert cells == (want,)


HIDING_PLACES = {
    "a body": "def f(x):\n    return SECRET\n",
    "a body on the line of the signature": "def f(x): return SECRET\n",
    "behind a semicolon": "f = 1; g = SECRET\n",
    "a decorator at the start of a body": "def f(x):\n    @SECRET\n    def g(): ...\n    return g\n",
    "a decorated class at the start of a body": "def f(x):\n    @SECRET\n    class A: ...\n",
    "parentheses at the start of a body": "def f(x):\n    (SECRET\n    ).a\n",
    "a second text after the docstring": 'def f(x):\n    """Public."""\n    """SECRET"""\n',
    "a formatted text in place of the docstring": 'def f(x):\n    f"""SECRET"""\n',
    "a comment in the signature": "def f(  # SECRET\n    x,  # SECRET\n    # SECRET\n):\n    return 1\n",
    "a comment behind the signature": "def f(x):  # SECRET\n    return 1\n",
    "a comment before the docstring": 'def f(x):\n    # SECRET\n    """Public."""\n',
    "a comment behind the docstring": 'def f(x):\n    """Public."""  # SECRET\n    return 1\n',
    "a comment between functions": "# SECRET\ndef f(x):\n    return 1\n# SECRET\n",
    "a comment behind an import": "import math  # SECRET\nf = 1\n",
    "a comment in an import": "from math import (  # SECRET\n    pi,  # SECRET\n)\nf: pi = 1\n",
    "a comment in an annotation": "f: list[  # SECRET\n    int  # SECRET\n] = 1\n",
    "a markdown cell": "# %% [markdown]\n# SECRET\n\n# %%\nf = 1\n",
    "a value": "f = SECRET\n",
    "a function as a value": "f = lambda x: SECRET\n",
    "a value with walrus": "f = (SECRET := 3)\n",
    "a private function": "def _SECRET(x):\n    return SECRET\nf = 1\n",
    "a decorated private function": "@SECRET\ndef _f(x):\n    return 1\nf = 1\n",
    "a private value": "_SECRET = 3\nf = 1\n",
    "a private value with its type": "_f: SECRET = 3\nf = 1\n",
    "an import for the body only": "from numpy import SECRET\ndef f(x):\n    return SECRET(x)\n",
}


@pytest.mark.parametrize("code", HIDING_PLACES.values(), ids=HIDING_PLACES)
def test_nothing_else_of_an_answer_is_published(stub_of, code: str) -> None:
    """Bodies, values, comments, markdown, private names and the imports only they need stay behind."""
    stub = stub_of(code)

    assert "f" in stub.cells
    assert "SECRET" not in repr(stub)
    assert all(ast.parse(cell) for cells in stub.cells.values() for cell in cells)


REFUSED = {
    "an if": "if True:\n    f = 1\n",
    "a loop": "for i in range(3):\n    f = i\n",
    "a with": "with open('f'):\n    f = 1\n",
    "a try": "try:\n    f = 1\nfinally:\n    pass\n",
    "a class": "class F:\n    x = 1\n",
    "a private class": "class _F:\n    x = 1\n",
    "an expression": "print(1)\n",
    "a text that is no docstring": '"""Text."""\n',
    "an assertion": "assert True\n",
    "a decorated function": "@property\ndef f(x):\n    return 1\n",
    "an async function": "async def f(x):\n    return 1\n",
    "several targets": "f = g = 1\n",
    "unpacking": "f, g = 1, 2\n",
    "an element": "np.x = 1\n",
    "an augmented assignment": "f = 1\nf += 1\n",
    "a declaration": "f: int\n",
    "a del": "del np\n",
    "a star import": "from math import *\n",
    "a relative import": "from .other import f\n",
    "a computed default": "def f(x=1 + 1):\n    return 1\n",
    "a computed keyword default": "def f(*, x=[1]):\n    return 1\n",
    "a computed annotation": "def f(x: print(1)):\n    return 1\n",
    "a computed return annotation": "def f(x) -> (lambda: 1):\n    return 1\n",
    "a computed type of a value": "f: [i for i in (1,)] = 1\n",
    "a docstring in single quotes": "def f(x):\n    'Text.'\n",
    "a docstring in two pieces": 'def f(x):\n    """Text.""" """More."""\n',
    "a docstring in parentheses": 'def f(x):\n    ("""Text.""")\n',
    "a name defined twice": "f = 1\nf = 2\n",
    "a given name defined again": '# %% tags=["given"]\nf = 1\n# %%\nf = 2\n',
    "a given function defined again": '# %% tags=["given"]\ndef f(): ...\n# %%\nf = 2\n',
    "code in a markdown cell": "# %% [markdown]\nf = 1\n",
    "a cell marker in a function": "def f(x):\n# %%\n    return 1\n",
    "a given cell that ends in a function": '# %% tags=["given"]\ndef f(x):\n# %%\n    return 1\n',
    "a misspelt tag": '# %% tags=["givn"]\nf = 1\n',
    "another tag too": '# %% tags=["given", "x"]\nf = 1\n',
    "a marker without a space": '#%% tags="given"\nf = 1\n',
    "a cell's title": "# %% a title\nf = 1\n",
    "no Python": "def f(:\n",
}


@pytest.mark.parametrize("code", REFUSED.values(), ids=REFUSED)
def test_whatever_is_not_known_to_be_public_is_refused(stub_of, code: str) -> None:
    """The stub maker names the file, a line of the offending statement and a remedy, and makes nothing."""
    with pytest.raises(AuthorError, match=r"^q9_new/q9_new\.py, line \d+: .*; ") as caught:
        stub_of(code)

    line = int(str(caught.value).split("line ")[1].split(":")[0])
    assert START.count("\n") < line <= (START + code).count("\n")


def test_a_first_statement_that_is_no_docstring_is_refused(stub_of) -> None:
    """Before the imports there is only a docstring."""
    with pytest.raises(AuthorError, match="line 1: a statement of the kind Expr"):
        stub_of("", start="print(1)\n")


def test_given_cells_are_published_as_they_stand_before_what_follows_them(stub_of) -> None:
    """A given cell keeps its comments and belongs to the next name.

    After the last name it comes at the end.
    """
    stub = stub_of(
        '# %% tags=["given"]\nX = np.eye(2)  # the image\n\n# %%\nf = 1\ng = 2\n'
        '# %% tags=["given"]\nif X.any():\n    print(X)\n'
    )

    assert stub.cells["f"] == ("X = np.eye(2)  # the image", "f = ...  # write your answer here")
    assert stub.cells["g"] == ("g = ...  # write your answer here",)
    assert stub.rest == ("if X.any():\n    print(X)",)
    assert stub.given_names == {"X"}


@pytest.mark.parametrize(
    "code, statement, want",
    [
        ("f = 1\n", "", ()),
        ("f = 1\n", "`np.array`", ("import numpy as np",)),
        ("def f(x: np.ndarray): ...\n", "", ("import numpy as np",)),
        ('# %% tags=["given"]\nX = np.eye(2)\n', "", ("import numpy as np",)),
        ("from __future__ import annotations\nf = 1\n", "", ("from __future__ import annotations",)),
    ],
)
def test_imports_stay_where_the_stub_or_the_statement_uses_them(
    stub_of, code: str, statement: str, want: tuple[str, ...]
) -> None:
    """An import that only the bodies need would show how the solution works, so it is left out."""
    assert stub_of(code, statement=statement).imports == want


@pytest.mark.parametrize("folder", exercise_folders(SOLUTIONS), ids=lambda folder: folder.name)
def test_a_stub_promises_what_the_answer_keeps(folder: Path) -> None:
    """Every exercise's stub has the names, signatures, types and docstrings of its solution."""
    answer = ast.parse((folder / f"{folder.name}.py").read_text(encoding="utf-8"))
    stub = make_stub(folder / f"{folder.name}.py", "")
    functions = {node.name: node for node in answer.body if isinstance(node, ast.FunctionDef)}
    for name, cells in stub.cells.items():
        node = ast.parse(cells[-1]).body[0]
        if isinstance(node, ast.FunctionDef):
            want = functions[name]
            assert ast.dump(node.args) == ast.dump(want.args)
            assert ast.get_docstring(node) == ast.get_docstring(want)
            assert [type(part) for part in node.body] == [ast.Expr, ast.Raise]
    assert stub.cells.keys() >= {name for name in functions if not name.startswith("_")}
