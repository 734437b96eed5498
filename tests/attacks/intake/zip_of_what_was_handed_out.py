"""Brings checks, results and a list of stubs of its own, under the names that ours have."""

from attack_corpus import packed


def build(wrong, planted):
    own = {
        "q1_convolution/q1_convolution.py": wrong.encode(),
        "q1_convolution/test_hidden.py": b"def test_nothing(student):\n    pass\n",
        "q1_convolution/tests/q1_convolution.py": b"test = {}",
        "q1_convolution/handed_out.json": b'{"files": [], "modules": [], "stubs": []}',
        "q1_convolution/exercise.json": b'{"hidden_checks": 0}',
        "q1_convolution/grades.db": b"SQLite format 3",
        "q1_convolution/results/q1_convolution.json": b'{"score": 100}',
    }
    return {"own.zip": packed(own)}
