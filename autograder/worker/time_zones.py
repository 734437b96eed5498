"""Time zones in a process that can open no file: all are loaded before, and their files lie in memory."""

from __future__ import annotations

import contextlib
import importlib
import zoneinfo
from importlib import resources
from pathlib import Path
from typing import Any

FOLDER = "/usr/share/zoneinfo"
"""Where zone files are looked for, whatever the machine has there."""
LOADED: list[Any] = []
"""Every time zone. As long as it is alive, its name finds it, and its file is not opened.

Python's own `ZoneInfo` in C keeps the `open` that it began with, so no file in memory serves it.
"""


def load_time_zones() -> dict[str, bytes]:
    """Load all time zones. Return their files by the paths where `zoneinfo` looks for them."""
    found = dict[str, bytes]()
    for name in sorted(zoneinfo.available_timezones()):
        LOADED.append(zoneinfo.ZoneInfo(name))
        found[f"{FOLDER}/{name}"] = _content(name)
    zoneinfo.reset_tzpath([FOLDER])
    with contextlib.suppress(ImportError):  # what older versions of pandas use keeps all that it has loaded
        pytz = importlib.import_module("pytz")
        for name in pytz.all_timezones:
            pytz.timezone(name)
    return found


def _content(name: str) -> bytes:
    """Return the file of a time zone, from this machine or from the package `tzdata`."""
    files = (Path(folder, name) for folder in zoneinfo.TZPATH)
    file = next((path for path in files if path.is_file()), None)
    return (
        file.read_bytes()
        if file
        else resources.files("tzdata").joinpath("zoneinfo").joinpath(name).read_bytes()
    )
