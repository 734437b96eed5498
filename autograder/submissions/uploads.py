"""The files of a class, sorted by who sent them."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath

from autograder.submissions.archives import MAX_CLASS_MEMBERS, members
from autograder.submissions.files import MAX_METADATA, MAX_RECEIPT, File, files_below, read_bounded
from autograder.submissions.grouping import Upload, by_folder, is_one_student_s, without_results
from autograder.submissions.handed_out import HandedOut
from autograder.submissions.lms import PLATFORMS
from autograder.submissions.lms.platform import Identified, Platform
from autograder.submissions.notes import A_CLASS, ONE_STUDENT, OTHER_KIND, SUPERSEDED, UNKNOWN_SENDER, Notes
from autograder.submissions.read import is_named
from autograder.submissions.submission import Person


@dataclass(frozen=True)
class Export:
    """A class as a platform exports it: which one, in how many outer folders, and what its paths say."""

    platform: Platform
    depth: int
    identified: dict[File, Identified]


def uploads_in(path: Path, handed_out: HandedOut, notes: Notes) -> list[Upload]:
    """Return the uploads in a file, a folder or an archive; notes say what is left out.

    Raises UsageError for an export whose metadata is damaged, SubmissionError for an archive that can't be
    read, and OSError.
    """
    if path.is_dir():
        return _uploads_among(list(files_below(path)), path, handed_out, notes)
    file = File(PurePosixPath(path.name), partial(read_bounded, path))
    if not file.archive:
        return _alone(file, path, notes)
    found = [
        replace(member, display_name=f"{path.name}/{member.path}")
        for member in members(file.read(), MAX_CLASS_MEMBERS)
    ]
    return _uploads_among(found, path, handed_out, notes)


def _uploads_among(files: list[File], path: Path, handed_out: HandedOut, notes: Notes) -> list[Upload]:
    files = without_results(files)
    for file in files:
        if file.problem:
            notes[f"not graded, {file.problem}"].append(file.shown)
    files = [file for file in files if not file.problem]
    if export := _recognised(path, files):
        notes[f"read as an export of {export.platform.name}"].append(str(path))
        return _by_sender(export, files, notes)
    if is_one_student_s(files, handed_out, archive=not path.is_dir()):
        if not path.is_dir():
            notes[ONE_STUDENT].append(str(path))
            return _alone(File(PurePosixPath(path.name), partial(read_bounded, path)), path, notes)
        return [Upload(tuple(files), name=_folder_name(files, path, handed_out))]
    if not path.is_dir() and any(file.gradeable for file in files):
        notes[A_CLASS].append(str(path))
    return by_folder(files, handed_out, notes)


def _alone(file: File, path: Path, notes: Notes) -> list[Upload]:
    """Return the upload that is one file, whose name may be as a platform writes it."""
    export = _recognised(path, [file])
    return _by_sender(export, [file], notes) if export else [Upload((file,), name=file.stem)]


def _folder_name(files: list[File], path: Path, handed_out: HandedOut) -> str:
    """Return the name of the folder that says whose files these are: not one called as the assignment."""
    tops = {file.path.parts[0] for file in files if file.gradeable and len(file.path.parts) > 1}
    top = min(tops, default="")
    is_a_person = (
        top and len(tops) == 1 and not is_named(File(PurePosixPath(top), bytes), handed_out.assignment)
    )
    return top if is_a_person else path.resolve().name


def _recognised(path: Path, files: list[File]) -> Export | None:
    """Return the export whose platform names more than half of what can be graded, if there is one."""
    gradeable = sum(file.gradeable for file in files)
    for depth in range(_outer_folders(files) + 1):
        beside = {file.path.parts[depth] for file in files if len(file.path.parts) == depth + 1}
        for platform in PLATFORMS:
            has_metadata = not platform.metadata or platform.metadata in beside
            if depth > platform.most_outer_folders or not has_metadata:
                continue
            identified = dict(_identified(platform, depth, files))
            if platform.folder_marker:
                identified = _marked(platform.folder_marker, path, depth, identified)
            if 2 * sum(file.gradeable for file in identified) > gradeable:
                return Export(platform, depth, identified)
    return None


def _outer_folders(files: list[File]) -> int:
    """Return how many folders, one in the other, hold everything that can be graded."""
    folders = {file.path.parts[:-1] for file in files if file.gradeable}
    shared = zip(*folders, strict=False)
    return sum(1 for _ in itertools.takewhile(lambda parts: len(set(parts)) == 1, shared))


def _identified(platform: Platform, depth: int, files: list[File]) -> Iterator[tuple[File, Identified]]:
    """Yield the files that a platform recognises. A key that two names share identifies nobody."""
    deep_enough = (file for file in files if len(file.path.parts) > depth)
    found = [(file, platform.identify(*file.path.parts[depth:])) for file in deep_enough]
    names = Counter(key for key, _ in {(one.key, one.person) for _, one in found if one})
    return ((file, one) for file, one in found if one and names[one.key] == 1)


def _marked(
    marker: str, path: Path, depth: int, identified: dict[File, Identified]
) -> dict[File, Identified]:
    """Return those files whose folder on the disk has the marker of a platform in it."""
    folders = {file: path.joinpath(*file.path.parts[: depth + 1]) for file in identified}
    marked = {folder for folder in folders.values() if (folder / marker).exists()}
    return {file: one for file, one in identified.items() if folders[file] in marked}


def _by_sender(export: Export, files: list[File], notes: Notes) -> list[Upload]:
    """Return an upload for each sender, then one for each file of an unknown sender."""
    people = _people(export, files)
    sent: dict[str, dict[str, tuple[int, File]]] = {key: {} for key in people}
    latest = _latest_attempts(export)
    alone = []
    for file in files:
        identified = export.identified.get(file)
        path = _path_in(export, file)
        if identified and identified.receipt:
            continue
        if identified and identified.order < latest.get(identified.key, 0):
            notes[SUPERSEDED].append(file.shown)
        elif identified and identified.key in people:
            named = File(PurePosixPath(identified.file_name), file.read, file.shown)
            _keep_later(sent[identified.key], identified, named, notes)
        elif file.gradeable:
            alone.append(Upload((file,), name=file.stem))
            notes[UNKNOWN_SENDER].append(file.shown)
        elif path not in (export.platform.metadata, *export.platform.own_files):
            notes[OTHER_KIND].append(file.shown)
    return [*(_upload(people[key], versions) for key, versions in sent.items()), *alone]


def _latest_attempts(export: Export) -> dict[str, int]:
    """Return the order of everybody's last attempt, where attempts replace each other as a whole."""
    latest = dict[str, int]()
    for one in export.identified.values() if export.platform.whole_attempts else ():
        latest[one.key] = max(latest.get(one.key, 0), one.order)
    return latest


def _people(export: Export, files: list[File]) -> dict[str, tuple[Person, ...]]:
    """Return who sent the files of each key."""
    platform, metadata = export.platform, b""
    if platform.metadata:
        file = next(file for file in files if _path_in(export, file) == platform.metadata)
        metadata = file.read(MAX_METADATA)
    people = platform.people(export.identified.values(), metadata)
    for file, one in export.identified.items():
        if one.receipt and one.key in people:
            people[one.key] = (platform.with_receipt(one, file.read(MAX_RECEIPT)[:MAX_RECEIPT]),)
    return people


def _path_in(export: Export, file: File) -> str:
    return "/".join(file.path.parts[export.depth :])


def _keep_later(
    versions: dict[str, tuple[int, File]], identified: Identified, file: File, notes: Notes
) -> None:
    """Put a file among the others of its sender; of two with one name the later one stays."""
    order, name = identified.order, identified.file_name
    if name not in versions:
        versions[name] = order, file
        return
    earlier, later = sorted((versions[name], (order, file)), key=lambda version: version[0])
    versions[name] = later
    notes[SUPERSEDED].append(earlier[1].display_name)


def _upload(people: tuple[Person, ...], versions: dict[str, tuple[int, File]]) -> Upload:
    files = tuple(file for _order, file in versions.values())
    return Upload(files, people, max((order for order, _file in versions.values()), default=0))
