"""Reading and writing TOML: what authors say of a course, of an exercise, and in further languages.

Its format is described at https://toml.io/en/v1.0.0.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from autograder.errors import AuthorError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


def read_toml(file: Path, keys: Collection[str]) -> dict[str, Any]:
    """Return what a file holds; nothing if it isn't there.

    Raises AuthorError for a file that is no TOML, and for a key that is not among `keys`.
    """
    if not file.is_file():
        return {}
    try:
        found: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:  # no TOML, or no UTF-8
        raise AuthorError(f"{place(file)} is no TOML: {error}") from None
    for key in found:
        if key not in keys:
            raise AuthorError(f"{place(file)} has an unknown key {key!r}; it may have {', '.join(keys)}")
    return found


def place(file: Path) -> str:
    """Return how messages name a file of a course."""
    return f"{file.parent.name}/{file.name}"


def expect(file: Path, key: str, value: Any, kind: type, words: str) -> Any:
    """Return a value of a file. Raises AuthorError unless it is of this kind, which `words` describe."""
    if not isinstance(value, kind):
        raise AuthorError(f"{place(file)}: {key} is {value!r}; write {words}")
    return value


def texts_of(file: Path, key: str, value: Any, languages: tuple[str, ...]) -> dict[str, str]:
    """Return a text by language: of `"a text"`, or of `{en = "a text", fa = "…"}`.

    Raises AuthorError if it is neither.
    """
    texts = {languages[0]: value} if isinstance(value, str) else value
    words = f'"a text", or a text by language, as {{{languages[0]} = "a text"}}'
    expect(file, key, texts, dict, words)
    for text in texts.values():
        expect(file, key, text, str, words)
    return dict(texts)


def toml_text(tables: Mapping[str, Any]) -> str:
    """Return TOML of texts, numbers, lists of these, and tables of these.

    >>> print(toml_text({"title": "Sums", "limits": {"call_seconds": 5}}), end="")
    title = "Sums"
    <BLANKLINE>
    [limits]
    call_seconds = 5
    """
    return "\n".join(_lines(tables, "")).lstrip("\n") + "\n"


def _lines(table: Mapping[str, Any], prefix: str) -> Iterator[str]:
    """Yield the lines of a table, then those of the tables in it. Their names begin with `prefix`."""
    inner = {key: value for key, value in table.items() if isinstance(value, Mapping)}
    yield from (f"{_key(key)} = {_value(value)}" for key, value in table.items() if key not in inner)
    for key, value in inner.items():
        name = f"{prefix}{_key(key)}"
        if any(not isinstance(one, Mapping) for one in value.values()):
            yield from ("", f"[{name}]")
        yield from _lines(value, f"{name}.")


def _key(key: str) -> str:
    """Return a key, in quotes if it needs them."""
    bare = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return key if bare else _value(key)


def _value(value: Any) -> str:
    """Return a value. JSON's texts, numbers and lists are TOML's, but for one control character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
