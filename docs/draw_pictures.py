"""Draw the pictures of the documents: a check in the terminal, and the pages of the example class.

    make demo && .venv/bin/python docs/draw_pictures.py

writes docs/pictures/check.svg and, where Chromium is installed, the pictures of PAGES.
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
PICTURES, GRADED = ROOT / "docs" / "pictures", ROOT / "build" / "graded"
EXERCISE = "q1_convolution"
COLUMNS = 112
# Of each picture: the page, what of it is shown, and the size in pixels.
PAGES = {
    "class-page.png": ("report/index.html", "#overview", (1180, 780)),
    "lecture.png": ("report/index.html", "#lecture", (1180, 620)),
    "rungs.png": ("report/index.html", "#rungs", (1180, 560)),
    "heat-map.png": ("report/index.html", "#map", (960, 900)),
    "filtered.png": ("report/index.html", "#rung=q1_convolution%2Fpadding", (1180, 480)),
    "checks.png": ("report/index.html", "#checks", (1180, 660)),
    "submission.png": ("report/submissions/becker.html", "#q1_convolution", (1500, 900)),
    "feedback.png": ("feedback/becker.html", "", (1300, 780)),
}
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


def draw_pages() -> None:
    """Draw parts of the pages of `make demo`."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for picture, (name, address, (width, height)) in PAGES.items():
            file = GRADED / name
            if not file.is_file():
                raise SystemExit(f"{file} is not there; run `make demo` first")
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(f"{file.as_uri()}{address}")
            page.screenshot(path=PICTURES / picture)
            page.close()
        browser.close()


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    draw_check(PICTURES / "check.svg")
    if shutil.which("chromium"):
        draw_pages()


if __name__ == "__main__":
    main()
