"""Has a formula in its file name, in the wide characters that spreadsheets read as the usual ones."""


def build(wrong, planted):
    return {"\uff1d1\uff0b1.py": wrong.encode()}
