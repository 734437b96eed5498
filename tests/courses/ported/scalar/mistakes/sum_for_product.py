"""A product of scalars has the value of their sum."""

from scalar import Scalar as Right

RUNG = "values"
ALSO = ("gradients",)
HINT = "What is the value of Scalar(2) * Scalar(5)?"


class Scalar(Right):
    def __mul__(self, other):
        product = Scalar(self.value + other.value)
        product._parts = [(self, other.value), (other, self.value)]
        return product

    def __add__(self, other):
        total = Scalar(self.value + other.value)
        total._parts = [(self, 1.0), (other, 1.0)]
        return total
