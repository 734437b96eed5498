"""Every message that a student can meet exists in Persian. The environment chooses the language."""

from __future__ import annotations

import io
import json
import re
import string
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from click.testing import CliRunner
from conftest import SMALL_ANSWER

from autograder import i18n as language
from autograder.cli.main import main
from autograder.i18n import LAYOUT, _, ngettext
from autograder.reports.student_text import HIDDEN_MESSAGES, student_message
from autograder.results import CheckResult, Verdict
from autograder.session.failures import UNSENDABLE, missing_name_message, no_data_message
from autograder.text import clean_text

PACKAGE = Path(language.__file__).parent
CATALOGUE = PACKAGE / "locale" / "fa" / "LC_MESSAGES" / "autograder.po"
PERSIAN = re.compile("[\u0600-\u06ff]")
FIRST_STRONG, POP = "\u2068", "\u2069"


def catalogue() -> Catalog:
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="fa")


def translated() -> list[Message]:
    return [message for message in catalogue() if message.id]


def source_of(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def texts_of(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string)


def test_the_catalogue_holds_the_messages_of_the_code() -> None:
    """None is missing, none is left over, and each has its Persian text. If this fails, run `make words`."""
    methods = [("**.py", "python"), ("reports/templates/**.html", "jinja2")]
    found = extract_from_dir(PACKAGE, methods, keywords={**DEFAULT_KEYWORDS, "N_": None})
    marked = {message for _file, _line, message, _comments, _context in found}

    assert {message.id for message in translated()} == marked
    assert [
        source_of(message) for message in translated() if message.fuzzy or not all(texts_of(message))
    ] == []
    assert list(catalogue().obsolete) == []


def test_the_compiled_catalogue_is_that_of_the_text() -> None:
    """autograder.mo is what autograder.po compiles to, so that nobody needs Babel to read Persian."""
    compiled = io.BytesIO()
    write_mo(compiled, catalogue())

    assert CATALOGUE.with_suffix(".mo").read_bytes() == compiled.getvalue()


def inserts(template: str) -> set[tuple[str, str | None, str | None]]:
    return {
        (name, spec, conversion)
        for _text, name, spec, conversion in string.Formatter().parse(template)
        if name is not None
    }


@pytest.mark.parametrize("message", translated(), ids=source_of)
def test_a_translation_fills_in_the_same_and_reads_from_right_to_left(message: Message) -> None:
    """It has the same placeholders, isolated from the sentence, and begins and ends from right to left."""
    source = source_of(message)
    for text in texts_of(message):
        outside = "".join(re.split(f"{FIRST_STRONG}[^{FIRST_STRONG}{POP}]*{POP}", text))

        assert inserts(text) == inserts(source)
        assert PERSIAN.search(text) or not re.search("[a-z]{3}", re.sub(r"{\w+}", "", source))
        assert {unicodedata.bidirectional(text[0]), unicodedata.bidirectional(text[-1])} <= {"R", "AL"}
        assert not {"{", FIRST_STRONG, POP} & set(outside) and not re.search(
            r"[A-Za-z_][(.=]|[.=/][A-Za-z]", outside
        )


def test_invisible_characters_are_the_templates_only() -> None:
    """A Persian message keeps what it needs to be laid out; text of a student's making has none of that."""
    assert LAYOUT and all(unicodedata.category(character) == "Cf" for character in LAYOUT)
    assert clean_text(f"a{LAYOUT}b\u202e") == "ab"
    assert clean_text(f"a{LAYOUT}b\u202e", keep=LAYOUT) == f"a{LAYOUT}b"


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "fa_IR.UTF-8"}, "fa"),
        ({"LANG": "fa"}, "fa"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "fa_IR.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "fa_IR"}, "fa"),
        ({"LANG": "C", "LANGUAGE": "de:fa"}, "fa"),
        ({"LANG": "fa_IR.UTF-8", "LANGUAGE": "en"}, "en"),
        ({}, "en"),
    ],
    ids=str,
)
def test_the_environment_chooses_the_language(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: str
) -> None:
    """LANGUAGE, LC_ALL, LC_MESSAGES and LANG count in this order. English is there whatever they say."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert language.current_language() == expected
    assert bool(PERSIAN.search(_("This part is not written yet."))) == (expected == "fa")
    words = ngettext("{have} row instead of {want}", "{have} rows instead of {want}", 2)
    persian = "\u200f\u20682\u2069 سطر به\u200cجای \u20683\u2069\u200f"
    assert words.format(have=2, want=3) == ("2 rows instead of 3" if expected == "en" else persian)


def test_every_verdict_has_words_for_students(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a student reads of a hidden check is a sentence of ours. A passed check needs none."""
    for verdict in Verdict:
        result = CheckResult("q", "test", "Sentence.", "rung", True, 1, verdict, "SECRET")
        assert student_message(result) == HIDDEN_MESSAGES[verdict]
        monkeypatch.setenv("LANGUAGE", "fa")
        assert bool(PERSIAN.search(student_message(result))) == (verdict is not Verdict.PASSED)
        monkeypatch.setenv("LANGUAGE", "en")


def test_the_option_chooses_the_language(small_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--lang` goes before LANG, in both directions."""
    (small_folder / "small.py").write_text("table = [1, 2]")
    check = ["check", str(small_folder)]

    assert (
        "double is not defined"
        in CliRunner().invoke(main, [*check, "--lang", "en"], env={"LANGUAGE": "fa"}).output
    )
    persian = CliRunner().invoke(main, [*check, "--lang", "fa"], env={"LANG": "en_US.UTF-8"})
    assert (
        "double⁩ تعریف نشده است" in persian.output and "تا اینجا" in persian.output and persian.exit_code == 1
    )


def test_graders_side_by_side_speak_the_language(small_exercise: Path, tmp_path: Path) -> None:
    """The processes that `-j` starts write what the option says."""
    for name in ("alice.py", "bob.py"):
        (tmp_path / name).write_text(SMALL_ANSWER.replace("return 2.0", "return 3.0"))
    arguments = [
        "grade",
        "small",
        "alice.py",
        "bob.py",
        "-o",
        "out",
        "-j",
        "2",
        "--lang",
        "fa",
        "--solutions",
        str(small_exercise.parent),
    ]
    ended = subprocess.run(
        [sys.executable, "-c", "from autograder.cli import main; main()", *arguments],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )

    assert ended.returncode == 0, ended.stderr
    for name in ("alice", "bob"):
        rows = json.loads((tmp_path / "out" / "results" / f"{name}.json").read_text(encoding="utf-8"))[
            "tests"
        ]
        assert [bool(PERSIAN.search(row["output"])) for row in rows] == [
            row["status"] == "failed" for row in rows
        ]
        assert "failed" in [row["status"] for row in rows]


def test_a_worker_s_text_is_no_template() -> None:
    """What an untrusted process says fills a place in a sentence of ours; braces in it stay braces."""
    for text in [
        "no data: {call.__class__}",
        "{0:>999999999}",
        *(f"{reason}: {{detail}}" for reason in UNSENDABLE),
    ]:
        assert (
            "__class__'" not in no_data_message("f(x)", "f", text)
            and len(no_data_message("f(x)", "f", text)) < 300
        )
    assert (
        no_data_message("f(x)", "f", "no data: {call}")
        == "f(x) is of type {call}, expected a number, a text, a list, a dict or an array"
    )
    assert no_data_message("f(x)", "f", "{detail}") == "f(x) can't be checked: {detail}"
    assert (
        missing_name_message("f", "{name}", "")
        == "f is not defined, but {name} is. Rename it: the checks look for f"
    )
