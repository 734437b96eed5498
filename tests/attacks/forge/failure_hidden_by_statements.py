"""Fails in ways that hide which statement has failed, so that the rest is run twice, or what failed counts."""

EXPECT = "line 1.. of .* fails, Hidden"


class Hidden(BaseException):
    __traceback__ = property(lambda self: None)
    with_traceback = property(lambda self: 1 / 0)
    name = property(lambda self: 1 / 0)


class Unnamed(NameError):
    name = "conv2d\x1b[31m<b>" * 10_000
    __str__ = lambda self: "conv2d is right"


runs = globals().get("runs", 0) + 1
raise Hidden(runs)
del output_size
raise Unnamed
laplacian_response = raise_ = nothing
sys._getframe().f_back.f_locals["self"].failures.clear()
raise Hidden from Unnamed()
