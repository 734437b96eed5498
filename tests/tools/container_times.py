"""Measures what docs/instructors.md says of containers: `python tests/tools/container_times.py`.

Stock otter is what `pip install otter-grader` gives, without conda, browser or LaTeX. It grades with
the questions of our zip, which fail at once: what is measured is otter's own work, and no check.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from docker_engine import BASE, DOCKERFILE, MACHINE, PROJECT, Docker, NoDocker, engine

from autograder.exercises.overlays import homework_source
from autograder.otter.build import build_autograder

SOLUTIONS = PROJECT / "solutions"
OTTER = f"""FROM {BASE}
RUN apt-get update -q && apt-get install -y -q --no-install-recommends python3-venv && python3 -m venv /venv
COPY requirements.lock /
RUN /venv/bin/pip install -q --no-cache-dir --require-hashes --no-deps --compile -r /requirements.lock
COPY otter.zip /
"""
FILES = {
    "answer": "",
    "wrong": "\n\ndef conv2d(x, kernel, stride=1, padding=0):\n    return np.zeros((1, 1))\n",
    "with SciPy": "\nimport scipy.signal\n",
}


def built(docker: Docker, tag: str, folder: Path) -> float:
    """Build an image anew; return the seconds that it took."""
    start = time.monotonic()
    done = docker("build", "--no-cache", "--tag", tag, folder)
    assert done.returncode == 0, done.stderr
    return time.monotonic() - start


def megabytes(docker: Docker, tag: str) -> float:
    return int(docker("image", "inspect", "--format", "{{.Size}}", tag).stdout) / 1e6


def seconds(docker: Docker, *words: object) -> float:
    """Return the median wall time of a container."""
    times = []
    for _ in range(5):
        start = time.monotonic()
        done = docker("run", "--rm", "--network", "none", *MACHINE, *words)
        assert done.returncode == 0, done.stderr
        times.append(time.monotonic() - start)
    return statistics.median(times)


def main(docker: Docker, folder: Path) -> None:
    autograder = build_autograder("homework", SOLUTIONS, folder)
    ours, otter = folder / "ours", folder / "otter"
    for place in (ours, otter):
        place.mkdir()
    (ours / "Dockerfile").write_text(DOCKERFILE)
    with zipfile.ZipFile(autograder) as archive:
        archive.extractall(ours / "source")
    (otter / "Dockerfile").write_text(OTTER)
    (otter / "requirements.lock").write_bytes((PROJECT / "requirements.lock").read_bytes())
    with zipfile.ZipFile(autograder) as archive, zipfile.ZipFile(otter / "otter.zip", "w") as stock:
        for name in archive.namelist():
            config = json.dumps({"lang": "python", "pdf": False, "plugins": []})
            stock.writestr(name, config if name == "otter_config.json" else archive.read(name))
    base = megabytes(docker, BASE)
    print(
        f"image: {built(docker, 'ours', ours):.0f} s to build, "
        f"{megabytes(docker, 'ours') - base:.0f} MB on top of the base's {base:.0f}"
    )
    answer = homework_source(sorted(SOLUTIONS.glob("q?_*")))
    for name, more in FILES.items():
        place = folder / name.replace(" ", "-")
        place.mkdir()
        (place / "homework.py").write_text(answer + more, encoding="utf-8")
        took = seconds(
            docker, "-v", f"{place}:/autograder/submission:ro", "ours", "/autograder/run_autograder"
        )
        print(f"homework, {name}: {took:.1f} s at half a core")
    built(docker, "otter", otter)
    run = "cd /tmp && /venv/bin/otter run -a /otter.zip /answer/homework.py"
    print(
        "stock otter, homework: "
        f"{seconds(docker, '-v', f'{folder}/answer:/answer:ro', 'otter', 'sh', '-c', run):.1f} s"
        " at half a core"
    )


if __name__ == "__main__":
    try:
        with engine() as environment, tempfile.TemporaryDirectory() as temporary:
            main(Docker(environment), Path(temporary))
    except NoDocker as error:
        sys.exit(f"no Docker: {error}")
