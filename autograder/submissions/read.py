"""Reading a submission: which of the files that a student sent counts, its code, and the modules beside it.

A submission may be a script, a notebook, an archive, or a folder of these, such as the one that was handed
out. What was handed out never counts. If two files could both be meant, both are graded.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from pathlib import Path, PurePosixPath

from autograder.errors import SubmissionError
from autograder.i18n import N_, _
from autograder.submissions.archives import MAX_MEMBERS, members
from autograder.submissions.files import (
    MAX_INNER_ARCHIVE,
    MAX_SOURCE,
    PLACEHOLDER,
    File,
    cannot_be_read,
    files_below,
)
from autograder.submissions.handed_out import HandedOut, code_digest
from autograder.submissions.modules import module_paths, that_fit, written_modules
from autograder.submissions.remarks import imported_names, remarks
from autograder.submissions.source import code_and_texts, source_of
from autograder.submissions.submission import Cell, Submission
from autograder.text import clean_text

MAX_STEM = 200  # characters of a file's name that are looked at
MAX_NOTED = 2  # files that do not count, in a note
MAX_READ = 8  # candidates of one submission that are looked at
ARCHIVES_DEEP = 2  # the student's own archive, and one in it
COPY_MARKS = re.compile(
    r"^((copy|kopie|copie|copia) (of|von|de|di) )+"
    r"|( ?\(\d+\)| ?\[\d+\]|[ _-]+(copy|kopie|copie|copia)( \(?\d+\)?)?|[ _-]\d{1,2}"
    r"| \([^()]* conflicted copy[^()]*\))+$",
    re.IGNORECASE,
)
"""What systems add to the name of a copy: Colab, Windows, macOS, browsers, Canvas, Dropbox."""
LANGUAGE = re.compile(r"\.[a-z]{2,3}(?=$|\W)")
"""In the name of a notebook in a further language, such as `q1.fa.ipynb`."""
SEND_INSTEAD = {
    **dict.fromkeys(
        (".rar", ".7z", ".gz", ".bz2", ".xz"), N_("send a .zip, or the .py or .ipynb file itself")
    ),
    **dict.fromkeys(
        tuple(".docx .doc .odt .rtf .pages .pdf .html .htm .mhtml .mht .gdoc .txt .json".split()),
        N_("it can't be run; send the .py or .ipynb file itself"),
    ),
    **dict.fromkeys(
        (".jpg", ".jpeg", ".png", ".heic", ".webp"), N_("a picture can't be run; send the .py or .ipynb file")
    ),
    **dict.fromkeys(
        (".lnk", ".url", ".webloc", ".desktop", PLACEHOLDER),
        N_("it only says where a file is; send the .py or .ipynb file itself"),
    ),
    **dict.fromkeys(
        (".crdownload", ".part", ".partial", ".tmp"),
        N_("its download has not ended; send the .py or .ipynb file itself"),
    ),
    ".pyc": N_("Python has made it of your script; send the .py file itself"),
}
"""What to send instead of files of other kinds."""


@dataclass(frozen=True)
class Candidate:
    """A file that may be the submission, and its code; one that can't be read has a problem.

    `texts` are the cells of a notebook that are no code.
    """

    file: File
    cells: tuple[Cell, ...] = ()
    texts: tuple[str, ...] = ()
    problem: str = ""

    @cached_property
    def digest(self) -> str:
        return code_digest(self.cells)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Its lines that run. Unlike a digest, they tell files apart whose indentation differs."""
        found = (line.rstrip() for cell in self.cells for line in cell.source.splitlines())
        return tuple(line for line in found if line and not line.lstrip().startswith("#"))


def read_submission(name: str, file: str, data: bytes, assignment: str) -> Submission:
    """Return the submission in a file's bytes; one that can't be read has a `problem` instead of cells."""
    return read_file(File(PurePosixPath(file), lambda most=0: data), assignment, name)


def read_file(file: File, assignment: str, name: str = "") -> Submission:
    """Return the submission in a file; one that can't be read has a `problem` instead of cells."""
    return replace(read_files([file], HandedOut(assignment)), name=name)


def read_folder(folder: Path, handed_out: HandedOut) -> Submission:
    """Return the one submission in a folder that a student has filled."""
    try:
        files = list(islice(files_below(folder), MAX_MEMBERS))
    except OSError as error:
        return Submission("", handed_out.assignment, problem=cannot_be_read(error))
    submission = read_files(files, handed_out)
    return replace(submission, name=clean_text(PurePosixPath(submission.file).stem))


def read_files(files: Sequence[File], handed_out: HandedOut) -> Submission:
    """Return the submission in the files of one student; one that can't be read has a `problem`.

    It has no name yet.
    """
    shown = clean_text(files[0].shown if len(files) == 1 else _folder(files) or handed_out.assignment)
    try:
        found = _unpacked(files, handed_out, ARCHIVES_DEEP)
        chosen, damaged = _chosen(found, handed_out)
        read = [_submission(candidate, found, handed_out) for candidate in chosen]
        beside = list(_damaged_notes(damaged))
        first, *others = [replace(one, note=" ".join([*beside, one.note]).strip()) for one in read]
        return replace(first, alternatives=tuple(others))
    except SubmissionError as error:
        problem = str(error)
    except Exception as error:  # noqa: BLE001 - whatever one file does to its reader, the class goes on
        problem = cannot_be_read(error)
    return Submission("", shown, problem=problem)


def _damaged_notes(damaged: Sequence[Candidate]) -> Iterator[str]:
    """Yield why files do not count that lie beside the submission, and could have been it."""
    for one in damaged[:MAX_NOTED]:
        text = _("{file} does not count: {problem}.")
        yield text.format(file=clean_text(one.file.path.name, 60), problem=one.problem)


def _folder(files: Sequence[File]) -> str:
    """Return the outermost folder of files, as it is shown."""
    return files[0].shown.partition("/")[0] if files and "/" in files[0].shown else ""


def _submission(candidate: Candidate, files: Sequence[File], handed_out: HandedOut) -> Submission:
    shown = clean_text(candidate.file.shown)
    if candidate.problem:
        return Submission("", shown, problem=candidate.problem)
    modules = _modules(candidate, files, handed_out)
    note = remarks(candidate.cells, modules, candidate.texts)
    return Submission("", shown, candidate.cells, modules=modules, note=note)


def _modules(candidate: Candidate, files: Sequence[File], handed_out: HandedOut) -> dict[str, str]:
    """Return the other Python files that the candidate can import: their sources by dotted path."""
    scripts = {
        file.path: file for file in files if file.suffix == ".py" and file.path.name not in handed_out.modules
    }
    code = [cell.source for cell in candidate.cells]
    paths = module_paths(candidate.file.path, scripts, code)
    room, sources = MAX_SOURCE - sum(map(len, code)), written_modules(code)
    for name, path in paths.items():
        if name in sources:
            continue
        try:
            sources[name] = source_of(scripts[path])
        except (SubmissionError, OSError):
            continue  # a file that nobody can read is missed only where it is imported
        if sum(map(len, sources.values())) > room:
            break
    return that_fit(sources, room)


def _unpacked(files: Sequence[File], handed_out: HandedOut, levels: int) -> Sequence[File]:
    """Return the files of a submission; those in its archive, if no other file of it counts."""
    archives = [file for file in files if file.archive and not file.problem]
    if len(archives) == 2 and len({file.read(MAX_INNER_ARCHIVE) for file in archives}) == 1:
        del archives[1]  # sent twice
    if not archives or any(not _is_stub(one, handed_out) for one in _candidates(files, handed_out)):
        return files
    if len(archives) > 1:
        text = _("the submission holds {count} archives ({files}); send one")
        raise SubmissionError(text.format(count=len(archives), files=_listed(archives)))
    if not levels:
        raise SubmissionError(_("the archive holds archives in archives; send the .py or .ipynb file itself"))
    archive = archives[0]
    found = [
        replace(file, display_name=f"{archive.shown}/{file.path}")
        for file in members(archive.read(MAX_INNER_ARCHIVE))
    ]
    if problem := next((file.problem for file in found if file.problem), ""):
        raise SubmissionError(problem)
    found = list(_unpacked(found, handed_out, levels - 1))
    return found if any(file.gradeable for file in found) or len(files) == 1 else files


def _chosen(files: Sequence[File], handed_out: HandedOut) -> tuple[list[Candidate], list[Candidate]]:
    """Return the candidates that are graded, one or two, and others that can't be read.

    Raises SubmissionError if it is not clear which are meant.
    """
    found = _candidates(files, handed_out)
    readable = [one for one in found if not one.problem]
    filled = [one for one in readable if not _is_stub(one, handed_out)]
    different = (
        list({one.lines: one for one in reversed(filled)}.values())[::-1] if len(filled) > 1 else filled
    )
    if len(different) > 2:
        different = _not_imported(different)
    chosen = different or [one for one in found if one.problem][:1] or readable[:1]
    if 1 <= len(chosen) <= 2:
        return chosen, [one for one in found if one.problem and one not in chosen]
    if not chosen and (other := next((file for file in files if file.suffix in SEND_INSTEAD), None)):
        text = _("the submission holds no script or notebook; {file}: {advice}")
        advice = _(SEND_INSTEAD[other.suffix])
        raise SubmissionError(text.format(file=clean_text(other.path.name, 60), advice=advice))
    text = _("the submission must hold exactly one script or notebook; it holds {files}")
    names = _listed([one.file for one in chosen]) if chosen else _("none")
    raise SubmissionError(text.format(files=names))


def _listed(files: Iterable[File]) -> str:
    paths = [file.path for file in files]
    alike = len({path.name for path in paths}) < len(paths)
    return ", ".join(sorted(clean_text(path if alike else path.name, 60) for path in paths)[:4])


def _candidates(files: Sequence[File], handed_out: HandedOut) -> list[Candidate]:
    """Return the scripts and notebooks that may be the submission, those with the assignment's name if any.

    If only stubs have its name, all others may be it.
    """
    scripts = [file for file in files if file.gradeable and not file.archive]
    scripts = [file for file in scripts if file.path.name not in handed_out.modules]
    exact = _read([file for file in scripts if is_named(file, handed_out.assignment)])
    near = _read([file for file in scripts if _is_near(file, handed_out.assignment)])
    named = [one for one in exact + near if not one.problem and not _is_stub(one, handed_out)]
    if len(named) > 2 and (filled := [one for one in named if one in exact]):
        return filled
    if any(one.problem for one in exact) or named:
        return exact + near
    rest = [file for file in scripts if all(file is not one.file for one in exact + near)]
    return exact + near + _read(rest)


def _read(files: Sequence[File]) -> list[Candidate]:
    if len(files) > MAX_READ:
        text = _("the submission must hold exactly one script or notebook; it holds {files}")
        raise SubmissionError(text.format(files=_listed(files)))
    return [_candidate(file) for file in files]


def _candidate(file: File) -> Candidate:
    try:
        return Candidate(file, *code_and_texts(file))
    except SubmissionError as error:
        return Candidate(file, problem=str(error))
    except Exception as error:  # noqa: BLE001 - another file of the same student may be readable
        return Candidate(file, problem=cannot_be_read(error))


def _is_stub(candidate: Candidate, handed_out: HandedOut) -> bool:
    return bool(handed_out.stubs) and candidate.digest in handed_out.stubs


def _not_imported(candidates: list[Candidate]) -> list[Candidate]:
    """Return the candidates that no other one imports; all if each is imported."""
    imported = set[str]()
    for one in candidates:
        imported |= imported_names(cell.source for cell in one.cells) - {one.file.stem}
    return [one for one in candidates if one.file.stem not in imported] or candidates


def is_named(file: File, assignment: str) -> bool:
    """Whether a file has the assignment's name, or that of a copy of it."""
    stem, wanted = _plain(file.stem), _plain(assignment)
    if file.suffix == ".ipynb":
        stem = LANGUAGE.sub("", stem)
    return stem == wanted or COPY_MARKS.sub("", COPY_MARKS.sub("", stem)) == wanted


def _is_near(file: File, assignment: str) -> bool:
    """Whether the assignment's name is a part of a file's, such as `ada_sums_final.py` for `sums`."""
    stem, wanted = (re.sub(r"[\W_]+", "_", _plain(text)) for text in (file.stem, assignment))
    return f"_{wanted}_" in f"_{stem}_" and not is_named(file, assignment)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text[:MAX_STEM]).casefold().strip()
