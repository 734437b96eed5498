"""Which submissions travel together to another machine, and what becomes of those that do not come back."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from autograder.classes.pool import Task

SIZE = 8
"""Submissions in a batch: one alone costs 4 ms in Dask's client and scheduler, in a batch 1 ms."""
AHEAD = 2
"""Batches for each grader that are under way: while one is graded, the next one waits there."""
LIVES = 3
"""A submission whose grader was lost so often is an alarm."""
LATE, LATE_SECONDS = 4, 20.0
"""A batch is late if it takes so many times the usual time, and so many seconds."""


@dataclass(frozen=True, eq=False)
class Batch:
    """Tasks that travel together. `begun` is a time of `time.monotonic`."""

    tasks: tuple[Task, ...]
    begun: float = 0.0


class Batches:
    """The tasks of a run: waiting, under way, or done. A task is done once, however often it is sent."""

    def __init__(self, tasks: Iterable[Task]) -> None:
        self._waiting = deque(tasks)
        self._alone = deque[Task]()
        self._open = {task.submission.name: task for task in self._waiting}
        self.under_way = list[Batch]()
        self._lost = Counter[str]()
        self._late, self._repeats = set[Batch](), Counter[str]()
        self._seconds, self._graded = 0.0, 0

    @property
    def left(self) -> int:
        """How many tasks are not done."""
        return len(self._open)

    def take(self, graders: int, now: float) -> Batch | None:
        """Return the next batch; None if enough are under way, or nothing waits.

        The last ones are small, so that all graders end at about the same time.
        """
        if len(self.under_way) >= AHEAD * graders:
            return None
        tasks = list[Task]()
        while self._alone and not tasks:
            tasks += self._still_open(self._alone.popleft())
        size = max(1, min(SIZE, len(self._waiting) // (AHEAD * max(graders, 1))))
        if tasks:
            return self._begin(tasks, now)
        while self._waiting and len(tasks) < size:
            tasks += self._still_open(self._waiting.popleft())
        return self._begin(tasks, now) if tasks else None

    def _still_open(self, task: Task) -> list[Task]:
        return [task] if task.submission.name in self._open else []

    def _begin(self, tasks: Collection[Task], now: float) -> Batch:
        self.under_way.append(Batch(tuple(tasks), now))
        return self.under_way[-1]

    def close(self, batch: Batch, now: float) -> None:
        """Note that a batch is no longer under way."""
        if batch in self.under_way:
            self.under_way.remove(batch)
            self._seconds += now - batch.begun
            self._graded += len(batch.tasks)

    def done(self, name: str) -> Task | None:
        """Note that a submission is graded; return its task, None if it was graded before."""
        return self._open.pop(name, None)

    def lost(self, task: Task) -> bool:
        """Send a task again whose grader was lost; return whether that was too often, and it is not sent."""
        name = task.submission.name
        self._lost[name] += 1
        if self._lost[name] < LIVES:
            self._alone.append(task)
        return self._lost[name] >= LIVES

    def send_again(self, tasks: Iterable[Task]) -> None:
        """Send tasks again, each alone, since one of them may have cost the others their grader."""
        self._alone.extend(tasks)

    def forget_under_way(self) -> None:
        """Send everything again that is under way: whoever had it is gone."""
        for batch in reversed(self.under_way):
            self._waiting.extendleft(reversed(batch.tasks))
        self.under_way.clear()

    def send_late_again(self, graders: int, now: float) -> None:
        """Send again what takes far longer than others, when nothing else waits and a grader is idle.

        The reply that comes first counts.
        """
        if self._waiting or self._alone or len(self.under_way) >= graders:
            return
        usual = self._seconds / self._graded if self._graded else 0.0
        for batch in self.under_way:
            waited = now - batch.begun
            if batch not in self._late and waited > max(LATE_SECONDS, LATE * usual * len(batch.tasks)):
                self._late.add(batch)
                names = [task.submission.name for task in batch.tasks]
                self._repeats.update(names)
                self.send_again(task for task in batch.tasks if self._repeats[task.submission.name] < LIVES)
