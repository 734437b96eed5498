"""The language of what students read, and of the pages for instructors: standard gettext.

The environment chooses it, by LANGUAGE, LC_ALL, LC_MESSAGES or LANG. English is the source. A message is
marked where it is written, `_("{call} is None").format(call=…)`, or with `N_` if it waits in a table.
`make words` collects the marked messages, also those of the pages' templates. What an instructor reads in
a terminal is English and not marked.
"""

from __future__ import annotations

import functools
import gettext
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

Text = TypeVar("Text")
DOMAIN, LANGUAGES = "autograder", ("en", "fa")
LOCALE = Path(__file__).parent / "locale"
LAYOUT = "\u200c\u200f\u2068\u2069"
"""What a Persian message needs besides letters: ZWNJ, RLM, and the isolates around what is filled in."""

VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""What in the environment chooses a language, the strongest first."""


def _(message: str) -> str:
    """Return a message in the language of the environment."""
    return _catalogue(*map(os.environ.get, VARIABLES)).gettext(message)


def ngettext(one: str, many: str, number: int) -> str:
    """Return the message for one thing or for many, in the language of the environment."""
    return _catalogue(*map(os.environ.get, VARIABLES)).ngettext(one, many, number)


@functools.cache
def _catalogue(*_variables: str | None) -> gettext.NullTranslations:
    """Return the messages of the environment's language. gettext itself looks for their file each time."""
    return gettext.translation(DOMAIN, LOCALE, fallback=True)


def N_(message: str) -> str:
    """Mark a message that `_` will translate where it is used."""
    return message


def current_language() -> str:
    """Return the language of `_`, for texts that an author wrote in each language, such as hints."""
    found = gettext.find(DOMAIN, LOCALE)
    return Path(found).relative_to(LOCALE).parts[0] if found else "en"


def wanted_languages() -> tuple[str, ...]:
    """Return the codes of the languages that the environment asks for, the most wanted first.

    Authors' texts may be in others than those of `LANGUAGES`.
    """
    names = next(filter(None, map(os.environ.get, VARIABLES)), "en").split(":")
    codes = (re.split(r"[_.@]", name)[0] for name in names)
    return tuple("en" if code in ("C", "POSIX") else code for code in codes)


def in_wanted_language(texts: Mapping[str, Text], wanted: Sequence[str] = ()) -> Text:
    """Return the text that an author wrote in the most wanted language; the first if it is in none of them.

    Args:
        wanted: The languages, the most wanted first. By default those of the environment.

    >>> in_wanted_language({"en": "a row", "de": "eine Zeile"})
    'a row'
    """
    found = (texts[language] for language in wanted or wanted_languages() if language in texts)
    return next(found, next(iter(texts.values())))


def in_language(message: str, language: str) -> str:
    """Return a message in a language, whatever the environment says; in English if it is not ours."""
    return gettext.translation(DOMAIN, LOCALE, [language], fallback=True).gettext(message)


def set_language(language: str | None) -> None:
    """Choose the language of this process and of those that it starts. None leaves the environment's."""
    if language:
        os.environ["LANGUAGE"] = language
