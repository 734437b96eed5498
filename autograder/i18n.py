"""The language of what students read: standard gettext, told by LANGUAGE, LC_ALL, LC_MESSAGES or LANG which one.

English is the source. A message is marked where it is written, `_("{call} is None").format(call=…)`, or by `N_` where it waits in
a table; `make words` then collects what is marked. Instructors' own texts are English and not marked.
"""

from __future__ import annotations

import functools
import gettext
import os
from pathlib import Path

DOMAIN, LANGUAGES = "autograder", ("en", "fa")
LOCALE = Path(__file__).parent / "locale"
LAYOUT = "\u200c\u200f\u2068\u2069"  # what a Persian message needs besides letters: ZWNJ, RLM, and the isolates of what is filled in

gettext.bindtextdomain(DOMAIN, str(LOCALE))
_ = functools.partial(gettext.dgettext, DOMAIN)
ngettext = functools.partial(gettext.dngettext, DOMAIN)


def N_(message: str) -> str:
    """Mark a message that `_` will translate where it is used."""
    return message


def current_language() -> str:
    """Return the language that `_` speaks now, for texts whose author wrote them in each, such as a mistake's hints."""
    found = gettext.find(DOMAIN, LOCALE)
    return Path(found).relative_to(LOCALE).parts[0] if found else "en"


def set_language(language: str | None) -> None:
    """Choose the language of this process and of those that it starts; without one the environment's stays."""
    if language:
        os.environ["LANGUAGE"] = language
