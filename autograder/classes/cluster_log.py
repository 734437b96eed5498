"""OUT/cluster.log: what is known of graders and machines that were lost."""

from __future__ import annotations

import time
from dataclasses import dataclass

from autograder.reports.folder import OutputFolder
from autograder.text import clean_lines, clean_text

MAX_ENTRIES = 50
MAX_TEXT = 20_000


@dataclass
class ClusterLog:
    """A file of so many entries at the most. The first loss of a run begins it anew."""

    folder: OutputFolder
    name: str = "cluster.log"
    entries: int = 0

    def keep(self, machine: str, what: str, log: str) -> None:
        """Add an entry: when, where, what, and the last lines that were written there."""
        self.entries += 1
        if self.entries > MAX_ENTRIES:
            return
        moment = time.strftime("%Y-%m-%d %H:%M:%S")
        lines = "\n".join(f"    {line}" for line in clean_lines(log[-MAX_TEXT:], MAX_TEXT).splitlines())
        mode = "w" if self.entries == 1 else "a"
        with (self.folder.path / self.name).open(mode, encoding="utf-8", errors="replace") as file:
            file.write(f"{moment} {clean_text(machine)}: {clean_text(what)}\n{lines}\n")
