"""Convolutions with 1x1 kernels, and what the layers of an Inception module cost.

Fill in every part that says 'write your code here'.
"""

import numpy as np

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
