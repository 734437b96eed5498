"""Has a formula after what ends a cell where a comma is the decimal mark."""


def build(wrong, planted):
    return {"a; \"=cmd|' !A0;\uff201.py": wrong.encode()}
