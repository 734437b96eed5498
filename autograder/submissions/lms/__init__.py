"""Learning platforms, one file each. To add one: write its file, then put it into PLATFORMS."""

from __future__ import annotations

from autograder.submissions.lms.blackboard import Blackboard
from autograder.submissions.lms.brightspace import Brightspace
from autograder.submissions.lms.canvas import Canvas
from autograder.submissions.lms.github_classroom import GitHubClassroom
from autograder.submissions.lms.gradescope import Gradescope
from autograder.submissions.lms.ilias import Ilias
from autograder.submissions.lms.moodle import Moodle
from autograder.submissions.lms.platform import Platform as Platform

PLATFORMS: tuple[Platform, ...] = (
    Gradescope(),
    Canvas(),
    Moodle(),
    Blackboard(),
    Brightspace(),
    Ilias(),
    GitHubClassroom(),
)
"""The first platform that recognises an export reads it."""
