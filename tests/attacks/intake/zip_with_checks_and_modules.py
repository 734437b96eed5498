"""Is a zip with checks, a configuration of pytest and a numpy of its own."""

from attack_corpus import packed


def build(wrong, planted):
    evil = f"open('/tmp/{planted['mark']}-imported', 'w')".encode()
    names = (
        "tests/q1.py",
        "test_visible.py",
        "conftest.txt",
        "__init__.py",
        "__pycache__/numpy.py",
        ".hidden/numpy.py",
        "setup.sh",
        "run_autograder",
    )
    return {
        "modules.zip": packed(
            {"q1_convolution.py": wrong.encode(), "numpy.py": evil, **{name: evil for name in names}}
        )
    }
