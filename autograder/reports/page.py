"""The shell of every page: one file with its style and its script, which may load nothing else.

A content security policy names the digests of both. So even markup that came into a page could not run.
Source: https://www.w3.org/TR/CSP3/
"""

from __future__ import annotations

import base64
import functools
import hashlib
from pathlib import Path
from typing import Any

from autograder import __version__
from autograder.i18n import LAYOUT, current_language
from autograder.templating import render
from autograder.text import clean_text

TEMPLATES = Path(__file__).parent / "templates"
RIGHT_TO_LEFT = ("fa",)
MARK_SCRIPTED = "document.documentElement.classList.add('js')"
"""Runs before the page is laid out, so that a long table is never laid out whole."""


def page(template: str, title: str, script: str = "", **values: Any) -> str:
    """Return a page in the language of this process.

    Args:
        template: A file of `templates/` that extends `page.html`.
        script: The name of a file of `templates/`.
    """
    language = current_language()
    style, code = asset("style.css"), asset(script) if script else ""
    return render(
        f"reports/{template}",
        title=clean_text(title, keep=LAYOUT),
        language=language,
        direction="rtl" if language in RIGHT_TO_LEFT else "ltr",
        style=style,
        mark_scripted=MARK_SCRIPTED if code else "",
        script=code,
        policy=policy(style, *([MARK_SCRIPTED, code] if code else [])),
        version=__version__,
        **values,
    )


@functools.cache
def asset(name: str) -> str:
    """Return the text of a style sheet or a script."""
    return (TEMPLATES / name).read_text(encoding="utf-8").strip()


def policy(style: str, *scripts: str) -> str:
    """Return a content security policy that allows one style sheet and some scripts, and no request."""
    allowed = " ".join(map(_source, scripts)) or "'none'"
    return (
        f"default-src 'none'; style-src {_source(style)}; script-src {allowed}; "
        "base-uri 'none'; form-action 'none'"
    )


@functools.cache
def _source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
