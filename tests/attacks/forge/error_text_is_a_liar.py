"""Raises an error whose text is of a subclass of str with methods of its own."""


class Text(str):
    __getitem__ = lambda self, key: Text("passed" * 10_000)
    __str__ = __format__ = lambda self, *rest: self
    encode = lambda self, *rest: b"\xff" * 10_000


class Evil(Exception):
    __str__ = lambda self: Text("x")


Evil.__name__ = "E" * 100_000


def conv2d(*arguments, **keywords):
    raise Evil


output_size = zero_pad = conv2d
