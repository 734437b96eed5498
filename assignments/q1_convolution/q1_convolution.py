"""A convolution, first by hand and then in code.

Fill in every part that says 'write your answer/code here'.
"""

import numpy as np

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
