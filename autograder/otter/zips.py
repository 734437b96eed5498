"""Zips whose bytes depend on nothing but the files in them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

UNIX = 3
EXECUTABLE, READABLE = 0o100755, 0o100644


def write_zip(path: Path, files: dict[str, bytes]) -> Path:
    """Write a zip of files, given by their places in it; return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(zipped(files))
    return path


def zipped(files: dict[str, bytes]) -> bytes:
    """Return a zip, sorted, dated 1980 and not compressed, since compression differs between machines."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for place, content in sorted(files.items()):
            entry = zipfile.ZipInfo(place)
            entry.create_system = UNIX
            mode = EXECUTABLE if content.startswith(b"#!") else READABLE
            entry.external_attr = mode << 16
            archive.writestr(entry, content)
    return data.getvalue()
