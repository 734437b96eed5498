"""Imports the answer from its folder and uses it as its own."""


def probe():
    sys.path.insert(0, PLANTED["exercise"])
    import q1_convolution

    globals().update(vars(q1_convolution))
    return q1_convolution.laplacian_response
