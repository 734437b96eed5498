"""Convolutions with 1x1 kernels, and what the layers of an Inception module cost.

Fill in every part that says 'write your code here'.
"""

import numpy as np

# %% [markdown]
# # A 1x1 convolution is a matrix
#
# A 1x1 kernel sees a single pixel. It cannot look left or right, so all that is left to sum over is the
# channels: one filter turns the F numbers of a pixel into one number, and F1 filters turn them into F1
# numbers. That is a matrix of shape (F1, F) times a vector of length F, with the same matrix at every pixel
# of every image. N, H and W pass through untouched; F becomes F1, which may be smaller (reduction) or larger
# (augmentation).
#
# As no pixel needs to know where it is, H and W can be merged into one axis of pixels, and one matrix product
# does the whole batch. `reshape` may do this, because H and W are neighbours in memory. What it may not do is
# *move* an axis: `x.reshape(N * H * W, F)` has the right shape, but its rows are stretches of F neighbouring
# pixels of one channel, not the F channels of one pixel. That would need a `transpose` first.


# %%
def conv1x1(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    """Convolve every image of `x` with F1 filters of size 1x1, stride 1, no padding.

    `x` has shape (N, F, H, W).
    `w` has shape (F1, F): `w[g, f]` is the weight of input channel f in output channel g.
    Returns floats of shape (N, F1, H, W). The layer is linear: no bias, no ReLU.
    """
    n, c_in, height, width = np.shape(x)
    pixels = np.asarray(x, dtype=float).reshape(n, c_in, height * width)  # (N, F, H*W)
    mixed = np.asarray(w, dtype=float) @ pixels  # (N, F1, H*W)
    return mixed.reshape(n, len(w), height, width)


# %% [markdown]
# # Why the ReLU in between is no decoration
#
# Two linear layers in a row are one linear layer: for a pixel p, w2 (w1 p) = (w2 w1) p. Without a ReLU
# between them the pair could be replaced by the single matrix `w2 @ w1`, and all that the detour through few
# channels would bring is that this matrix has a low rank. With the ReLU the two layers can compute something
# that no single one can. This is what the Inception paper means by "dual-purpose": the reduction saves
# multiplications *and* adds a non-linearity.


# %%
def _relu(x: np.ndarray) -> np.ndarray:
    return np.maximum(x, 0)


def bottleneck(x: np.ndarray, w1: np.ndarray, w2: np.ndarray) -> np.ndarray:
    """Apply the 1x1 convolution `w1`, a ReLU, the 1x1 convolution `w2` and another ReLU.

    `x` has shape (N, F, H, W), `w1` has shape (M, F) and `w2` has shape (F1, M).
    Returns floats of shape (N, F1, H, W).
    """
    hidden = _relu(conv1x1(x, w1))  # (N, M, H, W)
    return _relu(conv1x1(hidden, w2))  # (N, F1, H, W)


# %% [markdown]
# # What a layer costs
#
# With stride 1 and 'same' padding a layer gives h * w * c_out numbers. Each is a sum over a k x k window in
# each of the c_in channels, so each takes k * k * c_in multiplications. At the border some factors are zeros
# of the padding; they are multiplied like all others, so they are counted like all others.
#
# Python's integers cannot overflow. NumPy's can: with 32 bits, a large layer would get a negative price.


# %%
def direct_cost(h: int, w: int, c_in: int, c_out: int, k: int) -> int:
    """Count the multiplications of a convolution with `c_out` filters of size k x k.

    The image has `h` rows, `w` columns and `c_in` channels; stride 1, 'same' padding, no bias.
    Multiplications with zeros of the padding count, additions don't.
    """
    return h * w * c_out * k * k * c_in


# %% [markdown]
# # What a reduction saves
#
# Both layers of a bottleneck work on the same h x w pixels, one after the other, so their costs add. The
# reduction is itself a convolution, with k = 1. Per pixel, the layer alone takes k^2 c_in c_out
# multiplications and the bottleneck takes c_in c_mid + k^2 c_mid c_out. The factor k^2 now meets c_mid, not
# c_in, and that is the whole trick: with 192 channels squeezed to 16 before a 5x5 convolution, a tenth of the
# multiplications is left.


# %%
def bottleneck_cost(h: int, w: int, c_in: int, c_mid: int, c_out: int, k: int) -> int:
    """Count the multiplications of a 1x1 convolution to `c_mid` channels
    followed by a k x k convolution to `c_out` channels.

    The image has `h` rows, `w` columns and `c_in` channels;
    both layers have stride 1, 'same' padding and no bias.
    """
    return direct_cost(h, w, c_in, c_mid, 1) + direct_cost(h, w, c_mid, c_out, k)


# %% [markdown]
# # The Inception module
#
# All four branches read the same input, so their costs add up. They all keep h and w, so their outputs can be
# laid on top of each other, and the numbers of channels add up too. Only what comes *out* of a branch is
# counted there: the r3 and r5 channels live inside.
#
# Max pooling compares and multiplies nothing, but it passes all c_in channels on. Without the 1x1 convolution
# behind it the output would have more channels than the input, module after module. That is why this one
# reduction stands behind its branch's expensive part and not before it: it is there for the channels, not for
# the multiplications.


# %%
def inception_cost(
    h: int, w: int, c_in: int, c1: int, r3: int, c3: int, r5: int, c5: int, pp: int
) -> tuple[int, int]:
    """Count the multiplications and the output channels of an Inception module.

    Its four branches: 1x1 to `c1` channels; 1x1 to `r3`, then 3x3 to `c3`; 1x1 to `r5`, then 5x5 to `c5`;
    3x3 max pooling (stride 1, 'same'), then 1x1 to `pp`. Their outputs are concatenated along the channels.
    Returns `(multiplications, output_channels)`.
    """
    multiplications = (
        direct_cost(h, w, c_in, c1, 1)
        + bottleneck_cost(h, w, c_in, r3, c3, 3)
        + bottleneck_cost(h, w, c_in, r5, c5, 5)
        + direct_cost(h, w, c_in, pp, 1)
    )
    return multiplications, c1 + c3 + c5 + pp
