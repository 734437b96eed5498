"""This very package as a wheel, so that students can install it from a file: no registry has it.

The format is that of "Binary distribution format" in the Python packaging user guide.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import re
from collections.abc import Mapping
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from autograder import __version__
from autograder.errors import AuthorError
from autograder.otter.zips import zipped

PACKAGE = Path(__file__).parent.parent
NAME = "conv-autograder"
FILE = f"{NAME.replace('-', '_')}-{__version__}-py3-none-any.whl"
DIST_INFO = f"{NAME.replace('-', '_')}-{__version__}.dist-info"
WHEEL = "Wheel-Version: 1.0\nGenerator: autograder\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def package_files() -> dict[str, bytes]:
    """Return the files of this package by their places. Bytecode is left out: the image compiles its own."""
    files = [file for file in PACKAGE.rglob("[!.]*") if file.is_file() and "__pycache__" not in file.parts]
    return {f"{PACKAGE.name}/{file.relative_to(PACKAGE).as_posix()}": file.read_bytes() for file in files}


def wheel() -> bytes:
    """Return the wheel. Raises AuthorError where it was not installed."""
    installed = _distribution()
    files = {
        **package_files(),
        f"{DIST_INFO}/METADATA": _metadata(installed).encode(),
        f"{DIST_INFO}/WHEEL": WHEEL.encode(),
        f"{DIST_INFO}/entry_points.txt": (installed.read_text("entry_points.txt") or "").encode(),
    }
    record = f"{DIST_INFO}/RECORD"
    return zipped({**files, record: _record(files, record)})


def _metadata(installed: Distribution) -> str:
    """Return the metadata, with the version of the files. That of an editable installation may be older."""
    text = installed.read_text("METADATA") or ""
    return re.sub(r"^Version: .*$", f"Version: {__version__}", text, count=1, flags=re.MULTILINE)


def _distribution() -> Distribution:
    try:
        return distribution(NAME)
    except PackageNotFoundError:
        remedy = "install it with pip, so that students can get it as a wheel"
        raise AuthorError(f"the package {NAME} is not installed; {remedy}") from None


def _record(files: Mapping[str, bytes], record: str) -> bytes:
    """Return the list of all files with their hashes and sizes; the list itself has neither."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    for place, content in sorted(files.items()):
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        rows.writerow([place, f"sha256={digest}", len(content)])
    rows.writerow([record, "", ""])
    return text.getvalue().encode()
