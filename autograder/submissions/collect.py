"""A class from files of any origin: whose each submission is, which one counts, and who sent none."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from autograder.errors import SubmissionError, UsageError
from autograder.submissions.files import KINDS, File, cannot_be_read
from autograder.submissions.grouping import SENT_BY_MISTAKE, Upload, students_in
from autograder.submissions.handed_out import HandedOut
from autograder.submissions.naming import names
from autograder.submissions.notes import (
    BOTH_GRADED,
    NOT_CHOSEN,
    NOT_ON_ROSTER,
    OTHER_KIND,
    PERHAPS_A_SECTION,
    SUPERSEDED,
    Notes,
    note_lines,
)
from autograder.submissions.read import read_files
from autograder.submissions.roster import identities, label, match, person_named, read_roster
from autograder.submissions.submission import Person, Submission
from autograder.submissions.uploads import uploads_in
from autograder.text import clean_text

NOTHING_SENT = "No submission"
NO_SUBMISSION = f"holds no submission: no {KINDS} file is in it"
ADVICE = "Give a file, a folder or a zip of submissions"


@dataclass(frozen=True)
class ReadUpload:
    """An upload, and the submission that was read from it, which has no name yet."""

    upload: Upload
    submission: Submission

    @property
    def people(self) -> tuple[Person, ...]:
        return self.upload.people


def find_class(
    paths: Sequence[Path], assignment: str, roster: Path | None = None, handed_out: HandedOut | None = None
) -> tuple[list[Submission], list[str]]:
    """Return all submissions under files, folders, archives and exports, and lines on what was left out.

    A folder or an archive inside a folder, or inside an archive, is one student's. With a roster, everybody
    on it has a submission, in its order; else the order is that of the files. Whatever equals what was
    `handed_out` does not count.
    Raises UsageError for a path that doesn't exist or holds no submission, for an export or a roster that is
    damaged, and if not one submission can be read.
    """
    notes = Notes(list)
    listed = read_roster(roster) if roster else []
    handed_out = handed_out or HandedOut(assignment)
    found = [one for path in paths for one in _read_path(path, handed_out, notes)]
    if not found:
        raise UsageError(f"{clean_text(paths[0])} {NO_SUBMISSION}")
    if all(one.submission.problem for one in found):
        first = found[0].submission
        raise UsageError(f"there is nothing to grade; {first.file}: {first.problem}")
    if roster:
        found = _on_roster(found, listed, notes)
    found = _latest(found, notes)
    submissions = [
        replace(one.submission, name=name, people=one.people, upload_number=one.upload.order)
        for one, name in zip(found, names([one.upload for one in found]), strict=True)
    ]
    return submissions, list(note_lines(notes))


def _read_path(path: Path, handed_out: HandedOut, notes: Notes) -> list[ReadUpload]:
    """Return the submissions in one file, folder, archive or export; one that can't be read has a problem.

    Raises UsageError if there is no such path.
    """
    try:
        path.stat()  # a file is read later, but a path that is not there was mistyped
        uploads = uploads_in(path, handed_out, notes)
    except FileNotFoundError as error:
        raise UsageError(f"{clean_text(path)} can't be read: {error.strerror}. {ADVICE}") from None
    except (OSError, SubmissionError) as error:
        problem = str(error) if isinstance(error, SubmissionError) else cannot_be_read(error)
        file = File(PurePosixPath(path.name), lambda most=0: b"")
        upload = Upload((file,), name=file.stem)
        return [ReadUpload(upload, Submission("", clean_text(path.name), problem=problem))]
    if not any(file.gradeable or file.suffix in SENT_BY_MISTAKE for one in uploads for file in one.files):
        notes[NO_SUBMISSION].append(str(path))
        return []
    return [ReadUpload(upload, _read(upload, handed_out, notes)) for upload in uploads]


def _read(upload: Upload, handed_out: HandedOut, notes: Notes) -> Submission:
    """Return the submission in an upload, and note which of its files are not graded."""
    submission = read_files(upload.files, handed_out)
    if not upload.files and upload.people:
        submission = replace(submission, file=clean_text(label(upload.people[0])))
    graded = [submission, *submission.alternatives]
    if len(graded) > 1:
        notes[BOTH_GRADED].append(", ".join(one.file for one in graded))
    if (submission.problem or len(graded) > 1) and len(students_in(list(upload.files), handed_out)) > 1:
        notes[PERHAPS_A_SECTION].append(upload.name)
    known = {clean_text(file.shown) for file in upload.files if file.path.name in handed_out.files}
    known |= {one.file for one in graded}
    for file in upload.files:
        name = clean_text(file.shown)
        inside = any(one.file.startswith(f"{name}/") for one in graded)
        if name not in known and not inside and not _is_module(file, submission):
            if not file.gradeable or not submission.problem:
                notes[NOT_CHOSEN if file.gradeable else OTHER_KIND].append(file.shown)
    return submission


def _is_module(file: File, submission: Submission) -> bool:
    """Whether a file is a module that the submission can import, or belongs to a package of its own."""
    dotted = {name.rpartition(".")[2] for name in submission.modules}
    return file.suffix == ".py" and (file.stem in dotted or file.stem == "__init__")


def _on_roster(found: list[ReadUpload], listed: list[Person], notes: Notes) -> list[ReadUpload]:
    """Return the submissions with people as the roster has them, then those of people who sent nothing."""
    known = dict.fromkeys(person for one in found for person in one.people)
    guesses = [None if one.people else _guess(one.upload) for one in found]
    often = Counter(guess for guess in guesses if guess and guess not in known)
    matched, missing = match(known, [guess for guess, count in often.items() if count == 1], listed)
    result = []
    for one, guess in zip(found, guesses, strict=True):
        senders = one.people if guess is None else (guess,) if guess in matched else ()
        people = tuple(dict.fromkeys(matched.get(sender, sender) for sender in senders))
        if not senders or any(sender not in matched for sender in senders):
            notes[NOT_ON_ROSTER].append(", ".join(map(label, people)) or one.submission.file)
        result.append(ReadUpload(replace(one.upload, people=people), one.submission))
    result += [_nothing_sent(person) for person in missing]
    places = _places(listed)
    return sorted(result, key=lambda one: min((places(person) for person in one.people), default=len(listed)))


def _places(listed: list[Person]) -> Callable[[Person], int]:
    """Return a function that gives somebody's place on the roster, for who is not on it the one after all."""
    by_label = defaultdict[str, list[int]](list)
    for place, line in enumerate(listed):
        by_label[label(line)].append(place)

    def place_of(person: Person) -> int:
        own = (place for place in by_label.get(label(person), ()) if _completes(person, listed[place]))
        return next(own, len(listed))

    return place_of


def _completes(person: Person, line: Person) -> bool:
    """Whether somebody is all that a line of the roster says."""
    said = {field: value for field, value in vars(line).items() if value and field != "accounts"}
    return all(getattr(person, field) == value for field, value in said.items())


def _nothing_sent(person: Person) -> ReadUpload:
    return ReadUpload(Upload((), (person,)), Submission("", label(person), problem=NOTHING_SENT))


def _guess(upload: Upload) -> Person:
    """Return whom the name of a folder or a file of an unknown sender may mean."""
    return person_named(clean_text(upload.name, 120))


def _latest(found: list[ReadUpload], notes: Notes) -> list[ReadUpload]:
    """Leave each person only their latest submission, and leave out what belongs to nobody then."""
    latest: dict[object, tuple[int, int]] = {}
    for at, one in enumerate(found):
        for person in one.people:
            key, version = _key(person), (one.upload.order, at)
            latest[key] = max(latest.get(key, version), version)
    result = []
    for at, one in enumerate(found):
        people = tuple(person for person in one.people if latest[_key(person)][1] == at)
        if one.people and not people:
            senders = ", ".join(map(label, one.people))
            notes[SUPERSEDED].append(f"{one.submission.file} ({senders})")
        else:
            result.append(ReadUpload(replace(one.upload, people=people), one.submission))
    return result


def _key(person: Person) -> object:
    """Return what identifies a person. A school's number alone does not, since guests may share one."""
    without_number = replace(person, sid="")
    with_name = (person.sid, person.name) if person.sid else id(person)
    return next(identities(without_number), with_name)
