"""backward goes one step back and not further."""

RUNG = "gradients"
HINT = "Find the derivative of (x + y) z by x."


class Scalar(Scalar):
    def backward(self):
        for part, derivative in self._parts:
            part.gradient += derivative

    def __add__(self, other):
        total = Scalar(self.value + other.value)
        total._parts = [(self, 1.0), (other, 1.0)]
        return total

    def __mul__(self, other):
        product = Scalar(self.value * other.value)
        product._parts = [(self, other.value), (other, self.value)]
        return product
