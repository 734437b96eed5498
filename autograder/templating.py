"""Filling in the templates of pages and files, with Jinja. What is filled into HTML is escaped."""

from __future__ import annotations

import functools
import json
from typing import Any

from autograder.i18n import _, ngettext
from autograder.text import clean_text, number

WINGS = ("authors", "otter", "reports")  # those with a folder `templates/`


def render(template: str, **values: Any) -> str:
    """Return a template with these values filled in. It is named by wing and file: `reports/report.html`."""
    return str(_template(template).render(values))


@functools.cache
def _template(name: str) -> Any:
    import jinja2  # students don't have it

    loader = jinja2.PrefixLoader(
        {wing: jinja2.PackageLoader("autograder", f"{wing}/templates") for wing in WINGS}
    )
    autoescape = jinja2.select_autoescape(["html"])
    environment = jinja2.Environment(
        loader=loader, autoescape=autoescape, undefined=jinja2.StrictUndefined, trim_blocks=True
    )
    environment.globals |= {"_": _, "ngettext": ngettext}
    environment.filters |= {
        "g": number,
        "clean": clean_text,
        "quoted": lambda text: json.dumps(text, ensure_ascii=False),
    }
    return environment.get_template(name)
