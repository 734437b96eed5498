"""A class from files of any origin: whose each submission is, which one counts, and who sent none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from autograder.errors import SubmissionError, UsageError
from autograder.submissions.files import GRADEABLE, File, cannot_be_read, files_in
from autograder.submissions.naming import names
from autograder.submissions.notes import NOT_CHOSEN, NOT_ON_ROSTER, OTHER_KIND, SUPERSEDED, Notes, note_lines
from autograder.submissions.read import only_candidate, read_file
from autograder.submissions.roster import identities, label, match, person_named, read_roster
from autograder.submissions.submission import Person, Submission
from autograder.submissions.uploads import Upload, uploads_in
from autograder.text import clean_text

NOTHING_SENT = "No submission"
NO_SUBMISSION = f"holds no submission: no {', '.join(GRADEABLE)} file is in it"
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
    paths: Sequence[Path], assignment: str, roster: Path | None = None
) -> tuple[list[Submission], list[str]]:
    """Return all submissions under files, folders, zips and exports, and lines on what was left out.

    A zip inside a folder, or inside a zip, is one student's. With a roster, everybody on it has a submission.
    Raises UsageError for a path that doesn't exist or holds no submission, for an export or a roster that is
    damaged, and if not one submission can be read.
    """
    notes = Notes(list)
    listed = read_roster(roster) if roster else []
    found = [one for path in paths for one in _read_path(path, assignment, notes)]
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


def _read_path(path: Path, assignment: str, notes: Notes) -> list[ReadUpload]:
    """Return the submissions in one file, folder, zip or export; one that can't be read has a problem.

    Raises UsageError if there is no such path.
    """
    try:
        path.stat()  # a file is read later, but a path that is not there was mistyped
        uploads = uploads_in(path, list(files_in(path)), notes)
    except FileNotFoundError as error:
        raise UsageError(f"{clean_text(path)} can't be read: {error.strerror}. {ADVICE}") from None
    except (OSError, SubmissionError) as error:
        problem = str(error) if isinstance(error, SubmissionError) else cannot_be_read(error)
        file = File(PurePosixPath(path.name), lambda most=0: b"")
        return [ReadUpload(Upload((file,)), Submission("", clean_text(path.name), problem=problem))]
    if not any(file.gradeable for upload in uploads for file in upload.files):
        notes[NO_SUBMISSION].append(str(path))
        return []
    return [ReadUpload(upload, _read(upload, assignment, notes)) for upload in uploads]


def _read(upload: Upload, assignment: str, notes: Notes) -> Submission:
    """Return the submission in an upload; of several files only one can be it."""
    try:
        chosen = only_candidate(upload.files, assignment) if upload.people else upload.files[0]
    except SubmissionError as error:
        shown = upload.files[0].display_name if upload.files else label(upload.people[0])
        return Submission("", clean_text(shown), problem=str(error))
    for file in upload.files:
        if file is not chosen:
            notes[NOT_CHOSEN if file.gradeable else OTHER_KIND].append(file.display_name)
    return read_file(chosen, assignment)


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
    return result + [_nothing_sent(person) for person in missing]


def _nothing_sent(person: Person) -> ReadUpload:
    return ReadUpload(Upload((), (person,)), Submission("", label(person), problem=NOTHING_SENT))


def _guess(upload: Upload) -> Person:
    """Return whom the path of a file of an unknown sender may mean; of `alice/q1.py`, the folder."""
    path: PurePosixPath = upload.files[0].path
    return person_named(clean_text(path.parts[0] if len(path.parts) > 1 else path.stem, 120))


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
