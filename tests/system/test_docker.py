"""The zips in real containers: Gradescope's as far as it is documented, `otter grade`, and the attacks.

One Docker engine serves all tests of this file.
"""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from docker_engine import BASE, DOCKERFILE, MACHINE, PROJECT, Docker, NoDocker, engine
from parity import (
    CHOSEN,
    GRADE_OPTIONS,
    LIMITS,
    Scores,
    grade_scores,
    otter_grade_scores,
    otter_run_scores,
    results_scores,
    submissions,
    table,
)

from autograder.exercises.course import read_course
from autograder.exercises.overlays import composed, homework_source, mistakes
from autograder.otter.build import build_autograder
from autograder.otter.zips import write_zip

pytestmark = [pytest.mark.e2e, pytest.mark.docker]
SOLUTIONS, GALLERY = PROJECT / "solutions", PROJECT / "tests" / "courses" / "gallery"
ATTACK = [
    "/autograder/venv/bin/python",
    str(PROJECT / "tests" / "tools" / "attack_runner.py"),
    "--zip",
    "/zip",
]
SETTINGS = {
    "as root": ([], "level A"),
    "as a user": (["--user", "65534:65534"], "level B"),
    "as root without capabilities": (["--cap-drop", "ALL"], "level B"),
}
NO_SECCOMP = {
    "defaultAction": "SCMP_ACT_ALLOW",
    "syscalls": [
        {"names": ["seccomp"], "action": "SCMP_ACT_ERRNO"},
        {
            "names": ["prctl"],
            "action": "SCMP_ACT_ERRNO",
            "args": [{"index": 0, "value": 22, "op": "SCMP_CMP_EQ"}],
        },  # PR_SET_SECCOMP
    ],
}
EACH = """
for folder in /class/*; do
    rm -rf /autograder/submission /autograder/results/*
    cp -r "$folder" /autograder/submission
    /autograder/run_autograder > "/out/$(basename "$folder").txt" 2>&1
    cp /autograder/results/results.json "/out/$(basename "$folder").json"
done
"""


@pytest.fixture(scope="module")
def docker() -> Iterator[Docker]:
    try:
        with engine() as environment:
            yield Docker(environment)
    except NoDocker as error:
        pytest.skip(f"no Docker: {error}")


@pytest.fixture(scope="module")
def zips(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    dist = tmp_path_factory.mktemp("dist")
    return {name: build_autograder(name, SOLUTIONS, dist) for name in ("homework", "q1_convolution")}


@pytest.fixture(scope="module")
def image(docker: Docker, zips: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> str:
    """An image as Gradescope makes one: the zip unpacked to /autograder/source, and setup.sh run."""
    folder = tmp_path_factory.mktemp("image")
    (folder / "Dockerfile").write_text(DOCKERFILE)
    with zipfile.ZipFile(zips["homework"]) as archive:
        archive.extractall(folder / "source")
    built = docker("build", "--tag", "homework-autograder", folder)
    assert built.returncode == 0, built.stderr
    return "homework-autograder"


def container(
    docker: Docker, image: str, submission: Path, results: Path, *options: object
) -> subprocess.CompletedProcess[str]:
    """Grade one submission as Gradescope does: in a new container."""
    results.mkdir()
    places = ["-v", f"{submission}:/autograder/submission:ro", "-v", f"{results}:/autograder/results"]
    return docker(
        "run", "--rm", "--network", "none", *MACHINE, *places, *options, image, "/autograder/run_autograder"
    )


@pytest.fixture
def answer(tmp_path: Path) -> Path:
    folder = tmp_path / "answer"
    folder.mkdir()
    text = homework_source(sorted(SOLUTIONS.glob("q?_*")))
    (folder / "homework.py").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("metadata", ["absent", "empty", "{}", "a group"])
def test_a_gradescope_container_grades(
    docker: Docker, image: str, answer: Path, tmp_path: Path, metadata: str
) -> None:
    """The solution gets full marks, isolation is level A, and results are private, whoever submitted."""
    told = {"absent": [], "empty": [""], "{}": ["{}"]}.get(
        metadata, [json.dumps({"users": [{"name": "Ada"}, {"name": "Emmy"}]})]
    )
    for text in told:
        (tmp_path / "metadata").write_text(text)
    places = ["-v", f"{tmp_path}/metadata:/autograder/submission_metadata.json:ro"] if told else []
    done = container(docker, image, answer, tmp_path / "results", *places)
    results = json.loads((tmp_path / "results" / "results.json").read_text())

    assert done.returncode == 0, done.stderr
    assert results["score"] == 100
    assert results["stdout_visibility"] == "hidden"
    assert "isolation: level A" in done.stdout
    assert oct((tmp_path / "results").stat().st_mode)[-3:] == "700"


def test_exercises_with_files_in_a_gradescope_container(docker: Docker, image: str, tmp_path: Path) -> None:
    """Code reads the files of its exercise, and writes others: the points are those of `grade`."""
    folders = read_course(GALLERY).folders("files")
    with zipfile.ZipFile(build_autograder("files", GALLERY, tmp_path / "dist")) as archive:
        archive.extractall(tmp_path / "source")
    wrong = [composed(folders[0]), composed(folders[1], mistakes(folders[1])[0]), composed(folders[2])]
    scores = {}
    for name, codes in {"right": map(composed, folders), "wrong": wrong}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "files.py").write_text("\n\n".join(codes), encoding="utf-8")
        source = ["-v", f"{tmp_path}/source:/autograder/source"]
        done = container(docker, image, tmp_path / name, tmp_path / f"{name}-results", *source)
        assert done.returncode == 0, done.stderr
        scores[name] = json.loads((tmp_path / f"{name}-results" / "results.json").read_text())["score"]

    assert scores == {"right": 11, "wrong": 10}


def test_exercises_with_packages_in_a_gradescope_container(docker: Docker, tmp_path: Path) -> None:
    """The image of a zip whose exercises require matplotlib has it: a plot is graded as by `grade`."""
    folders = read_course(GALLERY).folders("plots")
    (tmp_path / "image").mkdir()
    (tmp_path / "image" / "Dockerfile").write_text(DOCKERFILE)
    with zipfile.ZipFile(build_autograder("plots", GALLERY, tmp_path / "dist")) as archive:
        archive.extractall(tmp_path / "image" / "source")
    built = docker("build", "--tag", "plots-autograder", tmp_path / "image")
    assert built.returncode == 0, built.stderr
    scores = {}
    wrong = [composed(folders[0], mistakes(folders[0])[0]), composed(folders[1])]
    for name, codes in {"right": map(composed, folders), "wrong": wrong}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "plots.py").write_text("\n\n".join(codes), encoding="utf-8")
        done = container(docker, "plots-autograder", tmp_path / name, tmp_path / f"{name}-results")
        assert done.returncode == 0, done.stdout + done.stderr
        scores[name] = json.loads((tmp_path / f"{name}-results" / "results.json").read_text())["score"]

    assert scores == {"right": 7, "wrong": 6}


def handed_in(folder: Path, solved: bytes) -> dict[str, float]:
    """Write the homework as students hand it in, a folder each; return the points of each."""
    handed_out = {
        f"homework/{file.name}": file.read_bytes()
        for file in (PROJECT / "assignments" / "homework").iterdir()
        if file.is_file()
    }
    whole = {**handed_out, "homework/homework.py": solved}
    write_zip(folder.with_name("inner.zip"), whole)
    inner = folder.with_name("inner.zip").read_bytes()
    write_zip(folder.with_name("outer.zip"), {"__MACOSX/._hw.zip": b"\0", "hw.zip": inner})
    sent = {
        "whole_folder": (whole, 100),
        "untouched": (handed_out, 0),
        "zip_in_zip": ({"outer.zip": folder.with_name("outer.zip").read_bytes()}, 100),
        "own_module": ({"homework.py": b"from mine import *\n", "mine.py": solved}, 100),
        "picture": ({"IMG_1.heic": b""}, 0),
    }
    for name, (files, _points) in sent.items():
        for path, data in files.items():
            (folder / name / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / name / path).write_bytes(data)
    return {name: points for name, (_files, points) in sent.items()}


def test_hand_ins_in_a_gradescope_container(docker: Docker, image: str, answer: Path, tmp_path: Path) -> None:
    """Whole folders, archives in archives and own modules are graded there as everywhere."""
    expected = handed_in(tmp_path / "class", (answer / "homework.py").read_bytes())
    (tmp_path / "out").mkdir()
    places = ["-v", f"{tmp_path}/class:/class:ro", "-v", f"{tmp_path}/out:/out"]
    done = docker("run", "--rm", "--network", "none", *places, image, "sh", "-c", EACH)
    found = {
        name: sum(
            test["score"] for test in json.loads((tmp_path / "out" / f"{name}.json").read_text())["tests"]
        )
        for name in expected
    }

    assert done.returncode == 0, done.stderr
    assert found == expected


def test_memory_and_time_run_out_without_harm(
    docker: Docker, image: str, answer: Path, tmp_path: Path
) -> None:
    """In 768 MiB and half a core, a function that fills the memory or loops costs its own checks only."""
    greedy = "\n\ndef output_size(*sizes):\n    return [np.ones(1 << 20) for _ in range(999)]\n"
    greedy += "\n\ndef summary(shape, layers):\n    while True: pass\n"
    with (answer / "homework.py").open("a", encoding="utf-8") as file:
        file.write(greedy)
    done = container(docker, image, answer, tmp_path / "results")
    results = json.loads((tmp_path / "results" / "results.json").read_text())
    lost = {
        (test["tags"][0], test["extra_data"]["verdict"])
        for test in results["tests"]
        if test["status"] == "failed"
    }

    assert done.returncode == 0, done.stderr
    assert {exercise for exercise, _ in lost} == {"q1_convolution", "q3_parameters"}
    assert ("q3_parameters", "timed out") in lost


def test_without_seccomp_there_are_no_results(
    docker: Docker, image: str, answer: Path, tmp_path: Path
) -> None:
    """Without seccomp nothing is graded: Gradescope alarms the instructor, and nobody gets a zero."""
    (tmp_path / "profile.json").write_text(json.dumps(NO_SECCOMP))
    done = container(
        docker, image, answer, tmp_path / "results", "--security-opt", f"seccomp={tmp_path / 'profile.json'}"
    )

    assert done.returncode == 1
    assert "no fault of the student" in done.stderr and "seccomp" in done.stderr
    assert list((tmp_path / "results").iterdir()) == []


@pytest.fixture(scope="module")
def attacked(
    docker: Docker, image: str, zips: dict[str, Path], nightly: bool
) -> Iterator[dict[str, Future[subprocess.CompletedProcess[str]]]]:
    """The corpus against the zip, two containers side by side: the whole in each setting, or a share."""
    places = [
        "-v",
        f"{PROJECT}:{PROJECT}:ro",
        "-v",
        f"{zips['q1_convolution']}:/zip:ro",
        "-e",
        "PYTHONDONTWRITEBYTECODE=1",
    ]

    def attack(hand: int, options: list[str]) -> subprocess.CompletedProcess[str]:
        share = [] if nightly else ["--deal", hand, len(SETTINGS)]
        return docker("run", "--rm", "--network", "none", *places, *options, image, *ATTACK, *share)

    with ThreadPoolExecutor(2) as pool:
        yield {
            name: pool.submit(attack, hand, options)
            for hand, (name, (options, _)) in enumerate(SETTINGS.items())
        }


@pytest.mark.parametrize("setting", SETTINGS)
def test_no_attack_gets_anything_in_a_container(
    attacked: dict[str, Future[subprocess.CompletedProcess[str]]], setting: str
) -> None:
    """Against the zip: with Docker's own profile, for root, for a user, and for root without capabilities."""
    done = attacked[setting].result()

    assert done.returncode == 0, done.stdout + done.stderr
    assert f"isolation: {SETTINGS[setting][1]}" in done.stdout


def test_the_guide_leads_to_a_container(docker: Docker, zips: dict[str, Path], tmp_path: Path) -> None:
    """The commands of docs/instructors.md for those who want to see the container itself, on our own base."""
    (tmp_path / "dist").mkdir()
    shutil.copy(zips["homework"], tmp_path / "dist")
    subprocess.run(
        [sys.executable, SOLUTIONS / "example_class.py", tmp_path / "build" / "example-class"],
        check=True,
        capture_output=True,
    )
    guide = (PROJECT / "docs" / "instructors.md").read_text(encoding="utf-8")
    (block,) = [block for block in re.findall(r"```sh\n(.*?)```", guide, flags=re.S) if "docker run" in block]
    environment = docker.environment | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "-ec", block.replace("ubuntu:22.04", BASE)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stderr
    assert "total                  100 of 100\nisolation: level A" in done.stdout


def test_otter_grade_grades_the_example_class(docker: Docker, zips: dict[str, Path], tmp_path: Path) -> None:
    """`otter grade` gives scripts and notebooks the points that our `grade` gives, and writes summaries."""
    subprocess.run(
        [sys.executable, SOLUTIONS / "example_class.py", tmp_path / "class"], check=True, capture_output=True
    )
    ours = grade_scores(tmp_path / "class", tmp_path)
    for kind in ("py", "ipynb"):
        out = tmp_path / kind
        out.mkdir()
        words = [
            "-n",
            f"class-{kind}",
            "-a",
            zips["homework"],
            "--ext",
            kind,
            "--image",
            BASE,
            "--containers",
            "2",
            "--summaries",
        ]
        otter = [Path(sys.executable).with_name("otter"), "grade", *words, "-o", out, tmp_path / "class"]
        done = subprocess.run(otter, env=docker.environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        rows = list(csv.DictReader((out / "final_grades.csv").open()))
        assert len(rows) == 1 + len(list((tmp_path / "class").glob(f"*.{kind}")))
        for row in rows[1:]:
            name = Path(row["file"]).stem
            assert row["grading_status"] == "Completed"
            assert {exercise: float(row[exercise]) for exercise in ours[name].questions} == ours[
                name
            ].questions
            assert "q4_kernel_gradient results:" in (out / "grading-summaries" / f"{name}.txt").read_text()


def test_four_ways_of_grading_agree(docker: Docker, image: str, tmp_path: Path, nightly: bool) -> None:
    """`grade`, `otter run`, `otter grade` and Gradescope's container give the same points, check by check.

    Here are chosen submissions, and every night all of them. test_parity.py compares all without containers.
    """
    flat, halves, out = tmp_path / "flat", [tmp_path / "first", tmp_path / "second"], tmp_path / "out"
    for folder in (flat, *halves, out):
        folder.mkdir()
    for number, (name, (file, data)) in enumerate(submissions(() if nightly else CHOSEN).items()):
        folder = halves[number % 2] / name
        folder.mkdir()
        (folder / file).write_bytes(data)
        (flat / f"{name}{Path(file).suffix}").write_bytes(data)
    autograder = build_autograder("homework", SOLUTIONS, tmp_path, {"limits": LIMITS})
    with zipfile.ZipFile(autograder) as archive:
        config = archive.extract("otter_config.json", tmp_path)
    places = [
        "-v",
        f"{out}:/out",
        "-v",
        f"{config}:/autograder/source/otter_config.json:ro",
        image,
        "sh",
        "-c",
        EACH,
    ]
    with ThreadPoolExecutor(
        2
    ) as pool:  # one container for many submissions, since making containers takes most of the time
        each = pool.map(
            lambda half: docker("run", "--rm", "--network", "none", "-v", f"{half}:/class:ro", *places),
            halves,
        )
        assert [done.stderr for done in each if done.returncode] == []
    ways: dict[str, Callable[[], dict[str, Scores]]] = {
        "grade": lambda: grade_scores(flat, tmp_path, *GRADE_OPTIONS),
        "otter run": lambda: otter_run_scores(flat, autograder, tmp_path),
        "otter grade": lambda: otter_grade_scores(flat, autograder, docker.environment, tmp_path),
        "container": lambda: results_scores(out),
    }
    text, differences = table({way: scores() for way, scores in ways.items()})
    (PROJECT / "build").mkdir(exist_ok=True)
    (PROJECT / "build" / "parity.txt").write_text(text, encoding="utf-8")

    assert differences == []
