"""Each kind of layer is a class of its own, as in Keras."""

from dataclasses import dataclass


@dataclass
class Layer:
    kind: str
    filters: int = 0
    units: int = 0
    kernel: tuple = ()
    pool: tuple = ()
    stride: object = None
    padding: str = "valid"
    use_bias: bool = True

    def slide(self, sides, window):
        strides = window if self.kind == "maxpool2d" and self.stride is None else [self.stride or 1] * 2
        if self.padding == "same":
            return [(side + s - 1) // s for side, s in zip(sides, strides, strict=True)]
        return [1 + (side - k) // s for side, k, s in zip(sides, window, strides, strict=True)]


class Conv2D(Layer):
    def build(self, h, w, c):
        return (*self.slide((h, w), self.kernel), self.filters), (
            self.kernel[0] * self.kernel[1] * c + self.use_bias
        ) * self.filters


class MaxPooling2D(Layer):
    def build(self, h, w, c):
        return (*self.slide((h, w), self.pool), c), 0


class Flatten(Layer):
    def build(self, h, w, c):
        return (h * w * c,), 0


class Dense(Layer):
    def build(self, n):
        return (self.units,), (n + self.use_bias) * self.units


def summary(input_shape, layers):
    classes = {"conv2d": Conv2D, "maxpool2d": MaxPooling2D, "flatten": Flatten, "dense": Dense}
    rows, shape = [], input_shape
    for description in layers:
        layer = classes[description["kind"]](**description)
        shape, parameters = layer.build(*shape)
        rows.append((type(layer).__name__, (None, *shape), parameters))
    return rows
