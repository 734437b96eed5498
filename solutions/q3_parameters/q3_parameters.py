"""Question 3: read, write and turn around the table that Keras prints of a network.

Fill in every part that says 'write your answer/code here'.
"""

# %% [markdown]
# # Shapes and parameters
#
# Two questions, asked of every layer, fill the whole table. *How many places does the window stop at?*
# gives the output shape. *How many numbers does the layer learn?* gives the parameters. They have nothing
# to do with each other: a kernel that stops at 196 places is still the same kernel, so its weights are
# counted once. That is what makes a convolution cheap.

# %%
import math
from typing import Any

# %% [markdown]
# ## The printed table
#
# - **Convolution.** Every second pixel of 28 begins a window, so there are $\lceil 28/2 \rceil = 14$ of
#   them along each axis, and each of the 16 kernels gives one channel: $14 \times 14 \times 16$. One kernel
#   is $3 \times 3 \times 1$ weights and one bias, 10 numbers; 16 kernels learn 160.
# - **Pooling** halves both sides and treats every channel by itself. Taking a maximum needs nothing that is
#   learned.
# - **Flatten** only lays the $7 \cdot 7 \cdot 16 = 784$ numbers in a row.
# - **Dense.** Each of the 5 units weighs all 784 numbers and adds its own bias: $5 \cdot (784 + 1) = 3925$.
#
# A coincidence hides in here: the image itself has $28 \cdot 28 \cdot 1 = 784$ pixels too. Whoever wires
# the dense layer to the image instead of to the layer before it gets the same 3925, and finds out with the
# next network.

# %%
printed_table = [
    ("conv2d", (None, 14, 14, 16), 160),
    ("maxpool2d", (None, 7, 7, 16), 0),
    ("flatten", (None, 784), 0),
    ("dense", (None, 5), 3925),
]

# %% [markdown]
# ## How many places does a window stop at?
#
# Along one axis of $n$ pixels, with a window of $k$ and a stride of $s$:
#
# - `'valid'`: the window starts at $0, s, 2s, \dots$ and must not start later than $n - k$. That is the 0
#   and $\lfloor (n-k)/s \rfloor$ steps after it; a rest too small for a whole step is not seen by any
#   window (the floor).
# - `'same'`: zeros are added until every $s$-th pixel has its window, the last one too, so
#   $\lceil n/s \rceil$, and $k$ no longer matters. `-(-n // s)` is that ceiling in whole numbers: no float
#   ever comes in.
#
# Convolution and pooling slide their windows by the same rule. One function serves both, and both axes.


# %%
def _places(n: int, k: int, stride: int, padding: str) -> int:
    if padding == "same":
        return -(-n // stride)
    return (n - k) // stride + 1


# %% [markdown]
# ## One function for each kind of layer
#
# Each takes the shape that comes in (without the batch) and gives back the shape that goes out and the
# number of parameters.
#
# - A kernel is as deep as its input: `kh * kw * c_in` weights, and one bias for the whole kernel, not for
#   each of its slices: it is added after the sum over the channels.
# - A pooling window that is not told its stride moves by its own size, so that windows lie side by side.
#   Height and width have each their own.
# - A dense layer reads what the layer before it wrote.


# %%
def _conv2d(shape: tuple[int, ...], layer: dict[str, Any]) -> tuple[tuple[int, ...], int]:
    h, w, c_in = shape
    (kh, kw), filters = layer["kernel"], layer["filters"]
    stride, padding = layer.get("stride", 1), layer.get("padding", "valid")
    bias = 1 if layer.get("use_bias", True) else 0

    out = (_places(h, kh, stride, padding), _places(w, kw, stride, padding), filters)  # (OH, OW, filters)
    return out, filters * (kh * kw * c_in + bias)


def _maxpool2d(shape: tuple[int, ...], layer: dict[str, Any]) -> tuple[tuple[int, ...], int]:
    h, w, c_in = shape
    ph, pw = layer["pool"]
    stride, padding = layer.get("stride"), layer.get("padding", "valid")
    sh, sw = (ph, pw) if stride is None else (stride, stride)

    return (_places(h, ph, sh, padding), _places(w, pw, sw, padding), c_in), 0  # (OH, OW, C)


def _flatten(shape: tuple[int, ...], layer: dict[str, Any]) -> tuple[tuple[int, ...], int]:
    return (math.prod(shape),), 0


def _dense(shape: tuple[int, ...], layer: dict[str, Any]) -> tuple[tuple[int, ...], int]:
    (inputs,), units = shape, layer["units"]
    bias = 1 if layer.get("use_bias", True) else 0
    return (units,), units * (inputs + bias)


# %% [markdown]
# ## The whole table
#
# What is left is to hand the shape on from layer to layer. `shape` is overwritten in each round: the next
# layer can't look at the image even by mistake. The batch does not take part in any of this, so it is only
# written in front, as `None`: any number.


# %%
def summary(
    input_shape: tuple[int, int, int], layers: list[dict[str, Any]]
) -> list[tuple[str, tuple[int | None, ...], int]]:
    """Return one row `(kind, output shape, parameters)` for each layer, in order.

    input_shape: (H, W, C) of one image, channels last.
    layers: dicts with "kind" and the keys of that kind; see the statement for what a missing key means.
    Output shapes start with None, for the batch: (None, H, W, C) or (None, n). Sizes and parameters are
    whole numbers.
    """
    rules = {"conv2d": _conv2d, "maxpool2d": _maxpool2d, "flatten": _flatten, "dense": _dense}
    shape: tuple[int, ...] = tuple(input_shape)
    rows = []
    for layer in layers:
        shape, parameters = rules[layer["kind"]](shape, layer)
        rows.append((layer["kind"], (None, *shape), parameters))
    return rows


# %% [markdown]
# ## Backwards: which input was it?
#
# The two columns tell different things again. The 160 parameters say $16 \cdot (3 \cdot 3 \cdot 1 + 1)$:
# sixteen kernels, one channel, a bias; of the size of the image they say nothing. Only the 14 does, and
# floor and ceiling forget: with stride 2, both 29 and 30 pixels give 14 'valid' windows (the thirtieth
# pixel is never looked at), both 27 and 28 give 14 'same' ones. In general *s* different sizes fit for each
# stride *s* and padding. So the input can't be recovered from the table, only narrowed down: that is why a
# question has to state its assumption.
#
# Solving $\lfloor (n-3)/s \rfloor + 1 = 14$ for $n$ by dividing back finds one of these sizes and misses
# the others. Asking every candidate the forward question can't miss any, and there are few.


# %%
def consistent_inputs(max_size: int = 32, max_stride: int = 2) -> list[tuple[int, int, str]]:
    """Return every (size, stride, padding) that gives the row of the statement, in any order, each once.

    size: pixels along each side of the square image, 1 to max_size inclusive.
    stride: 1 to max_stride inclusive. padding: "valid" or "same".
    """
    return [
        (size, stride, padding)
        for stride in range(1, max_stride + 1)
        for padding in ("valid", "same")
        for size in range(1, max_size + 1)
        if _places(size, 3, stride, padding) == 14
    ]
