"""Other files of a submission are modules, as far as Python would find them beside the file that runs."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from autograder.submissions.modules import MAX_MODULES, module_paths, that_fit

PLACES = {
    "beside the file": ("q1.py", ["helper.py"], {"helper": "helper.py"}),
    "in a folder, with the file": ("hw/q1.py", ["hw/helper.py"], {"helper", "hw.helper"}),
    "outside of the file's folder": ("hw/q1.py", ["helper.py"], {"helper"}),
    "a package": ("q1.py", ["tools/__init__.py", "tools/pad.py"], {"tools.__init__", "tools.pad"}),
    "a folder without a file of its own": ("q1.py", ["tools/pad.py"], {"tools.pad"}),
    "the file itself": ("q1.py", ["q1.py"], set()),
    "no Python": ("q1.py", ["notes.txt", "a.ipynb"], set()),
    "a name with a blank": ("q1.py", ["my helper.py", "helper (1).py", "class.py", "a-b.py"], set()),
    "an installed package": ("q1.py", ["venv/lib/x.py", ".venv/y.py", "site-packages/z.py"], set()),
    "a main module": ("q1.py", ["__main__.py", "__init__.py"], set()),
}


@pytest.mark.parametrize("case", PLACES)
def test_a_module_is_found_where_python_finds_it(case: str) -> None:
    """Dotted paths begin at the file's own folder, then at the outermost one."""
    chosen, others, expected = PLACES[case]
    found = module_paths(PurePosixPath(chosen), map(PurePosixPath, others))
    if isinstance(expected, dict):
        assert {name: str(path) for name, path in found.items()} == expected
    else:
        assert set(found) == expected


def test_of_two_files_of_one_name_the_nearer_one_counts() -> None:
    """A module beside the file hides one of the same name further out, whatever their order."""
    for others in (["helper.py", "hw/helper.py"], ["hw/helper.py", "helper.py"]):
        found = module_paths(PurePosixPath("hw/q1.py"), map(PurePosixPath, others))
        assert str(found["helper"]) == "hw/helper.py"


def test_there_is_a_bound_to_their_number_and_their_size() -> None:
    """The first two hundred count; a module that does not fit is left out, and a smaller one still fits."""
    paths = [PurePosixPath(f"m{number}.py") for number in range(MAX_MODULES + 5)]
    assert len(module_paths(PurePosixPath("q1.py"), paths)) == MAX_MODULES
    assert set(that_fit({"a": "x" * 4, "b": "x" * 7, "c": "x" * 6}, 10)) == {"a", "c"}
