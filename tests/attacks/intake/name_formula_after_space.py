"""Has a file name with a tab or a space before the formula."""


def build(wrong, planted):
    return {"\t @SUM(1+1)*cmd|' !A0.py": wrong.encode()}
