"""`autograder new`: a small but complete exercise to be rewritten. {exercise} is its folder, {name} what students write."""

from __future__ import annotations

import keyword
import re
from pathlib import Path

from autograder.errors import UsageError

FILES = {
    "{exercise}.py": '''\
"""One sentence that says what this exercise is about.

Fill in every part that says 'write your answer/code here'.
"""

import numpy as np

# %% [markdown]
# Cells like this one explain the answer. Students don't get them, nor what is inside functions, nor names with a leading underscore.


# %%
def {name}(x: np.ndarray) -> np.ndarray:
    """Return twice `x`, as floats, in the shape of `x`."""
    return 2.0 * x
''',
    "statement.md": """\
# The exercise's title

2 points. What this is about, in a few sentences.

## `{name}(x)`

Return twice `x`, an array of any shape.

```python
>>> {name}(np.array([1.0, 3.0]))
array([2., 6.])
```

## Check your work

Run `autograder check` in this folder, or `pytest`.
""",
    "statement.fa.md": """\
# عنوان تمرین

<div dir="rtl">

۲ نمره. موضوع تمرین در چند جمله.

</div>

## `{name}(x)`

<div dir="rtl">

دو برابر `x` را برگردانید. `x` آرایه‌ای با هر شکلی است.

</div>

```python
>>> {name}(np.array([1.0, 3.0]))
array([2., 6.])
```

## پاسخ خود را بیازمایید

<div dir="rtl">

در همین پوشه `autograder check` یا `pytest` را اجرا کنید.

</div>
""",
    "test_visible.py": '''\
"""The checks of {exercise} that come with the exercise."""

import numpy as np

from autograder.checking import assert_array, points


@points(1, rung="doubling")
def test_a_row_is_doubled(student):
    """{name} doubles every number of a row."""
    assert_array(student.{name}(np.array([1.0, 3.0])), [2.0, 6.0])
''',
    "test_hidden.py": '''\
"""The checks of {exercise} that only the grader has."""

from autograder.checking import assert_array, points


@points(1, rung="doubling")
def test_any_array_is_doubled(student, rng):
    """{name} doubles arrays of any shape."""
    x = rng.integers(1, 9, size=(2, 3)).astype(float)

    assert_array(student.{name}(x), x + x)
''',
    "mistakes/squares.py": '''\
"""{name} squares instead of doubling."""

RUNG = "doubling"
HINT_EN = "What is twice 3, and what does your function give for it?"
HINT_FA = "دو برابر ۳ چند است و تابع شما برای آن چه می‌دهد؟"


def {name}(x):
    return x**2
''',
    "variants/adds.py": '''\
"""Adds `x` to itself, and returns nested lists."""


def {name}(x):
    return (x + x).tolist()
''',
}


def new_exercise(exercise: str, solutions: Path) -> Path:
    """Make `solutions/<exercise>/` and return it. Raises UsageError for a name that is taken or can't be one."""
    match = re.fullmatch(r"q[0-9]+_([a-z][a-z0-9_]*)", exercise)
    if not match or keyword.iskeyword(match[1]):
        raise UsageError(f"{exercise!r} can't be an exercise's name. Choose one like q5_pooling: q, a number, _, lower-case words")
    folder = solutions / exercise
    if folder.exists():
        raise UsageError(f"{folder} is there already. Choose another name")
    for file, text in FILES.items():
        path = folder / file.format(exercise=exercise)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("{exercise}", exercise).replace("{name}", match[1]), encoding="utf-8", newline="\n")
    return folder
