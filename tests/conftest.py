"""Fixtures that many tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from autograder.sandbox import Zygote


@pytest.fixture(scope="session")
def zygote() -> Iterator[Zygote]:
    """One warm process for the whole run: forking a worker from it takes milliseconds."""
    with Zygote() as zygote:
        yield zygote
