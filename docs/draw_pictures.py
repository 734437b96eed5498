"""Draw the pictures of README.md: a check in the terminal, and the class page.

    make demo && .venv/bin/python docs/draw_pictures.py

writes docs/pictures/check.svg, and docs/pictures/class-page.png where Chromium is installed.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parent.parent
PICTURES, CLASS_PAGE = ROOT / "docs" / "pictures", ROOT / "build" / "graded" / "report" / "index.html"
EXERCISE = "q1_convolution"
COLUMNS = 112
CHROMIUM_OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
    "--virtual-time-budget=2000",
    "--window-size=1180,1420",
)
# Added at the end of the stub: what a student has who is half-way through.
HALF_WAY = """
def output_size(n, kernel, stride=1, padding=0):
    return (n + 2 * padding - kernel) // stride + 1


def zero_pad(x, padding):
    return np.pad(x, [(0, 0)] * (x.ndim - 2) + [(padding, padding)] * 2)


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 2:
        return conv2d(x[None, None], kernel[None, None], stride, padding)[0, 0]
    x = zero_pad(x, padding)
    height, width = kernel.shape[2:]
    rows, columns = output_size(x.shape[2], height), output_size(x.shape[3], width)
    out = np.zeros((len(x), len(kernel), rows, columns))
    for row in range(rows):
        for column in range(columns):
            window = x[:, :, row : row + height, column : column + width]
            out[:, :, row, column] = np.tensordot(window, kernel, axes=([1, 2, 3], [1, 2, 3]))
    return out[:, :, ::stride]
"""


def checked() -> str:
    """Return what `autograder check` writes about the half-way file, with the terminal's colours."""
    with tempfile.TemporaryDirectory() as folder:
        own_folder = Path(folder) / EXERCISE
        shutil.copytree(ROOT / "assignments" / EXERCISE, own_folder)
        script = own_folder / f"{EXERCISE}.py"
        script.write_text(script.read_text(encoding="utf-8") + HALF_WAY, encoding="utf-8")
        terminal = {"FORCE_COLOR": "1", "COLUMNS": str(COLUMNS), "LANGUAGE": "en", "PYTHONPATH": str(ROOT)}
        ended = subprocess.run(
            [sys.executable, "-c", "from autograder.cli import main; main()", "check"],
            cwd=own_folder,
            env={**os.environ, **terminal},
            capture_output=True,
            text=True,
        )
    if ended.returncode != 1:  # 1: not everything passed
        raise SystemExit(ended.stdout + ended.stderr)
    return ended.stdout


def draw_check(picture: Path) -> None:
    """Draw the terminal as SVG, in fonts that every reader has."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text("$ autograder check", style="bold"))
    console.print(Text.from_ansi(checked()))
    svg = console.export_svg(title=EXERCISE, unique_id="check")
    picture.write_text(re.sub(r"@font-face {.*?}\s*", "", svg, flags=re.S), encoding="utf-8")


def draw_class_page(picture: Path) -> None:
    """Draw the top of the class page of `make demo`."""
    if not CLASS_PAGE.is_file():
        raise SystemExit(f"{CLASS_PAGE} is not there; run `make demo` first")
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                str(shutil.which("chromium")),
                *CHROMIUM_OPTIONS,
                f"--user-data-dir={profile}",
                f"--screenshot={picture}",
                CLASS_PAGE.as_uri(),
            ],
            check=True,
            capture_output=True,
        )


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    draw_check(PICTURES / "check.svg")
    if shutil.which("chromium"):
        draw_class_page(PICTURES / "class-page.png")


if __name__ == "__main__":
    main()
