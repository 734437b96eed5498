"""Brings results, a log and an archive of its own for otter to load, and its checks; no script."""

import pickle

EXPECT = "no script or notebook"


class Bomb:
    def __init__(self, mark):
        self.mark = mark

    def __reduce__(self):
        return __import__("os").system, (f"touch /tmp/{self.mark}-unpickled",)


def build(wrong, planted):
    bomb = pickle.dumps(Bomb(planted["mark"]))
    return {
        ".OTTER_LOG": bomb,
        "results.pkl": bomb,
        "results.json": b'{"score": 40}',
        "test_hidden.py": b"raise SystemExit",
        "conftest.txt": b"",
    }
