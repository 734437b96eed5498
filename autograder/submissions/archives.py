"""Archives: the members of a zip or a tar as files. Every size is bounded, nothing is extracted.

Links and devices are refused, and a member outside the archive's own folder has a problem instead of bytes.
"""

from __future__ import annotations

import io
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import PurePosixPath

from autograder.errors import SubmissionError
from autograder.i18n import _
from autograder.submissions.files import MAX_ARCHIVE, MAX_NOTEBOOK, File, is_students, refused
from autograder.text import clean_text

MAX_RATIO = 100  # of a member's size to its packed size
MAX_NAME = 1_000  # characters of a member's name
MAX_MEMBERS, MAX_CLASS_MEMBERS = 5_000, 50_000  # of a student's archive, of a class's
MAX_LIST = 32 << 20  # bytes of a zip's central directory, its list of members
LINK = 0xA  # the kind of file in a zip's external attributes
ENCRYPTED, UTF8 = 1 << 0, 1 << 11  # flags of a zip's member
BOUNDED_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The packings that zipfile unpacks in bounded memory."""
OTHER_ARCHIVES = {b"Rar!\x1a\x07": "rar", b"7z\xbc\xaf\x27\x1c": "7z"}
"""How archives begin that are not read, whatever their names say."""
GZIP = b"\x1f\x8b"
BLOCK = tarfile.BLOCKSIZE


def members(data: bytes, most: int = MAX_MEMBERS) -> Iterator[File]:
    """Yield the files of an archive of at most so many members, as those of a folder.

    Raises SubmissionError for one that is larger, damaged, or neither a zip nor a tar.
    """
    if len(data) > MAX_ARCHIVE:
        raise _too_large(most)
    for beginning, kind in OTHER_ARCHIVES.items():
        if data.startswith(beginning):
            raise SubmissionError(_("a .{kind} file is not read; send a .zip").format(kind=kind))
    if data.startswith(GZIP):
        return _tar_members(_gunzipped(data), most)
    is_tar = data[257:262] == b"ustar" and not data.startswith(b"PK")
    return _tar_members(data, most) if is_tar else _zip_members(_open_zip(data, most))


def _placed(name: str, read: Callable[..., bytes]) -> Iterator[File]:
    """Yield the file of a member, if a student may have written it."""
    name = name.replace("\\", "/")  # some archives from Windows have backslashes
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or len(name) > MAX_NAME:
        text = _("the zip has a member outside its own folder, or with a name of extreme length")
        yield refused(path, text)
    elif is_students(path) and not name.endswith("/"):
        yield File(path, read)


def _link(most: int = 0) -> bytes:
    raise SubmissionError(_("the zip has a link in it; send the file itself"))


def _gunzipped(data: bytes) -> bytes:
    """Return what a gzip holds. Raises SubmissionError if it is damaged, or too large for its packed size."""
    unpacker = zlib.decompressobj(wbits=31)
    most = min(MAX_ARCHIVE, MAX_RATIO * max(len(data), 10 << 10))
    try:
        unpacked = unpacker.decompress(data, most + 1)
    except zlib.error as error:
        raise _unreadable(error) from None
    if len(unpacked) > most:
        raise SubmissionError(_("the zip has a member that is too large, or too large for its packed size"))
    return unpacked


def _tar_members(data: bytes, most: int) -> Iterator[File]:
    """Yield the files of a tar.

    It is read strictly forward, block by block: tarfile's own reader seeks to wherever a header says.
    Source of the format: POSIX.1, pax Interchange Format, and the GNU tar manual.
    """
    place, long_name = 0, ""
    for count in range(most + 2):
        header = data[place : place + BLOCK]
        if count > most:
            raise _too_large(most)
        if len(header) < BLOCK or not header.strip(b"\0"):
            return
        try:
            entry = tarfile.TarInfo.frombuf(header, "utf-8", "replace")
        except (tarfile.TarError, ValueError, OverflowError) as error:
            raise _unreadable(error) from None
        start = place + BLOCK
        if not 0 <= entry.size <= len(data) - start:
            raise _unreadable(ValueError("it is cut short"))
        place = start + -(-entry.size // BLOCK) * BLOCK
        if entry.type in (tarfile.GNUTYPE_LONGNAME, tarfile.XHDTYPE):
            long_name = _long_name(entry.type, data[start : start + entry.size]) or long_name
        elif entry.type in (tarfile.REGTYPE, tarfile.AREGTYPE):
            yield from _placed(long_name or entry.name, partial(_tar_member, data, start, entry.size))
            long_name = ""
        elif entry.type not in (tarfile.DIRTYPE, tarfile.XGLTYPE, tarfile.GNUTYPE_LONGLINK):
            yield from _placed(long_name or entry.name, _link)
            long_name = ""


def _long_name(kind: bytes, content: bytes) -> str:
    """Return the name of the next member, which a member of its own holds."""
    if kind == tarfile.GNUTYPE_LONGNAME:
        return content.rstrip(b"\0").decode("utf-8", "replace")
    records = (line.partition(b" ")[2] for line in content.split(b"\n"))
    paths = (record[5:] for record in records if record.startswith(b"path="))
    return next(paths, b"").decode("utf-8", "replace")


def _tar_member(data: bytes, start: int, size: int, most: int = MAX_NOTEBOOK) -> bytes:
    if size > most:
        raise SubmissionError(_("the zip has a member that is too large, or too large for its packed size"))
    return data[start : start + size]


def _open_zip(data: bytes, most: int) -> zipfile.ZipFile:
    """Open a zip of at most so many members. Raises SubmissionError for one that is larger or damaged."""
    try:
        return zipfile.ZipFile(_ZipBytes(data, most))
    except SubmissionError:
        raise
    except Exception as error:  # noqa: BLE001 - on hostile bytes zipfile raises errors of a dozen types
        raise _unreadable(error) from None


class _ZipBytes(io.BytesIO):
    """The bytes of a zip. Its list of members is looked at before zipfile makes objects of it.

    zipfile takes that list, the central directory, in one `read`. What looks like such a list elsewhere, in a
    zip inside the zip, is not counted. Source of the format: PKWARE's APPNOTE.TXT, section 4.3.12.
    """

    SIGNATURE, ENTRY_BYTES, LENGTHS_AT, VERSION_AT, FLAGS_AT = b"PK\1\2", 46, 28, 6, 8
    KNOWN_VERSION = 63

    def __init__(self, data: bytes, most: int) -> None:
        super().__init__(data)
        self.data, self.most = data, most

    def read(self, size: int | None = -1, /) -> bytes:
        """Return bytes as any file. Raises SubmissionError for a list of more members than allowed."""
        start = self.tell()
        if not size or size < 0 or not self.data.startswith(self.SIGNATURE, start):
            return super().read(size)
        entries = list(islice(self._entries(start, start + size), self.most + 1))
        if len(entries) > self.most or size > MAX_LIST:
            raise _too_large(self.most)
        listed = bytearray(super().read(size))
        for entry in entries:
            self._mend(listed, entry - start)
        return bytes(listed)

    def _entries(self, start: int, end: int) -> Iterator[int]:
        """Yield where each entry of the list begins."""
        while start < end and self.data.startswith(self.SIGNATURE, start):
            yield start
            start += self.ENTRY_BYTES + sum(struct.unpack_from("<3H", self.data, start + self.LENGTHS_AT))

    def _mend(self, listed: bytearray, entry: int) -> None:
        """Change for what zipfile would refuse the whole zip: a newer version, a name that is no UTF-8."""
        version, flags = struct.unpack_from("<2H", listed, entry + self.VERSION_AT)
        struct.pack_into("<H", listed, entry + self.VERSION_AT, min(version, self.KNOWN_VERSION))
        (length,) = struct.unpack_from("<H", listed, entry + self.LENGTHS_AT)
        begin = entry + self.ENTRY_BYTES
        try:
            _text = listed[begin : begin + length].decode() if flags & UTF8 else ""
        except UnicodeDecodeError:
            struct.pack_into("<H", listed, entry + self.FLAGS_AT, flags & ~UTF8)


def _zip_members(archive: zipfile.ZipFile) -> Iterator[File]:
    for entry in archive.infolist():
        yield from _placed(_name(entry), partial(_read_member, archive, entry))


def _name(entry: zipfile.ZipInfo) -> str:
    """Return a member's name.

    Some programs write UTF-8 without saying so. zipfile then reads it as the letters of DOS.
    """
    if entry.flag_bits & UTF8 or entry.filename.isascii():
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.filename


def _too_large(most: int) -> SubmissionError:
    text = _("the zip is larger than {size} MiB or has more than {count} files")
    return SubmissionError(text.format(size=MAX_ARCHIVE >> 20, count=most))


def _read_member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int = MAX_NOTEBOOK) -> bytes:
    if entry.external_attr >> 28 == LINK:
        return _link()
    if entry.flag_bits & ENCRYPTED:
        raise SubmissionError(_("the zip has a password; send one without"))
    if entry.file_size > most or entry.file_size > MAX_RATIO * max(entry.compress_size, 1 << 10):
        raise SubmissionError(_("the zip has a member that is too large, or too large for its packed size"))
    if entry.compress_type not in BOUNDED_PACKINGS:
        text = _("the zip is packed in an unusual way; make it with your system's own zip command")
        raise SubmissionError(text)
    try:
        with archive.open(entry) as member:
            return member.read(most)  # a member may unpack to more than it says
    except Exception as error:  # noqa: BLE001 - on hostile bytes zipfile raises errors of a dozen types
        raise _unreadable(error) from None


def _unreadable(error: Exception) -> SubmissionError:
    return SubmissionError(_("the zip can't be read ({detail})").format(detail=clean_text(error)))
