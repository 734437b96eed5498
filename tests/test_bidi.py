"""Right-to-left text: code and formulas in it keep their own order."""

from __future__ import annotations

import pytest

from autograder.bidi import LRI, PDI, RIGHT_TO_LEFT, isolated, isolated_in


def shown(text: str) -> str:
    return isolated(text).replace(LRI, "<").replace(PDI, ">")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("جای آن `(4, 2)` است.", "جای آن <`(4, 2)`> است."),
        ("جای آن (4, 2) است.", "جای آن <(4, 2)> است."),
        ("اگر F1 < F باشد", "اگر <F1 < F> باشد"),
        ("با padding=0، نه با padding=3.", "با <padding=0>، نه با <padding=3>."),
        ("جمع 1·3 + 2·4 = 11 می‌شود:", "جمع <1·3 + 2·4 = 11> می‌شود:"),
        ("عدد -70 و عدد 70", "عدد <-70> و عدد 70"),
        ("هستهٔ 2x3 (در x[:, ::2])", "هستهٔ <2x3> (در <x[:, ::2]>)"),
        ("(NumPy و SciPy)", "(NumPy و SciPy)"),
        ("تابع conv2d, سپس ReLU.", "تابع conv2d, سپس ReLU."),
        ("![شکل](stride.svg) و [نشانی](a_b-c.md)", "![شکل](stride.svg) و [نشانی](a_b-c.md)"),
        ('<div dir="rtl">', '<div dir="rtl">'),
        ("``a `b` c``", "<``a `b` c``>"),
        ("[[1, 2], [3, 4]]", "<[[1, 2], [3, 4]]>"),
    ],
)
def test_what_belongs_together_is_isolated(text: str, expected: str) -> None:
    """Code spans, tuples, lists, formulas and signed numbers are; words, links and tags are not."""
    assert shown(text) == expected
    assert isolated(isolated(text)) == isolated(text)


def test_blocks_of_code_stay_as_they_are() -> None:
    """Between fences nothing is added: students copy it."""
    text = "متن (1, 2)\n```python\n>>> f((1, 2))\n```\n(3, 4)\n"

    assert shown(text) == "متن <(1, 2)>\n```python\n>>> f((1, 2))\n```\n<(3, 4)>\n"


def test_only_right_to_left_languages_are_touched() -> None:
    """English stays byte for byte."""
    assert isolated_in("en", "(4, 2)") == "(4, 2)" and isolated_in("fa", "(4, 2)") == f"{LRI}(4, 2){PDI}"
    assert {"fa", "ar", "he"} <= RIGHT_TO_LEFT
