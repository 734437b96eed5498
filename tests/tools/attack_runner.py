"""Grades the attack corpus as a class among honest submissions, and looks for what an attack could have got.

    python tests/tools/attack_runner.py --out FOLDER [--only NAME …] [--deal HAND HANDS]
                                        [--control | --unsafe | --zip ZIP]

Prints a row an attack and exits with 1 on any violation, with 2 where nothing could be graded. `--control`
runs every probe in a plain process without any layer, where it must succeed: a probe that fails there is
stale, and proves nothing. `--zip` grades as Gradescope's containers do,
with the zip of q1_convolution that `autograder build` has made.
"""

from __future__ import annotations

import argparse
import errno
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import attack_corpus as corpus
import attack_outputs as outputs
from attack_corpus import Attack
from attack_field import PROJECT, Field

from autograder.errors import Outcome
from autograder.sandbox.limits import Limits
from autograder.sandbox.unisolated import ChildWorker

CALL_SECONDS, SUBMISSION_SECONDS = 0.1, 2.0  # less than usual, so that a hundred loops end soon
# A submission's and its counterexamples' time by the clock; the rest is forks on a busy machine.
LONGEST = Limits(submission_seconds=SUBMISSION_SECONDS).submission_wall_seconds + 5 + 12
# MiB of the grader itself: 310 to read the hostile archives, 180 more to judge the largest replies.
MAX_MEMORY = 768
FULL, WITHOUT_SIZES = 40.0, 37.0
AROUND = (
    "starve/loop",
    "starve/crash_in_c",
    "starve/exit_at_once",
    "starve/half_an_answer",
    "starve/memory_of_numpy",
)


@dataclass
class Row:
    """One submission of the batch: what it must earn and say, and what grading it came to."""

    name: str
    files: dict[str, Any]
    points: float = 0.0
    expect: str = ""
    seconds: float = 0.0
    told: str = ""
    violations: list[str] = field(default_factory=list)


def batch(attacks: list[Attack], field: Field) -> list[Row]:
    """Return the submissions in order. The solution is first, midway and last; plain wrong code is second."""
    planted = field.planted() | {"call_seconds": CALL_SECONDS}
    answer = (field.exercise / "q1_convolution.py").read_text(encoding="utf-8")
    rows = [
        Row(attack.name, corpus.files(attack, planted), expect=attack.expect)
        for attack in attacks
        if attack.is_submission
    ]
    for attack in attacks:
        if attack.name in AROUND:
            source = corpus.script(f"{answer}\n\n{attack.source}", planted).encode()
            rows.append(
                Row(f"right code around {attack.name}", {"around.py": source}, WITHOUT_SIZES, attack.expect)
            )
    honest = [
        Row(f"the answer, {when}", {f"honest-{when}.py": answer.encode()}, FULL)
        for when in ("first", "midway", "last")
    ]
    wrong = Row("wrong code, no attack", {"wrong.py": corpus.script("", planted).encode()})
    middle = len(rows) // 2
    return [honest[0], wrong, *rows[:middle], honest[1], *rows[middle:], honest[2]]


def grade(
    rows: list[Row], attacks: list[Attack], field: Field, options: list[str], packed: Path | None
) -> tuple[subprocess.CompletedProcess[Any], list[dict[str, Any]]]:
    """Grade the batch in one run, or with a zip; return how that ended, and the notes on each submission."""
    for number, row in enumerate(rows):
        corpus.place(row.files, field.root / "batch" / f"{number:04}")
    for attack in attacks:
        if not attack.is_submission and not packed:
            corpus.place(
                corpus.files(attack, field.planted()),
                field.root / "batch" / f"none-{attack.name.replace('/', '-')}",
            )
    log = field.root / "out" / "log"
    log.touch()
    if packed:
        program = str(Path(__file__).with_name("attack_packed.py"))
        done = field.run(
            [
                sys.executable,
                program,
                *map(str, (log, packed, field.root / "batch", field.root / "out" / "packed")),
                *options,
            ]
        )
        return done, [json.loads(line) for line in log.read_text().splitlines()]
    program = str(Path(__file__).with_name("attack_grade.py"))
    command = [sys.executable, program, str(log), "q1_convolution", str(field.root / "batch"), *options]
    command += ["-o", str(field.root / "out" / "graded"), "-j", "1", "--solutions", str(field.solutions)]
    done = field.run([*command, "--feedback", "published"])
    return done, [json.loads(line) for line in log.read_text().splitlines()]


def judge(
    rows: list[Row], done: subprocess.CompletedProcess[Any], log: list[dict[str, Any]], field: Field
) -> list[str]:
    """Fill in the rows' violations, and return those that can't be told to one row."""
    results = [
        json.loads(Path(entry["result"]).read_text(encoding="utf-8")) for entry in log if "result" in entry
    ]
    names = {entry["result"] for entry in log if "result" in entry}
    if done.returncode or done.stderr or not len(results) == len(names) == len(rows):
        return [
            f"the grader ended with {done.returncode} and {len(names)} results of {len(rows)} submissions: "
            f"{done.stderr[-2000:]}"
        ]
    secrets = secrets_of(field, results[1])
    for index, (row, result) in enumerate(zip(rows, results, strict=True)):
        start = log[index]["time"]
        row.seconds, row.told = log[index + 1]["time"] - start, outputs.told(result)
        row.violations += outputs.result_violations(result, results[1], row.points, secrets)
        row.violations += outputs.loaded_late(result, log[index + 1].get("graded", start), 0.9)
        if row.expect and not re.search(row.expect, row.told):
            row.violations.append(f"does not say {row.expect!r}: the attack is stale, or its message is")
        if row.seconds > LONGEST:
            row.violations.append(f"took {row.seconds:.0f} s")
    peak = max(entry["peak_mib"] for entry in log)
    return [
        *(class_violations(field, rows, secrets) if (field.root / "out" / "graded").exists() else []),
        *(f"the terminal {one}" for one in outputs.terminal_violations(done.stdout, secrets)),
        *([f"the grader needed {peak} MiB"] if peak > MAX_MEMORY else []),
        *field.remains(),
    ]


def class_violations(field: Field, rows: list[Row], secrets: outputs.Secrets) -> list[str]:
    """Return the violations in what is written of a whole class."""
    graded = field.root / "out" / "graded"
    index, table = (
        (graded / name).read_text(encoding="utf-8") for name in ("report/index.html", "final_grades.csv")
    )
    found = outputs.page_violations(index, len(rows), secrets)
    for folder in ("report/submissions", "feedback"):
        pages = [file.read_text(encoding="utf-8") for file in sorted((graded / folder).glob("*.html"))]
        found += [one for page in pages for one in outputs.page_violations(page, 0, secrets)]
        found += [f"has {len(pages)} in {folder}"] if len(pages) != len(rows) else []
        if folder == "feedback":
            found += [f"tells a student {one}" for page in pages for one in outputs.hidden_inputs(page)]
    return [
        *(f"the page {one}" for one in found),
        *(f"the table {one}" for one in outputs.table_violations(table, len(rows), secrets)),
    ]


def secrets_of(field: Field, harmless: dict[str, Any]) -> outputs.Secrets:
    """Return what no output may hold. What is public, or in the results of harmless code, is no secret."""
    given = [
        PROJECT / "assignments" / "q1_convolution" / name for name in ("q1_convolution.py", "test_visible.py")
    ]
    public = [file.read_text(encoding="utf-8") for file in (*given, *field.exercise.glob("*.md"))]
    public += [corpus.FRAME, json.dumps(harmless, ensure_ascii=False)]
    return outputs.Secrets(list(field.canaries.values()), field.exercise, "\n".join(public))


def run_batch(attacks: list[Attack], root: Path, options: list[str], packed: Path | None) -> int:
    """Grade, judge and print; return the exit status."""
    with Field(root) as field:
        rows, start = batch(attacks, field), time.monotonic()
        done, log = grade(rows, attacks, field, options, packed)
        if done.returncode == 2:
            print(done.stderr.strip())
            return 2
        violations = judge(rows, done, log, field)
    bad = print_rows(rows, violations)
    isolation = re.search(r"isolation: (.*\))", done.stdout, re.IGNORECASE)
    print(
        f"{len(rows)} submissions, {bad} violations, {time.monotonic() - start:.0f} s, grader's peak memory "
        f"{max(entry['peak_mib'] for entry in log)} MiB, "
        f"isolation: {isolation[1] if isolation else 'unknown'}"
    )
    return 1 if bad else 0


def print_rows(rows: list[Row], violations: list[str]) -> int:
    """Print a line a row and a line a violation; return how many violations there are."""
    for row in rows:
        first_line = (row.told.splitlines() or [""])[0]
        print(
            f"{'BAD ' if row.violations else 'ok  '}{row.name:<48} {row.points:>4g} {row.seconds:>6.2f} s"
            f"  {first_line[:90]}"
        )
        for one in row.violations:
            print(f"      {one}")
    for one in violations:
        print(f"BAD {one}")
    return len(violations) + sum(len(row.violations) for row in rows)


def control(attack: Attack, field: Field) -> str:
    """Run a probe in a plain process, and return what it says."""
    source = corpus.script(attack.source, field.planted())
    os.environ["ATTACK_SECRET"] = field.canaries["environment"]
    here = Path.cwd()
    os.chdir(field.exercise)
    try:
        worker = ChildWorker(Limits())
        try:
            return str(worker.ask(["load", "submission", [[attack.name, source]]], 20))
        except Outcome as outcome:
            return str(outcome)
        finally:
            worker.end()
    finally:
        os.chdir(here)


def run_control(attacks: list[Attack], root: Path) -> int:
    """Run every probe without any layer; print those that don't succeed, and return the exit status."""
    with Field(root) as field:
        probes = [attack for attack in attacks if attack.has_probe]
        said = {attack.name: control(attack, field) for attack in probes if not attack.never}
        reasons = {attack.name: attack.never for attack in probes if attack.never}
        reasons |= {
            name: "this kernel has no such call"
            for name, text in said.items()
            if os.strerror(errno.ENOSYS) in text
        }
        stale = {
            name: text for name, text in said.items() if "PROBE-SUCCEEDED" not in text and name not in reasons
        }
        for name, reason in sorted(reasons.items()):
            print(f"can't succeed: {name}: {reason}")
        for name, text in stale.items():
            print(f"STALE {name}: {text[-300:]}")
        many = len(probes) - len(reasons) - len(stale)
        print(
            f"{many} of {len(probes)} probes succeed without layers, "
            f"{len(reasons)} can't, {len(stale)} are stale"
        )
        return 1 if stale else 0


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
        "--deal", nargs=2, type=int, metavar=("HAND", "HANDS"), help="one share of them, counted from 0"
    )
    parser.add_argument(
        "--control", action="store_true", help="run the probes without any layer: each must succeed"
    )
    parser.add_argument("--zip", type=Path, help="grade with this autograder, as a container does")
    parser.add_argument(
        "--unsafe", action="store_true", help="grade in plain processes: a proof that violations are found"
    )
    parser.add_argument("--cluster", action="store_true", help="grade on a Dask cluster on this machine")
    options = parser.parse_args()
    chosen = corpus.chosen(options.only)
    if options.deal:
        chosen = corpus.dealt(chosen, *options.deal)
    slow = 20 if options.unsafe else 1  # each plain process starts a Python of its own
    times = [str(CALL_SECONDS * slow), str(SUBMISSION_SECONDS * slow)]
    words = (
        times
        if options.zip
        else ["--call-seconds", times[0], "--submission-seconds", times[1], *["--unsafe"] * options.unsafe]
    )
    words += ["--cluster", "local:1"] * options.cluster

    def run(root: Path) -> int:
        return run_control(chosen, root) if options.control else run_batch(chosen, root, words, options.zip)

    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
        return run(options.out.resolve())
    with tempfile.TemporaryDirectory() as folder:
        return run(Path(folder))


if __name__ == "__main__":
    sys.exit(main())
