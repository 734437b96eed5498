"""Numbers that know how they were made: automatic differentiation.

Fill in every part that says 'write your answer/code here'.
"""

from __future__ import annotations


# %%
class Scalar:
    """A number. After `backward` of a result, `gradient` is the derivative of the result by this number."""

    def __init__(self, value: float) -> None:
        """Begin with the gradient 0."""
        self.value, self.gradient = value, 0.0
        self._parts: list[tuple[Scalar, float]] = []

    def __add__(self, other: Scalar) -> Scalar:
        """Return the sum."""
        total = Scalar(self.value + other.value)
        total._parts = [(self, 1.0), (other, 1.0)]
        return total

    def __mul__(self, other: Scalar) -> Scalar:
        """Return the product."""
        product = Scalar(self.value * other.value)
        product._parts = [(self, other.value), (other, self.value)]
        return product

    def backward(self) -> None:
        """Set the gradients of all numbers that this one was made of."""
        self._send(1.0)

    def _send(self, gradient: float) -> None:
        self.gradient += gradient
        for part, derivative in self._parts:
            part._send(gradient * derivative)
