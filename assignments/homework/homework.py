"""The whole homework in one file.

Fill in every part that says 'write your answer/code here'.
"""

from typing import Any

import numpy as np

# %% [markdown]
# # Question 1: convolution, by hand and in code


# %% [markdown]
# ## `laplacian_response`
# statement.md says what to write here.


# %%
bar = np.array([[0, 0, 10, 0, 0]] * 5)
laplacian = np.array([[1, 1, 1], [1, -8, 1], [1, 1, 1]])


# %%
laplacian_response = ...  # write your answer here


# %% [markdown]
# ## `misprinted_cell`
# statement.md says what to write here.


# %%
misprinted_cell = ...  # write your answer here


# %% [markdown]
# ## `output_size(n, kernel, stride=1, padding=0)`
# statement.md says what to write here.


# %%
def output_size(n: int, kernel: int, stride: int = 1, padding: int = 0) -> int:
    """Return how many positions a kernel can take along one axis.

    The axis has `n` entries and gets `padding` zeros at both ends;
    the kernel covers `kernel` entries and moves on by `stride`.
    """
    raise NotImplementedError("output_size: write your code here")


# %% [markdown]
# ## `zero_pad(x, padding)`
# statement.md says what to write here.


# %%
def zero_pad(x: np.ndarray, padding: int) -> np.ndarray:
    """Return a copy of `x` with `padding` rows or columns of zeros on all four sides.

    Only the last two axes grow:
    (H, W) becomes (H + 2P, W + 2P), and (N, C, H, W) becomes (N, C, H + 2P, W + 2P).
    """
    raise NotImplementedError("zero_pad: write your code here")


# %% [markdown]
# ## `conv2d(x, kernel, stride=1, padding=0)`
# statement.md says what to write here.


# %%
def conv2d(x: np.ndarray, kernel: np.ndarray, stride: int = 1, padding: int = 0) -> np.ndarray:
    """Return the convolution of `x` with `kernel`, as floats; the kernel is not turned around.

    x (N, C, H, W) and kernel (F, C, KH, KW) give (N, F, OH, OW): N images, C channels, F filters.
    x (H, W) and kernel (KH, KW) give (OH, OW): one image, one channel, one filter.
    The image gets `padding` zeros on all four sides, and the kernel moves on by `stride` in both directions.
    """
    raise NotImplementedError("conv2d: write your code here")


# %% [markdown]
# # Question 2: 1x1 convolutions and what they save


# %% [markdown]
# ## `conv1x1(x, w)`
# statement.md says what to write here.


# %%
def conv1x1(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    """Convolve every image of `x` with F1 filters of size 1x1, stride 1, no padding.

    `x` has shape (N, F, H, W).
    `w` has shape (F1, F): `w[g, f]` is the weight of input channel f in output channel g.
    Returns floats of shape (N, F1, H, W). The layer is linear: no bias, no ReLU.
    """
    raise NotImplementedError("conv1x1: write your code here")


# %% [markdown]
# ## `bottleneck(x, w1, w2)`
# statement.md says what to write here.


# %%
def bottleneck(x: np.ndarray, w1: np.ndarray, w2: np.ndarray) -> np.ndarray:
    """Apply the 1x1 convolution `w1`, a ReLU, the 1x1 convolution `w2` and another ReLU.

    `x` has shape (N, F, H, W), `w1` has shape (M, F) and `w2` has shape (F1, M).
    Returns floats of shape (N, F1, H, W).
    """
    raise NotImplementedError("bottleneck: write your code here")


# %% [markdown]
# ## `direct_cost(h, w, c_in, c_out, k)`
# statement.md says what to write here.


# %%
def direct_cost(h: int, w: int, c_in: int, c_out: int, k: int) -> int:
    """Count the multiplications of a convolution with `c_out` filters of size k x k.

    The image has `h` rows, `w` columns and `c_in` channels; stride 1, 'same' padding, no bias.
    Multiplications with zeros of the padding count, additions don't.
    """
    raise NotImplementedError("direct_cost: write your code here")


# %% [markdown]
# ## `bottleneck_cost(h, w, c_in, c_mid, c_out, k)`
# statement.md says what to write here.


# %%
def bottleneck_cost(h: int, w: int, c_in: int, c_mid: int, c_out: int, k: int) -> int:
    """Count the multiplications of a 1x1 convolution to `c_mid` channels
    followed by a k x k convolution to `c_out` channels.

    The image has `h` rows, `w` columns and `c_in` channels;
    both layers have stride 1, 'same' padding and no bias.
    """
    raise NotImplementedError("bottleneck_cost: write your code here")


# %% [markdown]
# ## `inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp)`
# statement.md says what to write here.


# %%
def inception_cost(
    h: int, w: int, c_in: int, c1: int, r3: int, c3: int, r5: int, c5: int, pp: int
) -> tuple[int, int]:
    """Count the multiplications and the output channels of an Inception module.

    Its four branches: 1x1 to `c1` channels; 1x1 to `r3`, then 3x3 to `c3`; 1x1 to `r5`, then 5x5 to `c5`;
    3x3 max pooling (stride 1, 'same'), then 1x1 to `pp`. Their outputs are concatenated along the channels.
    Returns `(multiplications, output_channels)`.
    """
    raise NotImplementedError("inception_cost: write your code here")


# %% [markdown]
# # Question 3: shapes and parameters


# %% [markdown]
# ## `printed_table`
# statement.md says what to write here.


# %%
printed_table = ...  # write your answer here


# %% [markdown]
# ## `summary(input_shape, layers)`
# statement.md says what to write here.


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
    raise NotImplementedError("summary: write your code here")


# %% [markdown]
# ## `consistent_inputs(max_size=32, max_stride=2)`
# statement.md says what to write here.


# %%
def consistent_inputs(max_size: int = 32, max_stride: int = 2) -> list[tuple[int, int, str]]:
    """Return every (size, stride, padding) that gives the row of the statement, in any order, each once.

    size: pixels along each side of the square image, 1 to max_size inclusive.
    stride: 1 to max_stride inclusive. padding: "valid" or "same".
    """
    raise NotImplementedError("consistent_inputs: write your code here")


# %% [markdown]
# # Question 4: the gradient of the kernel


# %% [markdown]
# ## `coefficients`
# statement.md says what to write here.


# %%
X = np.array([[2, 3, 4], [3, 1, 5], [4, -1, -2]])


# %%
coefficients = ...  # write your answer here


# %% [markdown]
# ## `conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0)`
# statement.md says what to write here.


# %%
def conv2d_kernel_grad(
    x: np.ndarray, grad_out: np.ndarray, kernel_shape: tuple[int, ...], stride: int = 1, padding: int = 0
) -> np.ndarray:
    """Return dLoss/dkernel for `out = conv2d(x, kernel, stride, padding)`, given `grad_out` = dLoss/dout.

    x (H, W), grad_out (OH, OW) and kernel_shape (KH, KW) give (KH, KW);
    x (N, C, H, W), grad_out (N, F, OH, OW) and kernel_shape (F, C, KH, KW) give (F, C, KH, KW).
    Convolution does not turn the kernel around, `padding` zeros are on all four sides of the image,
    and sizes floor: OH = (H + 2 padding - KH) // stride + 1. The result is float.
    """
    raise NotImplementedError("conv2d_kernel_grad: write your code here")
