"""Code and formulas in right-to-left text: isolated, so that a reader sees them from left to right.

In a Persian line, a browser shows `(4, 2)` as `(2 ,4)`, and tears the terms of a sum apart. Invisible
characters around such a part, LRI and PDI, keep its own order (Unicode Standard Annex 9).
"""

from __future__ import annotations

import re

RIGHT_TO_LEFT = frozenset({"ar", "ckb", "fa", "he", "ps", "ur", "yi"})
LRI, FSI, PDI = "\u2066", "\u2068", "\u2069"
FENCE = re.compile(r"^ *(```|~~~)", re.MULTILINE)
WHOLE = re.compile(
    rf"[{LRI}{FSI}][^{PDI}]*{PDI}"  # is isolated already
    r"|(?P<code>(?P<ticks>`+)(?:(?!(?P=ticks)).)+(?P=ticks))"
    r"|!?\[[^\]\n]*\]\([^)\n]*\)|<[^>\n]*>"  # a picture, a link, a tag of HTML
    r"|(?P<formula>[-\u2212+]?[\w.'\"()\[\]{}]+(?:(?: ?[-\u2212+*/=<>×·:,≤≥→…]+)+ ?[\w.'\"()\[\]{}]+)*)",
    re.ASCII,
)
"""What is looked at as a whole. Only the named parts are isolated."""
MIXED = re.compile(r"[-\u2212+*/=<>×·:,≤≥→\[\](){}]|^[0-9]+[A-Za-z]")
"""What a right-to-left line puts into another order: signs, and numbers that letters follow, as in 2x3."""
PAIRS = {")": "(", "]": "[", "}": "{"}


def isolated(text: str) -> str:
    """Return right-to-left text of Markdown with its code spans, tuples, lists and formulas isolated.

    Blocks of code stay as they are. Text that is isolated already stays, too.

    >>> isolated("جای آن (4, 2) است").replace(LRI, "<").replace(PDI, ">")
    'جای آن <(4, 2)> است'
    """
    parts, in_code = list[str](), False
    for line in text.splitlines(keepends=True):
        in_code ^= bool(FENCE.match(line))
        parts.append(line if in_code or FENCE.match(line) else WHOLE.sub(_isolated_part, line))
    return "".join(parts)


def isolated_in(language: str, text: str) -> str:
    """Return text of a language, with its code isolated if the language is written from right to left."""
    return isolated(text) if language in RIGHT_TO_LEFT else text


def _isolated_part(match: re.Match[str]) -> str:
    if match["code"]:
        return f"{LRI}{match[0]}{PDI}"
    if not match["formula"]:
        return match[0]
    before, formula, after = _balanced(match["formula"])
    needed = MIXED.search(formula) and re.search(r"[A-Za-z0-9]", formula)
    return f"{before}{LRI}{formula}{PDI}{after}" if needed else match[0]


def _balanced(text: str) -> tuple[str, str, str]:
    """Split off what does not belong to a formula: brackets without a partner, and a sentence's last sign."""
    start, end = 0, len(text)
    while end > start and (text[end - 1] in ".:,'\"" or _is_alone(text[start:end], end - 1 - start)):
        end -= 1
    while start < end and _is_alone(text[start:end], 0):
        start += 1
    return text[:start], text[start:end], text[end:]


def _is_alone(text: str, index: int) -> bool:
    """Return whether the character there is a bracket without a partner in the text."""
    opening = list[int]()
    for at, character in enumerate(text):
        if character in PAIRS.values():
            opening.append(at)
        elif character in PAIRS:
            if not opening or text[opening[-1]] != PAIRS[character]:
                return at == index or index in opening
            opening.pop()
    return index in opening
