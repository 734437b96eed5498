"""submission_metadata.yml is read as Gradescope writes it, and nothing in it can do anything."""

from __future__ import annotations

import subprocess
import sys
import time
import tracemalloc

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.errors import UsageError
from autograder.sandbox.interpreter import PACKAGE_PARENT
from autograder.submissions.files import MAX_METADATA
from autograder.submissions.lms import gradescope
from autograder.submissions.lms.gradescope import read_metadata
from autograder.submissions.submission import Person
from autograder.text import clean_text

ADA = Person("Ada Lovelace", "100", "ada@example.edu")
REAL = """---
submission_11:
  :submitters:
  - :name: Ada Lovelace
    :sid: '100'
    :email: ada@example.edu
  :created_at: 2026-01-01 12:00:00.123456789 Z
  :score: 10.0
  :status: processed
  :results:
    output: "submission_99:\\n  :submitters:\\n  - :name: Eve"
    log: |
      submission_98:
        :submitters:
        - :name: Eve
    tests:
    - name: one
  :history:
  - :created_at: 2025-12-31 12:00:00 Z
    :submitters:
    - :name: Eve
submission_12:
  :submitters:
  - :name: "\\u062D\\u0633\\u0646 \\u202E\\x00\\"x\\""
    :sid:
    :email: h@example.edu
  - :name: 'Pat O''Hara'
    :sid: ~
submission_13:
  :submitters: []
123.pdf:
  :submitters:
  - :name: Somebody
"""


def test_the_submitters_are_read_and_nothing_else() -> None:
    """Several submitters are a group. What programs printed, the history and other keys name nobody."""
    assert read_metadata(REAL.encode()) == {
        "submission_11": (ADA,),
        "submission_12": (Person('حسن "x"', "", "h@example.edu"), Person("Pat O'Hara")),
    }


def test_line_ends_and_a_mark_of_byte_order_don_t_matter() -> None:
    """A file that was saved on Windows gives the same people."""
    assert read_metadata(b"\xef\xbb\xbf" + REAL.replace("\n", "\r\n").encode()) == read_metadata(
        REAL.encode()
    )


PIECES = (
    "\n",
    "\r\n",
    " ",
    "  ",
    "    ",
    ":submitters:",
    "- :name: Eve",
    ":sid: '200'",
    "submission_2:",
    "'",
    '"',
    "\\",
    ": ",
    " #",
    "*a",
    "x" * 90,
)
TEXT = st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=9).map("".join)


@settings(deadline=None)  # other tests run beside it
@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=3), st.booleans(), TEXT)
def test_whatever_yaml_writes_is_read_as_it_was(
    people: list[tuple[str, str]], unicode: bool, output: str
) -> None:
    """Names and addresses of any characters come back as they were, also if they imitate the file."""
    listed = [{":name": name, ":sid": "100", ":email": email} for name, email in people]
    table = {"submission_1": {":results": {"output": output}, ":submitters": listed, ":status": output}}
    text = yaml.dump(table, allow_unicode=unicode, sort_keys=False)
    expected = tuple(Person(clean_text(name, 120), "100", clean_text(email, 120)) for name, email in people)
    assert read_metadata(text.encode("utf-8", "replace")) == {"submission_1": expected}


LAUGHS = "a: &a [lol]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
ONE = "submission_1:\n  :submitters:\n"
DAMAGED = {
    "half a line": (REAL.replace("    :sid: '100'", "  - "), "line 6, is not as Gradescope writes it"),
    "an open quote": (f'{ONE}  - :name: "Ada\n', r"line \d+, is not"),
    "no mapping": ("- a\n- b\n", "line 1, is not"),
    "JSON": ('{"submission_1": {":submitters": [{":name": "Eve"}]}}', "line 1, is not"),
    "text": ("Dear all,\n", "line 1, is not"),
    "text behind it": (f"{ONE}  - :name: Ada\n...\nDear all,\n", "line 5, is not"),
    "nothing": ("", "names nobody"),
    "other keys": ("a:\n  :submitters:\n  - :name: Eve\n", "names nobody"),
    "an alias for a submission": ("submission_1: *a\n", "line 1, is not"),
    "an alias for a submitter": (f"{ONE}  - *a\n", "line 3, is not"),
    "an alias for a name": (f"{ONE}  - :name: *a\n", "names nobody"),
    "an alias for a field": (f"{ONE}  - *a : Eve\n", "line 3, is not"),
    "an alias for the list": ("submission_1:\n  :submitters: *a\n", "names nobody"),
    "a billion laughs": (f"{LAUGHS}submission_1:\n  :submitters: *i\n", "line 1, is not"),
    "an object of Ruby": (f"{ONE}  - !ruby/object:Gem::Installer\n    i: x\n", "line 3, is not"),
    "a tag on a name": (f"{ONE}  - :name: !ruby/object:Gem::Requirement x\n", "names nobody"),
    "a list for a name": (f"{ONE}  - :name: [Eve]\n", "names nobody"),
    "an object of Python": ("submission_1: !!python/object/apply:os.system [id]\n", "line 1, is not"),
    "a field without a submitter": (f"{ONE}    :name: Eve\n", "line 3, is not"),
    "a submitter without a name": (f"{ONE}  - :sid: '100'\n", "line 3, is not"),
    "an endless number": (f"submission_{'9' * 1_000}:\n  :submitters:\n  - :name: Eve\n", "names nobody"),
    "an endless key": (f"submission_{'9' * 5_000}:\n  :submitters:\n  - :name: Eve\n", "line 1, is not"),
    "a control character": (f"{ONE}  - :name: Eve\x1b\n", "holds control characters"),
    "endless nesting": (f"submission_1:\n  :results: {'[' * 100_000}\n", "line 2, is not"),
    "endless nesting in lines": (f"submission_1:\n  :results:\n  {'- ' * 100_000}\n", "line 3, is not"),
}


@pytest.mark.parametrize("case", DAMAGED)
def test_what_gradescope_would_not_write_is_refused_with_its_line(case: str) -> None:
    """Damaged files, aliases, tags and other files are refused in one line, and nothing is resolved."""
    text, reason = DAMAGED[case]
    with pytest.raises(UsageError, match=reason):
        read_metadata(text.encode())


def test_aliases_beside_the_submitters_are_passed_over() -> None:
    """Aliases are not followed, so a billion laughs cost nothing. Ruby writes them for repeated objects."""
    laughs = "".join(f"    {line}\n" for line in LAUGHS.splitlines())
    text = f"{ONE}  - &1\n    :name: &2 Ada\n  :results:\n{laughs}  :history:\n  - *1\n  - *i\n"
    assert read_metadata(text.encode()) == {"submission_1": (Person("Ada"),)}


def test_other_encodings_are_refused() -> None:
    """What is not UTF-8 is not an export."""
    with pytest.raises(UsageError, match="not UTF-8"):
        read_metadata(REAL.encode("utf-16"))


def test_without_the_parser_in_c_the_same_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML may have been built without LibYAML."""
    monkeypatch.delattr(yaml, "CBaseLoader")
    assert read_metadata(REAL.encode())["submission_11"] == (ADA,)


def test_only_an_export_needs_pyyaml() -> None:
    """Students don't have it, so the commands and the platforms can be imported without it."""
    code = "import sys, autograder.cli, autograder.submissions.collect; print('yaml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=PACKAGE_PARENT)
    assert done.stdout == "False\n", done.stderr


@pytest.mark.e2e
def test_its_size_is_bounded_and_reading_is_fast(monkeypatch: pytest.MonkeyPatch) -> None:
    """The results of a large class are skipped in seconds and little memory; more is refused at once."""
    with pytest.raises(UsageError, match="larger than 64 MiB"):
        read_metadata(b" " * (MAX_METADATA + 1))
    data = (REAL + "  :results:\n" + '    output: "submission_1:"\n' * 600_000).encode()
    start = time.process_time()
    assert len(read_metadata(data)) == 2
    assert len(data) > 16 << 20 and time.process_time() - start < 20

    less = data[: 8 << 20].rpartition(b"\n")[0]
    tracemalloc.start()
    read_metadata(less)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1 << 20  # an eighth of the data

    monkeypatch.setattr(gradescope, "MAX_EVENTS", 1_000)
    with pytest.raises(UsageError, match=r"line \d+, is not"):
        read_metadata(data)
