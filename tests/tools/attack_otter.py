"""Grades the attack corpus with stock otter and our zip, and looks for what an attack could have got.

    python tests/tools/attack_otter.py --out FOLDER [--only NAME …] [--bare]

Prints a row an attack and exits with 1 on any violation. `--bare` takes our plugin out of the zip. Then
attacks that aim at otter must get something: one that gets nothing is stale, and proves nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import tempfile
import time
import zipfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

import attack_corpus as corpus
import attack_outputs as outputs
from attack_field import PROJECT, Field
from attack_runner import CALL_SECONDS, LONGEST, SUBMISSION_SECONDS, Row, batch, print_rows, secrets_of

from autograder.otter.build import build_autograder
from autograder.otter.packed import PLUGIN
from autograder.otter.zips import write_zip
from autograder.sandbox.limits import Limits

STARTING = 45.0  # seconds, of otter and of the sandbox: otter reads large files for long
# These need a kernel that has not yet imported anything.
IMPORTED = ("otter/modules_beside", "otter/script_named_like_otter")


def autograder(field: Field, bare: bool) -> Path:
    """Build the zip as `autograder build` does, with shorter limits, and without our plugin where `bare`."""
    built = build_autograder("q1_convolution", PROJECT / "solutions", field.root / "built")
    with zipfile.ZipFile(built) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    config = json.loads(files["otter_config.json"])
    config["plugins"][0][PLUGIN]["limits"] = asdict(
        Limits(call_seconds=CALL_SECONDS, submission_seconds=SUBMISSION_SECONDS)
    )
    files["otter_config.json"] = json.dumps(config | ({"plugins": []} if bare else {})).encode()
    return write_zip(field.root / "autograder.zip", files)


def grade(rows: list[Row], field: Field, bare: bool) -> tuple[str, list[dict[str, Any]]]:
    """Grade the rows; return what went wrong outside of them, and what was noted of each."""
    out, jobs = field.root / "out" / "otter", []
    (out / "temporary").mkdir(parents=True)
    for number, row in enumerate(rows):
        corpus.place(row.files, field.root / "batch" / f"{number:04}")
        jobs.append(
            (number, str(field.root / "batch" / f"{number:04}" / next(iter(row.files))), row.name in IMPORTED)
        )
    (out / "jobs.json").write_text(json.dumps(jobs))
    (out / "log").touch()
    places = {
        "TMPDIR": "temporary",
        "IPYTHONDIR": "ipython",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTER_CONFIG_DIR": "config",
    }
    field.environment |= {name: str(out / place) for name, place in places.items()}
    program = str(Path(__file__).with_name("attack_otter_run.py"))
    done = field.run([sys.executable, program, str(autograder(field, bare)), str(out)])
    notes = {note["number"]: note for note in map(json.loads, (out / "log").read_text().splitlines())}
    left = [path.name for path in (out / "temporary").iterdir()]
    wrong = (
        done.stdout
        + done.stderr
        + f"ended with {done.returncode}" * bool(done.returncode)
        + f"left {left}" * bool(left)
    )
    return wrong, [
        notes.get(number, {"error": "its process was ended", "graded": 0}) for number in range(len(rows))
    ]


def judge(rows: list[Row], notes: list[dict[str, Any]], field: Field) -> None:
    """Fill in the violations of each row."""
    folders = [field.root / "out" / "otter" / str(number) for number in range(len(rows))]
    like = json.loads((folders[1] / "results.json").read_text())
    secrets = secrets_of(field, like)
    for row, note, folder in zip(rows, notes, folders, strict=True):
        row.seconds, row.told = note.get("seconds", 0.0), note["error"]
        printed = (folder / "printed").read_text(encoding="utf-8", errors="surrogateescape")
        row.violations += [f"printed: {one}" for one in outputs.terminal_violations(printed, secrets)]
        row.violations += [f"left processes: {note['left']}"] if note.get("left") else []
        row.violations += [f"took {row.seconds:.0f} s"] if row.seconds > LONGEST + STARTING else []
        if note["error"]:
            refused = may_be_refused(row) and "graded" not in note and not (folder / "results.json").exists()
            row.violations += [] if refused else [f"ended with {row.told}"]
        else:
            judge_results((folder / "results.json").read_bytes(), row, note, printed, like, secrets)


def may_be_refused(row: Row) -> bool:
    """Whether otter itself may refuse a file before our code runs: an archive, or an odd notebook.

    Then there is no grade, and nothing that reads like one.
    """
    return row.name.startswith("intake/") or not next(iter(row.files)).endswith(".py")


def judge_results(
    data: bytes, row: Row, note: dict[str, Any], printed: str, like: dict[str, Any], secrets: outputs.Secrets
) -> None:
    """Fill in the violations of a row with results."""
    if hashlib.sha256(data).hexdigest() != note["results"]:
        row.violations.append("has results that changed after they were written")
    result = json.loads(data)
    problem = printed[printed.find("isolation: ") :]
    row.told = "\n".join([*(text for _, text in outputs.otter_cases(result["tests"][0])), problem])
    row.violations += outputs.otter_violations(result, like, row.points, secrets)
    row.violations += outputs.loaded_late({"": [result, printed]}, note.get("graded", note["start"]), 0.9)
    unpacked = next(iter(row.files)).endswith(".zip")  # by otter, so that what we say of zips is not said
    if not unpacked and not re.search(row.expect, row.told):
        row.violations.append(f"does not say {row.expect!r}: the attack is stale, or its message is")


def run(attacks: list[corpus.Attack], root: Path, bare: bool) -> int:
    """Grade, judge and print; return the exit status."""
    with Field(root) as field:
        rows, start = [row for row in batch(attacks, field) if len(row.files) == 1], time.monotonic()
        wrong, notes = grade(rows, field, bare)
        judge(rows, notes, field)
        violations = [*([wrong[-2000:]] if wrong else []), *field.remains()]
    bad = print_rows(rows, violations)
    print(f"{len(rows)} submissions, {bad} violations, {time.monotonic() - start:.0f} s")
    return 1 if bad else 0


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--out", type=Path, help="a folder for everything, which is kept; a temporary one otherwise"
    )
    parser.add_argument(
        "--only", nargs="+", default=[], metavar="NAME", help="only these attacks, or families"
    )
    parser.add_argument(
        "--bare", action="store_true", help="grade without our plugin: a proof that violations are found"
    )
    options = parser.parse_args()
    chosen = corpus.chosen(options.only)
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
        return run(chosen, options.out.resolve(), options.bare)
    with tempfile.TemporaryDirectory() as folder:
        return run(chosen, Path(folder), options.bare)


if __name__ == "__main__":
    sys.exit(main())
