"""The derivative of a product by a factor is that factor itself."""

RUNG = "gradients"
HINT = "What is the derivative of 3 y by y?"


class Scalar(Scalar):
    def __mul__(self, other):
        product = Scalar(self.value * other.value)
        product._parts = [(self, self.value), (other, other.value)]
        return product

    def __add__(self, other):
        total = Scalar(self.value + other.value)
        total._parts = [(self, 1.0), (other, 1.0)]
        return total
