"""Files that no platform has named: whose each one is, by the folder that it lies in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from autograder.errors import SubmissionError
from autograder.submissions.archives import members
from autograder.submissions.files import MAX_INNER_ARCHIVE, File
from autograder.submissions.handed_out import HandedOut, code_digest
from autograder.submissions.notes import OTHER_KIND, SECTIONS, Notes
from autograder.submissions.read import MAX_READ, is_named
from autograder.submissions.remarks import imported_names
from autograder.submissions.source import code_cells
from autograder.submissions.submission import Cell, Person

JOURNAL = "grades.db"
OWN_RESULTS = ("final_grades.csv", "gradebook-", JOURNAL)
OWN_FOLDERS = ("results", "report")
SENT_BY_MISTAKE = frozenset(
    ".rar .7z .gz .docx .doc .odt .rtf .pages .pdf .gdoc .jpg .jpeg .heic .lnk .url .webloc .icloud .pyc "
    ".crdownload .part".split()
)
"""Files of a class that are somebody's submission, although nothing in them can be graded."""


@dataclass(frozen=True)
class Upload:
    """The files that a person or a group sent. Without `people`, `name` is all that tells who it was.

    Of two uploads by the same person, the one with the larger `order` is later.
    """

    files: tuple[File, ...]
    people: tuple[Person, ...] = ()
    order: int = 0
    name: str = ""


def without_results(files: list[File]) -> list[File]:
    """Return files without the results of our own runs: a folder with a journal holds them."""
    folders = {file.path.parent for file in files if file.path.name == JOURNAL}
    return [file for file in files if not any(_is_result(file.path, folder) for folder in folders)]


def _is_result(path: PurePosixPath, folder: PurePosixPath) -> bool:
    if not path.is_relative_to(folder):
        return False
    first, *rest = path.relative_to(folder).parts
    return first in OWN_FOLDERS if rest else first.startswith(OWN_RESULTS)


def is_one_student_s(files: list[File], handed_out: HandedOut, archive: bool = False) -> bool:
    """Whether a folder or an archive is one student's, and no class.

    It is if the files with the assignment's name lie in one folder, and code imports the other scripts. An
    archive in which there is only another archive is what that one is.
    """
    gradeable = [file for file in files if file.gradeable and file.path.name not in handed_out.modules]
    if archive and len(gradeable) == 1 and gradeable[0].archive:
        return _inner_is_one_student_s(gradeable[0], handed_out)
    named, others = list[File](), list[File]()
    for file in gradeable:
        is_script = is_named(file, handed_out.assignment) and not file.archive
        (named if is_script else others).append(file)
    if not named or len({file.path.parent for file in named}) > 1 or len(named) > MAX_READ:
        return False
    if len(named) == len(gradeable) == 1:
        return True
    if any(file.suffix != ".py" for file in others):
        return False
    codes = {file: _code(file) for file in named}
    if all(code_digest(cells) in handed_out.stubs for cells in codes.values()):
        return False
    return _all_imported(others, [cell.source for cells in codes.values() for cell in cells])


def _inner_is_one_student_s(file: File, handed_out: HandedOut) -> bool:
    try:
        return is_one_student_s(list(members(file.read(MAX_INNER_ARCHIVE))), handed_out)
    except SubmissionError:
        return False


def _code(file: File) -> tuple[Cell, ...]:
    """Return the code of a file, none if it can't be read; that is told when it is graded."""
    try:
        return code_cells(file)
    except (SubmissionError, OSError):
        return ()


def _all_imported(others: list[File], sources: list[str]) -> bool:
    """Whether each of the other scripts is imported, by these sources or by another one of them."""
    left = set(others)
    while left:
        names = imported_names(sources)
        imported = {file for file in left if file.stem in names or names.intersection(file.path.parts[:-1])}
        if not imported:
            return False
        sources = [cell.source for file in imported for cell in _code(file)]
        left -= imported
    return True


def by_folder(files: list[File], handed_out: HandedOut, notes: Notes) -> list[Upload]:
    """Return an upload for each folder, and for the files beside them that have one name.

    One outer folder that holds a class is not a student's, nor are folders of sections.
    """
    groups = _groups(files)
    if sections := _sections(groups, handed_out):
        notes[SECTIONS] += sections
        notes[OTHER_KIND] += [file.shown for file in files if file.path.parts[0] not in sections]
        inner = [_one_folder_less(file) for file in files if file.path.parts[0] in sections]
        return by_folder(inner, handed_out, notes)
    gradeable = [name for name, group in groups.items() if any(file.gradeable for file in group)]
    if len(gradeable) == 1 and len(groups) == 1 and _holds_a_class(groups[gradeable[0]], handed_out):
        inner = [_one_folder_less(file) for file in files]
        return by_folder(inner, handed_out, notes)
    uploads = []
    for name, group in sorted(groups.items()):
        in_a_folder = any(len(file.path.parts) > 1 for file in group)
        if in_a_folder or any(file.gradeable or file.suffix in SENT_BY_MISTAKE for file in group):
            uploads.append(Upload(tuple(group), name=name))
        else:
            notes[OTHER_KIND] += [file.shown for file in group]
    return uploads


def _groups(files: list[File]) -> dict[str, list[File]]:
    groups = defaultdict[str, list[File]](list)
    for file in files:
        groups[file.path.parts[0] if len(file.path.parts) > 1 else file.stem].append(file)
    return groups


def _holds_a_class(files: list[File], handed_out: HandedOut) -> bool:
    """Whether a folder is no student's: it holds files of several names, and none is the assignment's."""
    if any(len(file.path.parts) == 1 for file in files):
        return False
    if any(is_named(file, handed_out.assignment) for file in files if len(file.path.parts) == 2):
        return False
    inner = _groups([_one_folder_less(file) for file in files])
    return sum(any(file.gradeable for file in group) for group in inner.values()) > 1


def _sections(groups: dict[str, list[File]], handed_out: HandedOut) -> list[str]:
    """Return the folders that are sections of a class, all or none.

    They are if each holds several students, and no two students in any of them have the same name. Someone
    who sends an old and a new folder is no section: others would call such folders the same.
    """
    found = {name: group for name, group in groups.items() if any(file.gradeable for file in group)}
    students = [students_in(group, handed_out) for group in found.values()]
    names = [name.casefold() for several in students for name in several]
    several_each = len(found) > 1 and all(len(several) > 1 for several in students)
    return sorted(found) if several_each and len(set(names)) == len(names) else []


def students_in(files: list[File], handed_out: HandedOut) -> set[str]:
    """Return whose folders and archives seem to lie in a folder; nobody's if other code lies beside them."""
    found = set[str]()
    for name, group in _groups([_one_folder_less(one) for one in files if len(one.path.parts) > 1]).items():
        gradeable = [file for file in group if file.gradeable]
        one_archive = len(gradeable) == 1 and gradeable[0].archive and len(gradeable[0].path.parts) == 1
        in_a_folder = all(len(file.path.parts) > 1 for file in gradeable)
        has_its_own = in_a_folder and any(is_named(file, handed_out.assignment) for file in gradeable)
        is_the_assignment = is_named(File(PurePosixPath(name), bytes), handed_out.assignment)
        if gradeable and (is_the_assignment or not (one_archive or has_its_own)):
            return set()
        found |= {name} if gradeable else set()
    return found if all(len(file.path.parts) > 1 for file in files) else set()


def _one_folder_less(file: File) -> File:
    return replace(file, path=PurePosixPath(*file.path.parts[1:]), display_name=file.shown)
