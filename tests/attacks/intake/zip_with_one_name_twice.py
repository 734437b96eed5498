"""Is a zip with two files of one name, a wrong one and another."""

from attack_corpus import packed

EXPECT = "either could be meant"


def build(wrong, planted):
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return {
            "twice.zip": packed([("q1_convolution.py", wrong.encode()), ("q1_convolution.py", b"score = 40")])
        }
