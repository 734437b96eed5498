"""OUT/feedback/: a page for each student, and a zip of them as a learning platform takes it."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.classes.journal import Journal
from autograder.classes.journal_file import locked, read_journal
from autograder.errors import UsageError
from autograder.i18n import LAYOUT
from autograder.reports.feedback_page import feedback_page
from autograder.reports.folder import FEEDBACK, OutputFolder
from autograder.submissions.lms import PLATFORMS
from autograder.submissions.lms.platform import Platform
from autograder.submissions.submission import Person
from autograder.text import clean_text, safe_file_name

FOR = {platform.name.lower(): platform for platform in PLATFORMS if platform.takes_feedback}
"""The platforms that take a zip of feedback, by the names that one types."""
ZIP_TIME = (1980, 1, 1, 0, 0, 0)  # the same pages make the same zip


@dataclass(frozen=True)
class Packed:
    """A zip for a platform: how many people get a page in it, and the submissions for which nobody does."""

    file: Path
    people: int
    left_out: tuple[str, ...]


def rewrite_feedback(out: Path, stage: str, platform: Platform | None = None) -> tuple[int, Packed | None]:
    """Write the feedback of the last run, and a zip of it for a platform; return how many pages there are."""
    with read_journal(out) as journal, locked(out):
        journal.resume()
        folder = OutputFolder(out, journal.run.publish)
        pages = write_feedback(journal, folder, stage)
        return len(pages), _pack(journal, folder, platform, pages) if platform else None


def write_feedback(journal: Journal, folder: OutputFolder, stage: str) -> dict[str, Path]:
    """Write a page for each submission; return the files by submission. Pages of earlier runs are removed."""
    people = journal.people()
    (folder.path / FEEDBACK).mkdir(exist_ok=True)
    pages = {}
    for report in journal:
        name = report.submission
        page = feedback_page(report, journal.code(name), stage, folder.publish, _names(people.get(name, ())))
        pages[name] = folder.write(f"{FEEDBACK}/{safe_file_name(name)}.html", page)
    kept = set(pages.values())
    for file in (folder.path / FEEDBACK).glob("*.html"):
        if file not in kept:
            file.unlink()
    return pages


def _names(people: Sequence[Person]) -> str:
    return ", ".join(clean_text(one.name, keep=LAYOUT) for one in people if one.name)


def _pack(journal: Journal, folder: OutputFolder, platform: Platform, pages: dict[str, Path]) -> Packed:
    """Write a zip of pages under the names by which a platform finds their students."""
    people, numbers = journal.people(), journal.upload_numbers()
    found = {
        name: list(
            filter(None, (platform.feedback_file(one, numbers.get(name, 0)) for one in people.get(name, ())))
        )
        for name in pages
    }
    if not any(found.values()):
        remedy = f"Grade the download of {platform.name} as it is, or give a roster with its numbers"
        raise UsageError(f"{platform.name} would find none of these students. {remedy}")
    file = folder.path / f"feedback-{platform.name.lower()}.zip"
    part = file.with_name(f".{file.name}.part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, targets in found.items():
            for target in targets:
                info = zipfile.ZipInfo(target, ZIP_TIME)
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, pages[name].read_bytes())
    part.replace(file)
    left_out = tuple(name for name, targets in found.items() if not targets)
    return Packed(file, sum(map(len, found.values())), left_out)
