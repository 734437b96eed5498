"""Reads the answer, and would become it."""


def probe():
    source = open(PLANTED["exercise"] + "/q1_convolution.py").read()
    exec(source, globals())
    return source
