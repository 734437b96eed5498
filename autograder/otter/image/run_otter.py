"""Grades the submission in this container. Named as otter's Dockerfile wants it; otter itself isn't here."""

from autograder.otter.container import main

main()
