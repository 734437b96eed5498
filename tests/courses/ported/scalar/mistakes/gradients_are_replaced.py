"""The gradient of a number is that of the last place where it was used."""

RUNG = "gradients"
HINT = "What is the derivative of x + x?"


class Scalar(Scalar):
    def _send(self, gradient):
        self.gradient = gradient
        for part, derivative in self._parts:
            part._send(gradient * derivative)

    def __add__(self, other):
        total = Scalar(self.value + other.value)
        total._parts = [(self, 1.0), (other, 1.0)]
        return total

    def __mul__(self, other):
        product = Scalar(self.value * other.value)
        product._parts = [(self, other.value), (other, self.value)]
        return product
