"""A class, as it comes from anywhere: whose each file is, which one counts, and who on the roster sent none."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from autograder.errors import SubmissionError, UsageError
from autograder.submissions.files import KINDS, File, files_in
from autograder.submissions.lms.canvas import canvas
from autograder.submissions.lms.gradescope import MAX_METADATA, METADATA, gradescope, read_metadata
from autograder.submissions.lms.moodle import moodle
from autograder.submissions.lms.platform import Identified
from autograder.submissions.read import only_candidate, read_file
from autograder.submissions.roster import guessed, identities, label, match, read_roster, told_apart
from autograder.submissions.submission import Person, Submission
from autograder.text import clean_text

MAX_NOTES = 10  # lines of a kind
OTHER_KIND = f"not graded, it is no {', '.join(KINDS)} file"
NOT_CHOSEN = "not graded, another file of the same submission is"
OLDER = "not graded, who sent it sent a later one"
OWN_NAME = "graded under its own name, the export doesn't tell surely whose it is"
NOT_LISTED = "graded, but not surely on the roster"
Notes = defaultdict[str, list[str]]
Platform = Callable[..., Identified | None]


@dataclass(frozen=True)
class HandIn:
    """The files that somebody sent at once. Without `people` it is a single file that nothing more is known of."""

    files: tuple[File, ...]
    people: tuple[Person, ...] = ()
    order: int = 0
    """Of two by the same person, the larger one is later."""


Found = tuple[HandIn, Submission]


def find_class(
    paths: Sequence[Path], assignment: str, roster: Path | None = None
) -> tuple[list[Submission], list[str]]:
    """Return all submissions under files, folders, zips and exports, and lines that say what was left out. A roster's people are all in it.

    A zip inside a folder, or inside a zip, is one student's. Raises UsageError for a path that doesn't exist or holds no submission,
    for an export or a roster that is damaged, and where not one submission can be read.
    """
    notes, listed = Notes(list), read_roster(roster) if roster else []
    found = [one for path in paths for one in _submissions(path, assignment, notes)]
    if all(submission.problem for _, submission in found):
        raise UsageError(f"there is nothing to grade; {found[0][1].file}: {found[0][1].problem}")
    found = _latest(_on_roster(found, listed, notes) if roster else found, notes)
    named = [
        replace(one, name=name, people=sent.people)
        for (sent, one), name in zip(found, _names(found), strict=True)
    ]
    return named, list(_lines(notes))


def _submissions(path: Path, assignment: str, notes: Notes) -> list[Found]:
    try:
        sent = _by_sender(path, list(files_in(path)), notes)
        if not any(file.gradeable for one in sent for file in one.files):
            raise UsageError(f"{path} holds no submission: no {', '.join(KINDS)} file is in it")
        return [(one, _read(one, assignment, notes)) for one in sent]
    except OSError as error:
        where = error.filename or path
        raise UsageError(
            f"{where} can't be read: {error.strerror}. Give a file, a folder or a zip of submissions"
        ) from None
    except SubmissionError as error:
        raise UsageError(f"{path}: {error}. Give a file, a folder or a zip of submissions") from None


def _read(sent: HandIn, assignment: str, notes: Notes) -> Submission:
    """Return the submission in what somebody sent; of several files only one can be it."""
    try:
        chosen = only_candidate(sent.files, assignment) if sent.people else sent.files[0]
    except SubmissionError as error:
        return Submission(
            "", clean_text(sent.files[0].shown if sent.files else label(sent.people[0])), problem=str(error)
        )
    for file in sent.files:
        if file is not chosen:
            notes[NOT_CHOSEN if file.gradeable else OTHER_KIND].append(file.shown)
    return read_file(chosen, assignment)


def _by_sender(path: Path, files: list[File], notes: Notes) -> list[HandIn]:
    """Sort the files of one PATH by who sent them; one that nobody is known of is a submission of its own."""
    inner, platform, named = _recognised(files)
    if platform:
        notes[f"read as an export of {platform.__name__.capitalize()}"].append(str(path))
    metadata = (
        next((file for file in files if file.place.parts[inner:] == (METADATA,)), None)
        if platform is gradescope
        else None
    )
    people = (
        read_metadata(metadata.read(MAX_METADATA))
        if metadata
        else {name.key: (name.person,) for name in named.values()}
    )
    boxes: dict[str, dict[str, tuple[int, File]]] = {key: {} for key in people}
    alone = []
    for file in files:
        name, place = named.get(file), "/".join(file.place.parts[inner:])
        if name and name.key in people:
            new, box = (name.order, File(PurePosixPath(name.own), file.read, place)), boxes[name.key]
            older, box[name.own] = sorted((box.get(name.own, new), new), key=lambda one: one[0])
            notes[OLDER] += [older[1].shown] if older is not box[name.own] else []
        elif file.gradeable:
            alone.append(HandIn((file,)))
            notes[OWN_NAME] += [place] if platform else []
        elif file is not metadata:
            notes[OTHER_KIND].append(place)
    latest = {key: max((order for order, _ in box.values()), default=0) for key, box in boxes.items()}
    return [
        *(
            HandIn(tuple(file for _, file in box.values()), people[key], latest[key])
            for key, box in boxes.items()
        ),
        *alone,
    ]


def _recognised(files: list[File]) -> tuple[int, Platform | None, dict[File, Identified]]:
    """Return which platform has named more than half of what can be graded, how deep, and what the names say."""
    tops = {file.place.parts[:-1][:1] for file in files}
    for inner in (
        (0, 1) if len(tops) == 1 and tops != {()} else (0,)
    ):  # an export is often in one folder of its own
        exported = any(file.place.parts[inner:] == (METADATA,) for file in files)
        for platform in (gradescope, canvas, moodle)[not exported :]:
            named = {file: name for file in files if (name := platform(*file.place.parts[inner:]))}
            many = Counter(key for key, _ in {(name.key, name.person) for name in named.values()})
            named = {
                file: name for file, name in named.items() if many[name.key] == 1
            }  # a number that two names share is no one's
            if 2 * sum(file.gradeable for file in named) > sum(file.gradeable for file in files):
                return inner, platform, named
    return 0, None, {}


def _on_roster(found: list[Found], listed: list[Person], notes: Notes) -> list[Found]:
    """Put the roster's people in the place of what the platforms say of them, and those who sent nothing at the end."""
    senders = [sent.people or (guessed(_hint(sent.files[0].place)),) for sent, _ in found]
    known = dict.fromkeys(person for sent, _ in found for person in sent.people)
    guesses = Counter(one for those in senders for one in those if one not in known)
    who, missing = match(known, [one for one, many in guesses.items() if many == 1], listed)
    result: list[Found] = []
    for (sent, submission), those in zip(found, senders, strict=True):
        people = tuple(dict.fromkeys(who.get(one, one) for one in those if sent.people or one in who))
        if any(one not in who for one in those):
            notes[NOT_LISTED].append(", ".join(map(label, people)) or submission.file)
        result.append((replace(sent, people=people), submission))
    return result + [
        (HandIn((), (one,)), Submission("", label(one), problem="No submission")) for one in missing
    ]


def _hint(place: PurePosixPath) -> str:
    """Return the part of a path that may tell whose it is: of `alice/q1.py` the folder."""
    return clean_text(place.parts[0] if len(place.parts) > 1 else place.stem, 120)


def _latest(found: list[Found], notes: Notes) -> list[Found]:
    """Leave to each person the latest of several submissions, and out what is left to nobody."""
    latest: dict[object, tuple[int, int]] = {}
    for at, (sent, _) in enumerate(found):
        for one in sent.people:
            latest[_key(one)] = max(latest.get(_key(one), (0, 0)), (sent.order, at))
    result: list[Found] = []
    for at, (sent, submission) in enumerate(found):
        left = tuple(one for one in sent.people if latest[_key(one)][1] == at)
        if sent.people and not left:
            notes[OLDER].append(f"{submission.file} ({', '.join(map(label, sent.people))})")
        else:
            result.append((replace(sent, people=left), submission))
    return result


def _key(person: Person) -> object:
    """Return what is one's own on a platform. A school's number alone is not: guests may share one."""
    return next(identities(replace(person, sid="")), (person.sid, person.name) if person.sid else id(person))


def _names(found: list[Found]) -> list[str]:
    """Return a name of its own for each submission, the shortest of its names that no other has."""
    choices = [_choices(sent) for sent, _ in found]
    often = [Counter(column) for column in zip(*choices, strict=True)]
    names: dict[str, None] = {}
    for choice in choices:
        name = chosen = next(
            (name for name, many in zip(choice, often, strict=True) if many[name] == 1), choice[-1]
        )
        number = 1
        while name in names:
            name, number = f"{chosen}-{number + 1}", number + 1
        names[name] = None
    return list(names)


def _choices(sent: HandIn) -> tuple[str, str, str]:
    """Return how a submission can be called: by its people, then with what tells them apart; by its file's stem, name, path."""
    if sent.people:
        who, apart = (clean_text(", ".join(map(text, sent.people)), 80) for text in (label, told_apart))
        return who, f"{who} ({apart})", f"{who} ({apart})"
    place = sent.files[0].place
    return clean_text(place.stem), clean_text(place.name), clean_text("_".join(place.parts))


def _lines(notes: Notes) -> Iterator[str]:
    for kind, places in notes.items():
        yield from (f"{clean_text(place, 120)}: {kind}" for place in places[:MAX_NOTES])
        if len(places) > MAX_NOTES:
            yield f"… and {len(places) - MAX_NOTES} more: {kind}"
