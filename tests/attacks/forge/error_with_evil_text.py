"""Raises an error whose text, name and traceback are code that raises, or is not of the type it should be."""


class Meta(type):
    __name__ = property(lambda cls: 1 / 0)


class Evil(Exception, metaclass=Meta):
    __str__ = __repr__ = lambda self: 3
    __traceback__ = property(lambda self: 1 / 0)
    args = property(lambda self: 1 / 0)


def conv2d(*arguments, **keywords):
    raise Evil


output_size = zero_pad = conv2d
