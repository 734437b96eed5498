"""Sentences about what happened instead of a result: an error, a time-out, a value that is no data.

What comes from a worker is text of a student's making. It is cleaned, and never used as a template.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from autograder.errors import Crashed, TimedOut
from autograder.i18n import N_, _, ngettext
from autograder.text import clean_text, first_line
from autograder.worker.loading import SKIPPED, TOO_EARLY

MAX_CODE = 80
STUB_TEXT = ": write your code here"
"""The end of the text of the NotImplementedError that an untouched stub raises."""
UNSENDABLE = {
    "a function": N_("{call} is a function or class, but a value is expected: write {call} = …"),
    "no function": N_("{name} is a value of type {detail}, but a function is expected: write def {name}(…)"),
    "masked array": N_("{call} is a masked array, expected a plain array; .filled(0) makes one"),
    "no data": N_("{call} is of type {detail}, expected a number, a text, a list, a dict or an array"),
    "stand-in": N_("{call} is something of {detail}, which is not there at grading, and no result"),
    "no exception": N_("{detail} is no class of exceptions, and the check waits for one"),
    "no part": N_("{call} is not there: it is looked for in a {detail}"),
    "no program": N_("what the file prints can't be checked in a notebook; autograder check does it"),
    "no file": N_("no file {call} was written"),
    "other file": N_("no file {call} was written, but {detail} is there: is the name right?"),
    "no text": N_("{call} is no text in UTF-8 (byte {detail})"),
    "no longer there": N_("{call} can't be checked: more than 1,000 results are in use"),
    "no column": N_("{call} has a column, or the name of one, of type {detail}, which can't be checked"),
    "no figure": N_("{call} shows no figure: nothing is drawn, and a {detail} is returned"),
    "too many points": N_("{call} shows more points than can be checked ({detail})"),
    "too large": N_("{call} is too large to be checked ({detail})"),
    "too many parts": N_("{call} has too many entries to be checked (more than {detail})"),
    "too deep": N_("{call} is nested too deep to be checked"),
    "too long an integer": N_("{call} has an integer of more than 3,000 digits"),
}
"""Why a value can't be checked, by the worker's own word for it."""
NO_DATA = UNSENDABLE.keys() - {
    "a function", "no function", "no exception", "no part", "no program", "no longer there",
    "no file", "other file", "no text",
}  # fmt: skip
"""Those of them that are about a value that there is, and not about a name or a part."""
INSTALL_SCIPY = N_("To check code that uses SciPy, install it: pip install scipy")
ADVICE = {
    r"RecursionError\b": N_("A function calls itself again and again: in which case does it stop?"),
    r"MemoryError\b": N_(
        "It needs more memory than a submission gets: is an array larger than it has to be?"
    ),
    r"OverflowError: Python integer -?\d+ out of bounds for u?int\d+": N_(
        "Bytes and other small integers can't hold every number; convert the arrays with .astype(float) first"
    ),
    r"UFuncTypeError: Cannot cast .* from dtype\('float\d+'\) to dtype\('u?int\d+'\)": N_(
        "An array of integers can't take fractions; "
        "make it with floats, as np.zeros does, or convert it with .astype(float)"
    ),
    r"ValueError: (operands could not be broadcast|could not broadcast|matmul: |shapes .* not aligned)": N_(
        "Two arrays in that line have shapes that don't fit together; print their .shape to see which"
    ),
    r"ValueError: (too many|not enough) values to unpack": N_(
        "If that line takes a .shape apart: the arrays of this call have another number of axes"
    ),
    r"IndexError: index -?\d+ is out of bounds": N_(
        "Indices begin at 0 and end one before the size: does a loop go too far?"
    ),
    r"TypeError: 'float' object cannot be interpreted as an integer": N_(
        "Sizes and indices must be ints: divide with // instead of /"
    ),
    r"(AttributeError|TypeError): .*NoneType": N_(
        "A value in that line is None: does a function forget to return its result?"
    ),
    r"EOFError: EOF when reading": N_(
        "Nobody is there to answer input(); a function gets all it needs as arguments"
    ),
    r"SystemExit\b": N_("exit() ends the whole program; leave a function with return"),
    rf"NameError: .* {TOO_EARLY}$": N_("It is defined further down: what uses it must stand below that"),
    r"NameError: name 'np' is not defined": N_("Is `import numpy as np` missing at the top?"),
    r"NameError: name ": N_(
        "Every name must be defined or imported in this very file; "
        "a notebook runs from its first cell to its last"
    ),
    r"ImportError: .* is not available at grading$|ModuleNotFoundError: No module named": N_(
        "Only NumPy, SciPy and Python's own library are there at grading"
    ),
    r"ImportError: .* scipy is not installed on this machine$": INSTALL_SCIPY,
    r"(ImportError|ModuleNotFoundError): .* is not in the submission$": N_(
        "Hand in all your files together, in one zip"
    ),
    r"TabError\b": N_("Indent with spaces only, four for each level"),
    r"IndentationError\b": N_(
        "All lines of a block begin at the same column, "
        "four spaces further in than the line that opens the block"
    ),
    r"FileNotFoundError: .*; there is '": N_(
        "Is the name right? Write it without a folder of your computer before it"
    ),
    r"PermissionError: \[Errno 13\]": N_(
        "The files that come with the exercise can only be read; write into another one, beside your script"
    ),
    r"OSError: \[Errno 28\]": N_(
        "A submission may write 16 MiB in 1,000 files: is there a loop that goes on and on?"
    ),
    r"(PermissionError|FileNotFoundError)\b": N_("At grading there are no files and no network"),
}
"""What to do about an error, by its type and text. Only what is sure to help."""
NOT_THERE = re.compile(r"(\S+) is not available (?:at grading|for this exercise)$")
DEFINED_BELOW = re.compile(rf"name '(\w+)' {TOO_EARLY}$")
NOT_INSTALLED = re.compile(r"(\S+) is not installed on this machine$")
NOT_SENT = re.compile(r"(\S+) is not in the submission$")
"""How a worker says that a package, a name, or a module of the student's own is missing."""
ENDINGS = {
    "SIGSEGV": N_(
        "it overflowed the C stack or crashed an extension (SIGSEGV); is there a recursion without end?"
    ),
    "SIGKILL": N_("it closed its connection to the grader, or ran out of memory"),
}
"""How a worker ended, by the name of the signal."""
WRONG_CALL = N_(
    "The check calls the function just as you see here; "
    "keep its parameters, with their names and order, as the exercise has them"
)


class Failure(NamedTuple):
    """An exception as a worker describes it.

    `label` names the code that raised it. It is empty if no line of the student's code did.
    `column` is 0 if it is unknown.
    """

    kind: str
    message: str
    label: str
    line: int
    source: str
    column: int

    @property
    def error(self) -> str:
        """The type and the text of the exception, cleaned and bounded."""
        kind = clean_text(self.kind, 60)
        return f"{kind}: {clean_text(self.message, 200)}" if self.message else kind

    @property
    def reason(self) -> str:
        """Why a line failed, in a few words."""
        if self.kind == SKIPPED:
            return _("it does not come back")
        if found := NOT_THERE.search(self.message):
            return _("{package} is not there at grading").format(package=clean_text(found[1], 60))
        if found := NOT_INSTALLED.search(self.message):
            return _("{package} is not installed on this machine").format(package=clean_text(found[1], 60))
        if found := DEFINED_BELOW.search(self.message):
            return _("{name} is defined further down").format(name=clean_text(found[1], 60))
        if found := NOT_SENT.search(self.message):
            return _("{module} is not in the submission").format(module=clean_text(found[1], 60))
        return clean_text(self.error, 120)

    def in_call(self, call: str) -> str:
        """Say that a call raised this, where, and what to do about it if that is sure."""
        if self.label:
            return self._advised(self._filled(_("{call} raises {error} (line {line} of {label})"), call=call))
        text = self._filled(_("{call} raises {error}"), call=call)
        wrong_call = self.kind == "TypeError" and " argument" in self.message
        return _sentences(text, _(WRONG_CALL)) if wrong_call else self._advised(text)

    def while_loading(self, notebook: bool, others: int) -> str:
        """Say that the code fails here, and in how many other cells of a notebook, or lines of a script.

        If the line is no Python, it follows below, with a caret under the place.
        """
        if not self.label:
            text = self._filled(_("the code does not load, {error}"))
        elif notebook:
            text = self._filled(
                _("{label} fails at line {line}, {error}; the cells below it were run all the same")
            )
        elif self.source:  # a syntax error: nothing behind it can be run
            text = self._filled(_("the code stops at line {line} of {label}, {error}"))
        else:
            text = self._filled(_("line {line} of {label} fails, {error}; the rest was run all the same"))
        if others:
            cells = ngettext("{count} more cell fails", "{count} more cells fail", others)
            lines = ngettext("{count} more line fails", "{count} more lines fail", others)
            more = (cells if notebook else lines).format(count=others)
            text = _("{text} ({remark})").format(text=text, remark=more)
        return "\n".join([self._advised(text), *self._code()])

    def _filled(self, template: str, **values: str) -> str:
        line, label = clean_text(self.line, 9), clean_text(self.label, 80)
        return template.format(error=self.error, line=line, label=label, **values)

    def _advised(self, text: str) -> str:
        advice = next((advice for pattern, advice in ADVICE.items() if re.match(pattern, self.error)), None)
        return _sentences(text, _(advice)) if advice else text

    def _code(self) -> list[str]:
        """Return the source line, and a caret if every character of the line is as wide as any other."""
        if not (self.source.isascii() and self.source.isprintable()):
            cleaned = clean_text(self.source, MAX_CODE)
            return [f"    {cleaned}"] if cleaned else []
        code = self.source[:MAX_CODE]
        caret = [f"    {' ' * (self.column - 1)}^"] if 0 < self.column <= len(code) + 1 else []
        return [f"    {code}", *caret] if code else []


def _sentences(text: str, advice: str) -> str:
    return _("{text}. {advice}").format(text=text, advice=advice)


def about(call: str, problem: object) -> str:
    """Say what happened to a call."""
    return _("{call}: {problem}").format(call=call, problem=problem)


def worker_failure(error: TimedOut | Crashed) -> str:
    """Say why a worker gave no reply, by what its error carries."""
    if isinstance(error, TimedOut):
        if error.seconds is None:
            return str(error)
        text = _("no answer after {seconds} seconds. Is there a loop that never ends?")
        return text.format(seconds=f"{error.seconds:.2g}")
    if error.invalid_reply:
        text = _("it wrote something of its own to the grader ({detail})")
        return text.format(detail=error.invalid_reply)
    if error.closed:
        return _("it closed its connection to the checks")
    if error.signal in ENDINGS:
        return _(ENDINGS[error.signal])
    if error.signal:
        return _("it was ended by {signal}").format(signal=error.signal)
    if error.status is not None:
        return _("it ended the process (exit status {status})").format(status=error.status)
    return str(error)


def no_answer_either() -> str:
    """Say that a call gave no reply, after another has timed out: it had less time."""
    return _("no answer here either. After a time-out, later calls get less time: mend the first one first")


def is_stub_error(kind: object, message: object) -> bool:
    """Whether this exception is that of a stub: its author has not begun, and nothing has failed."""
    return kind == "NotImplementedError" and isinstance(message, str) and message.endswith(STUB_TEXT)


def forged() -> str:
    return _("it wrote something of its own to the grader")


def not_written_yet(name: str) -> str:
    return _("{name} is not written yet").format(name=clean_text(name, 80))


def submission_time_used_up(seconds: float) -> str:
    return _("the {seconds} seconds of the whole submission are used up").format(seconds=f"{seconds:g}")


def submission_wall_time_used_up(seconds: float) -> str:
    text = _("the {seconds} seconds by the clock of the whole submission are used up")
    return text.format(seconds=f"{seconds:g}")


def check_time_used_up(seconds: float) -> str:
    return _("the {seconds} seconds of this check are used up").format(seconds=f"{seconds:g}")


def does_not_finish_loading(file: str, problem: object) -> str:
    text = _("{file} does not finish loading: {problem}")
    return text.format(file=clean_text(file, 80), problem=problem)


def does_not_come_back(place: Failure, problem: str) -> str:
    """Say which line of the code was left out, and why."""
    label, line = clean_text(place.label, 80), clean_text(place.line, 9)
    text = _("the rest was run without line {line} of {label}, which does not come back: {problem}")
    return text.format(line=line, label=label, problem=problem)


def no_data_message(call: str, name: str, text: str) -> str:
    """Say why a value can't be checked. `text` is the worker's word for it, then a colon and a detail."""
    reason, _colon, detail = text.partition(": ")
    sentence = UNSENDABLE.get(reason)
    template = _(sentence) if sentence else _("{call} can't be checked: {detail}")
    return template.format(call=call, name=name, detail=clean_text(detail if sentence else text))


def lost_name_message(name: str, cause: Failure) -> str:
    """Say that a name is missing since a line failed, which one, and why. `cause` is its first failure."""
    name, label, line = clean_text(name, 80), clean_text(cause.label, 80), clean_text(cause.line, 9)
    if not cause.line:
        return _("`{name}` is not defined: {reason}").format(name=name, reason=cause.reason)
    if not cause.label:
        text = _("`{name}` is not defined: line {line} failed ({reason})")
    else:
        text = _("`{name}` is not defined: line {line} of {label} failed ({reason})")
    return text.format(name=name, label=label, line=line, reason=cause.reason)


def missing_name_message(name: str, similar: str, problem: str) -> str:
    """Say that a name is missing, and why: another name is much like it, or the code stops before it."""
    if similar:
        text = _("{name} is not defined, but {similar} is. Rename it: the checks look for {name}")
        return text.format(name=name, similar=clean_text(similar, 60))
    if problem:
        return _("{name} is not defined; {problem}").format(name=name, problem=first_line(problem))
    return _("{name} is not defined").format(name=name)
