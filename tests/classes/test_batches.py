"""What travels together, and what becomes of what does not come back."""

from __future__ import annotations

from autograder.classes.batches import AHEAD, LATE_SECONDS, SIZE, Batch, Batches
from autograder.classes.pool import Task
from autograder.submissions.submission import Submission


def tasks(count: int) -> list[Task]:
    return [Task(Submission(f"s{number}", f"s{number}.py"), (0,)) for number in range(count)]


def names(batch: Batch | None) -> list[str]:
    return [task.submission.name for task in batch.tasks] if batch else []


def all_of(batches: Batches, graders: int) -> list[Batch]:
    """Take as much as is given, without an end of any batch."""
    return list(iter(lambda: batches.take(graders, 0.0), None))  # type: ignore[arg-type]


def test_every_task_is_sent_once() -> None:
    """Full batches at first, small ones at the end, so that no grader waits long for the last one."""
    batches, sent, sizes = Batches(tasks(100)), list[str](), list[int]()
    while batch := batches.take(2, 0.0):
        sent += names(batch)
        sizes.append(len(batch.tasks))
        batches.close(batch, 1.0)
    assert sent == [f"s{number}" for number in range(100)]
    assert sizes[0] == SIZE and sizes[-1] == 1 and sizes == sorted(sizes, reverse=True)


def test_few_submissions_are_shared_by_all_graders() -> None:
    """Four submissions for four graders travel alone."""
    assert [len(one.tasks) for one in all_of(Batches(tasks(4)), 4)] == [1, 1, 1, 1]


def test_so_much_is_under_way_as_keeps_the_graders_busy() -> None:
    """The rest waits here: it is not sent to a machine that may be lost, or that Ctrl-C must reach."""
    batches = Batches(tasks(1000))
    assert len(all_of(batches, 3)) == AHEAD * 3
    batches.close(batches.under_way[0], 1.0)
    assert len(all_of(batches, 3)) == 1 and len(all_of(batches, 0)) == 0


def test_a_task_is_done_once() -> None:
    """The second report of a submission that was sent twice does not count."""
    batches = Batches(tasks(2))
    assert batches.left == 2 and batches.done("s0") and not batches.done("s0") and batches.left == 1


def test_what_was_lost_is_sent_alone_and_three_times_at_the_most() -> None:
    """One submission that costs its graders can't cost the others their grades."""
    batches = Batches(tasks(10))
    first = batches.take(1, 0.0)
    assert first and names(first) == ["s0", "s1", "s2", "s3", "s4"]
    batches.close(first, 1.0)
    batches.send_again(first.tasks)
    for name in names(first):
        alone = batches.take(1, 0.0)
        assert names(alone) == [name] and alone
        batches.close(alone, 1.0)
    task = first.tasks[0]
    assert [batches.lost(task) for _ in range(3)] == [False, False, True]
    assert names(batches.take(1, 0.0)) == ["s0"]
    assert batches.done("s0") and names(batches.take(2, 0.0))[0] != "s0", "it is done, and not sent again"


def test_a_lost_scheduler_costs_nothing() -> None:
    """What was under way waits again, in its order and in full batches."""
    batches = Batches(tasks(100))
    sent = [names(batch) for batch in all_of(batches, 2)]
    batches.forget_under_way()
    assert [names(batch) for batch in all_of(batches, 2)] == sent


def test_a_straggler_is_sent_again() -> None:
    """If nothing waits, and a batch takes far longer than others, an idle grader gets it, too: twice."""
    batches = Batches(tasks(3))
    first, second, third = all_of(batches, 2)
    batches.send_late_again(2, 10 * LATE_SECONDS)
    assert not batches.take(2, 0.0), "all graders are busy"
    for batch in (first, second):
        batches.close(batch, 1.0)
        batches.done(names(batch)[0])
    batches.send_late_again(2, LATE_SECONDS - 1)
    assert not batches.take(2, 0.0), "it is not late yet"
    batches.send_late_again(2, LATE_SECONDS + 1)
    assert names(batches.take(2, LATE_SECONDS)) == names(third)
    batches.send_late_again(9, 100 * LATE_SECONDS)
    assert names(batches.take(9, 0.0)) == names(third), "the second one is late as well"
    batches.send_late_again(9, 100 * LATE_SECONDS)
    assert not batches.take(9, 0.0), "three graders have it"


def test_what_takes_long_for_all_is_not_late() -> None:
    """A batch has four times the usual time of its submissions."""
    batches = Batches(tasks(2))
    first, second = all_of(batches, 2)
    batches.close(first, 50.0)
    batches.done("s0")
    batches.send_late_again(2, 190.0)
    assert not batches.take(2, 0.0)
    batches.send_late_again(2, 201.0)
    assert names(batches.take(2, 0.0)) == names(second)
