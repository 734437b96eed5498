"""Canvas: "Download submissions" of an assignment, and "Import" in Gradebook.

- A download has files `<name>_[LATE_]<user>_<attachment>_<file>`, where the sortable name is in small letters
  and without spaces. A file that is sent again comes as `<file>-1`, `-2` and so on. Of a group, one member is
  named. Source: instructure/canvas-lms, lib/content_zipper.rb.
- An import has the columns Student, ID, SIS User ID, SIS Login ID, Section, then assignments, and a second
  line with "Points Possible". Canvas finds a student by ID, else by SIS User ID. It asks where a column of an
  unknown name belongs, and changes nothing where a cell is empty. Source: lib/gradebook_importer.rb.
- "Re-upload submissions" takes a zip of files whose names have, between underscores, first the number of the
  user and then that of an attachment of the submission. Each file becomes a comment, which only that student
  sees. Source: app/models/assignment.rb, infer_comment_context_from_filename.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from autograder.submissions.lms.platform import Grade, Identified, Platform, Row
from autograder.submissions.submission import Person, account_on
from autograder.text import clean_text

# Names have combining marks, so `[^\s_./]` and not `\w`. A user's own name may imitate the numbers; they are
# then there twice in a row, and such a file is not recognised at all.
FILE = re.compile(
    r"(?P<name>[^\s_./]+)_(?:LATE_)?(?P<user>\d{1,20})_(?P<attachment>\d{1,20})_(?!(?:LATE_)?\d+_\d+_)(?P<file>.+)",
    re.ASCII,
)
SENT_AGAIN = re.compile(r"-\d+(?=\.[^.]*$)", re.ASCII)
HEADER = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
POSSIBLE = "Points Possible"
OWN_GRADEBOOK = {"student", "section"}


class Canvas(Platform):
    """Instructure Canvas."""

    name = "Canvas"
    takes_feedback = True
    not_students = (POSSIBLE, "Student, Test")

    def identify(self, first: str, *rest: str) -> Identified | None:
        found = FILE.fullmatch(first)
        if not found or rest or found["name"] != found["name"].lower():
            return None
        person = Person(clean_text(found["name"], 120), accounts=((self.name, found["user"]),))
        file_name = SENT_AGAIN.sub("", found["file"])
        return Identified(found["user"], person, int(found["attachment"]), file_name)

    def roster_column(self, header: Sequence[str]) -> str:
        """In Canvas's own gradebook `ID` is Canvas's number, in other tables it is the school's."""
        names = ("canvas id", "canvas user id", *(["id"] if OWN_GRADEBOOK <= set(header) else []))
        return next((name for name in names if name in header), "")

    def feedback_file(self, person: Person, number: int) -> str:
        user = account_on(self.name, person)
        name = re.sub(r"[\W_]", "", person.name) or "student"
        return f"{name}_{user}_{number}_feedback.html" if user and number else ""

    def gradebook(self, grades: Sequence[Grade], assignment: str, possible: str) -> list[Row]:
        rows = [
            self._row(grade) for grade in grades if account_on(self.name, grade.person) or grade.person.sid
        ]
        header = (*HEADER, assignment)
        return [header, (POSSIBLE, "", "", "", "", possible), *rows] if rows else []

    def _row(self, grade: Grade) -> Row:
        person = grade.person
        account = account_on(self.name, person)
        # Without an account, Canvas would take somebody with an unknown number for whoever has this name.
        name = person.name if account else f"{person.name} ({person.sid})"
        return (_no_special_line(name), account, person.sid, person.login, person.section, grade.points)


def _no_special_line(name: str) -> str:
    """Return a name that Canvas does not take for its line of possible points: that has these words anywhere.

    They are replaced, since deleting them could leave them again.
    """
    return clean_text(name).replace(POSSIBLE, POSSIBLE.replace(" ", "-"))
