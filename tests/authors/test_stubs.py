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
    "a private class": "class _SECRET:\n    x = SECRET\nf = 1\n",
    "the main part": "f = 1\nif __name__ == '__main__':\n    SECRET\n",
    "a method on the line of its class": "class f:\n    def g(self): return SECRET\n",
    "a second text in a method": 'class f:\n    def g(self):\n        """Public."""\n        """SECRET"""\n',
    "a comment in a class": "class f:  # SECRET\n    # SECRET\n    x: int  # SECRET\n    y = 1  # SECRET\n",
    "a comment in a constant": "class f:\n    X: Final = [\n        1,  # SECRET\n    ]\n    y = 1\n",
    "a private class inside": "class f:\n    x = 1\n    class _SECRET:\n        y = SECRET\n",
    "the slots of a class": "class f:\n    __slots__ = ('SECRET',)\n    x = 1\n",
    "behind a semicolon in a class": "class f:\n    X: Final = 1; y = SECRET\n",
    "a private value": "_SECRET = 3\nf = 1\n",
    "a private value with its type": "_f: SECRET = 3\nf = 1\n",
    "an import for the body only": "from numpy import SECRET\ndef f(x):\n    return SECRET(x)\n",
}


CLASS_START = START + "import abc\nimport enum\nfrom dataclasses import dataclass, field\n\n"
CLASSES = {
    "methods, fields and properties": (
        """class Account(abc.ABC):
    \'\'\'An account.\'\'\'

    owner: str
    RATE: Final = 0.02
    kinds: ClassVar[tuple[str, ...]] = (
        "open",
        "closed",
    )
    SECRET_limit = 3
    _SECRET = 4
    __slots__ = ("SECRET",)

    def __init__(self, owner: str, *, balance: int = 0) -> None:  # SECRET
        \'\'\'Open it.\'\'\'
        self._SECRET = balance

    @property
    def balance(self) -> int:
        return self._SECRET

    @balance.setter
    def balance(
        self,
        value: int,
    ) -> None:
        self._SECRET = value

    @staticmethod
    @abc.abstractmethod
    def bank(): return SECRET
    @SECRET
    def _helper(self):
        return SECRET
    def __add__(self, other): return SECRET
    class Kind(enum.Enum):
        # SECRET
        OPEN = "open"
        OTHER = enum.auto()
    class _SECRET: ...
""",
        """class Account(abc.ABC):
    \'\'\'An account.\'\'\'

    owner: str
    RATE: Final = 0.02
    kinds: ClassVar[tuple[str, ...]] = (
        "open",
        "closed",
    )
    SECRET_limit = ...  # write your answer here

    def __init__(self, owner: str, *, balance: int = 0) -> None:
        \'\'\'Open it.\'\'\'
        raise NotImplementedError("Account.__init__: write your code here")

    @property
    def balance(self) -> int:
        raise NotImplementedError("Account.balance: write your code here")

    @balance.setter
    def balance(
        self,
        value: int,
    ) -> None:
        raise NotImplementedError("Account.balance: write your code here")

    @staticmethod
    @abc.abstractmethod
    def bank():
        raise NotImplementedError("Account.bank: write your code here")

    def __add__(self, other):
        raise NotImplementedError("Account.__add__: write your code here")

    class Kind(enum.Enum):
        OPEN = 'open'
        OTHER = enum.auto()""",
    ),
    "a class without members": ("class f(list):\n    _SECRET = 1\n", "class f(list):\n    pass"),
    "an exception": (
        'class f(ValueError):\n    """Not enough."""\n',
        'class f(ValueError):\n    """Not enough."""',
    ),
    "a dataclass": (
        """@dataclass(frozen=True, order=True)
class Point:
    x: float
    tags: list[str] = field(default_factory=list, compare=False)
    y: float = 0.0  # SECRET
    _SECRET: float = field(init=False)

    def length(self) -> float:
        return SECRET
""",
        """@dataclass(frozen=True, order=True)
class Point:
    x: float
    tags: list[str] = field(default_factory=list, compare=False)
    y: float = 0.0

    def length(self) -> float:
        raise NotImplementedError("Point.length: write your code here")""",
    ),
    "a value of another class": (
        "class f:\n    x: int = SECRET\n    y = SECRET\n",
        "class f:\n    x: int = ...  # write your answer here\n    y = ...  # write your answer here",
    ),
}


@pytest.mark.parametrize("code, want", CLASSES.values(), ids=CLASSES)
def test_students_get_the_outside_of_a_class(stub_of, code: str, want: str) -> None:
    """Its bases, fields, signatures, docstrings and declared constants; no body, value or private member."""
    code, want = code.replace("'''", '"""'), want.replace("'''", '"""')
    stub = stub_of(code, start=CLASS_START)

    assert [*(cell for cells in stub.cells.values() for cell in cells), *stub.rest] == [want]
    assert "SECRET" not in want.replace("SECRET_limit", "")
    assert ast.parse(want)


def test_what_is_complete_needs_no_heading(stub_of) -> None:
    """Exceptions, fields, constants and types have nothing left to write, so they are given."""
    stub = stub_of(
        "Pair: TypeAlias = tuple[int, int]\nT = TypeVar('T', bound=int)\nLIMIT: Final = {'a': [1, -2]}\n"
        "Point = namedtuple('Point', ['x', 'y'])\n"
        "class Empty(Exception): pass\n@dataclass\nclass Place:\n    x: int = 3\n"
        "def f(p: Pair) -> int:\n    return 1\n"
    )

    assert stub.given_names == {"Pair", "T", "LIMIT", "Point", "Empty", "Place"}
    assert list(stub.cells) == ["f"] and stub.rest == ()
    assert stub.cells["f"][2:5] == (
        "LIMIT: Final = {'a': [1, -2]}",
        "Point = namedtuple('Point', ['x', 'y'])",
        "class Empty(Exception):\n    pass",
    )


def test_a_script_keeps_its_given_cells_and_nothing_else(stub_of) -> None:
    """What it does between one given cell and the next becomes one line that raises."""
    stub = stub_of(
        "SECRET = 3\nfor n in range(SECRET):\n    print(SECRET)\n\n"
        '# %% tags=["given"]\nrows = 5\n\n# %%\nprint(SECRET)\n# %%\nprint(SECRET)\n'
    )

    raises = 'raise NotImplementedError("q9_new: write your code here")'
    assert (stub.cells, stub.rest, stub.is_script) == ({}, (raises, "rows = 5", raises), True)
    assert "SECRET" not in repr(stub)


@pytest.mark.parametrize(
    "code",
    [
        "if __name__ == '__main__':\n    print(SECRET)\n",
        "print(SECRET)\n",
        "while True:\n    SECRET\n",
        "def _f():\n    SECRET\n_f()\n",
        "try:\n    x = SECRET\nexcept ValueError:\n    pass\n",
    ],
)
def test_statements_that_act_make_a_script(stub_of, code: str) -> None:
    """Without a public function or class there is nothing that they could be forgotten in."""
    stub = stub_of(code)

    assert stub.is_script and "SECRET" not in repr(stub) and len(stub.rest) == 1


def test_the_main_part_of_a_module_is_dropped(stub_of) -> None:
    """What stands under `if __name__ == "__main__":` is for its author."""
    stub = stub_of('f = 1\nif __name__ == "__main__":\n    print(SECRET)\n')

    assert (list(stub.cells), stub.rest, stub.is_script) == (["f"], (), False)


@pytest.mark.parametrize("code", HIDING_PLACES.values(), ids=HIDING_PLACES)
def test_nothing_else_of_an_answer_is_published(stub_of, code: str) -> None:
    """Bodies, values, comments, markdown, private names and the imports only they need stay behind."""
    stub = stub_of(code)

    assert "f" in stub.cells
    assert "SECRET" not in repr(stub)
    assert all(ast.parse(cell) for cells in stub.cells.values() for cell in cells)


REFUSED = {
    "an if": "if True:\n    f = 1\ndef g(): ...\n",
    "a loop": "for i in range(3):\n    f = i\ndef g(): ...\n",
    "a with": "with open('f'):\n    f = 1\ndef g(): ...\n",
    "a try": "try:\n    f = 1\nfinally:\n    pass\ndef g(): ...\n",
    "an expression": "print(1)\ndef g(): ...\n",
    "a text that is no docstring": '"""Text."""\n',
    "an assertion": "assert True\ndef g(): ...\n",
    "a decorated function": "@property\ndef f(x):\n    return 1\n",
    "a main part with an else": "def f(): ...\nif __name__ == '__main__':\n    f()\nelse:\n    f()\n",
    "a computed constant": "X: Final = 1 + 1\ndef f(): ...\n",
    "a computed type alias": "X: TypeAlias = print(1)\n",
    "a computed type variable": "T = TypeVar('T', bound=print(1))\n",
    "a decorated class": "@print\nclass F:\n    x = 1\n",
    "a decorator with code": "@dataclass(frozen=print(1))\nclass F:\n    x: int\n",
    "a computed base": "class F(print(1)):\n    x = 1\n",
    "a computed argument of a class": "class F(metaclass=print(1)):\n    x = 1\n",
    "bases from a list": "class F(*[int]):\n    x = 1\n",
    "arguments of a class from a dict": "class F(**{'metaclass': type}):\n    x = 1\n",
    "a private base": "class _B:\n    x = 1\nclass F(_B):\n    y = 1\n",
    "a private type": "_T = 1\ndef f(x: _T): ...\n",
    "a decorated method": "class F:\n    @cache\n    def g(self): ...\n",
    "a setter of another name": "class F:\n    @g.setter\n    def h(self): ...\n",
    "an async method": "class F:\n    async def g(self): ...\n",
    "an if in a class": "class F:\n    if True:\n        x = 1\n",
    "a loop in a class": "class F:\n    for i in range(3):\n        x = i\n",
    "a call in a class": "class F:\n    print(1)\n",
    "an import in a class": "class F:\n    import math\n",
    "several targets in a class": "class F:\n    x = y = 1\n",
    "a second text in a class": 'class F:\n    """One."""\n    """Two."""\n',
    "a docstring of a class in single quotes": "class F:\n    'One.'\n",
    "a method that is another one": "class F:\n    __radd__ = print\n",
    "a computed default of a method": "class F:\n    def g(self, x=[1]): ...\n",
    "a computed constant of a class": "class F:\n    X: Final = print(1)\n",
    "a computed annotation in a class": "class F:\n    x: print(1)\n",
    "a computed default of a field": "@dataclass\nclass F:\n    x: int = 1 + 1\n",
    "a computed factory": "@dataclass\nclass F:\n    x: list = field(default_factory=lambda: [1])\n",
    "a private field": "@dataclass\nclass F:\n    _x: int = 3\n",
    "a computed member of an enumeration": "class F(Enum):\n    X = print(1)\n",
    "code for a member of an enumeration": "class F(Enum):\n    X = auto(print(1))\n",
    "an async function": "async def f(x):\n    return 1\n",
    "several targets": "f = g = 1\n",
    "unpacking": "f, g = 1, 2\n",
    "an element": "np.x = 1\n",
    "an augmented assignment": "f = 1\nf += 1\ndef g(): ...\n",
    "a declaration": "f: int\n",
    "a del": "del np\ndef g(): ...\n",
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
        stub_of("def f(): ...", start="print(1)\n")


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
