"""A convolution, first by hand and then in code.

Fill in every part that says 'write your answer/code here'.
"""

# %%
import numpy as np

# %% [markdown]
# # Convolution: the answer, and why
#
# Everything in this exercise is one idea: **lay the kernel on the image, multiply what lies on top of each
# other, add up, move on.** What deep-learning libraries call convolution is, in the mathematician's words, a
# cross-correlation: the kernel is laid down as it is, never turned around. (A network learns its kernel. If
# the library turned it around, the network would learn the turned one instead.)

# %% tags=["given"]
bar = np.array([[0, 0, 10, 0, 0]] * 5)
laplacian = np.array([[1, 1, 1], [1, -8, 1], [1, 1, 1]])

# %% [markdown]
# ## By hand
#
# The kernel adds up the eight neighbours of a pixel and takes away eight times the pixel itself, so flat
# regions give 0 and only changes are left. With the bar in the middle column there are few cases:
#
# | where | neighbours that are 10 | the pixel | result |
# |---|---|---|---|
# | columns 0 and 4 | none: the bar is two columns away | 0 | 0 |
# | columns 1 and 3, inner rows | three | 0 | 30 |
# | columns 1 and 3, top and bottom row | two: the third lies in the padding | 0 | 20 |
# | column 2, inner rows | two, above and below | 10 | 20 - 80 = -60 |
# | column 2, top and bottom row | one: the other lies in the padding | 10 | 10 - 80 = -70 |

# %%
laplacian_response = [
    [0, 20, -70, 20, 0],
    [0, 30, -60, 30, 0],
    [0, 30, -60, 30, 0],
    [0, 30, -60, 30, 0],
    [0, 20, -70, 20, 0],
]

# %% [markdown]
# Nothing has to be computed to find the misprint. The image, the kernel and the padding all look the same in
# a mirror, left-right and upside down, so the response must too. The cells left and right of the two -70 are
# mirror images of one another; three of them say 20, so the fourth, in the top row, must say 20 as well.

# %%
misprinted_cell = (0, 3)

# %% [markdown]
# ## How many positions are there?
#
# Padding makes the line `n + 2 * padding` long, because there is padding at both ends. The first window
# starts at 0, and no window can start after `n + 2 * padding - kernel`, or it would hang over the end.
# Between the two the kernel takes as many *whole* steps as fit, hence the floor, and the window at 0 needs no
# step, hence the `+ 1`. What is left over at the end is never looked at.


# %%
def output_size(n: int, kernel: int, stride: int = 1, padding: int = 0) -> int:
    """Return how many positions a kernel can take along one axis.

    The axis has `n` entries and gets `padding` zeros at both ends;
    the kernel covers `kernel` entries and moves on by `stride`.
    """
    return (n + 2 * padding - kernel) // stride + 1


# %% [markdown]
# ## Zeros around the image
#
# Make the larger array first, all zeros, then put the image in its middle. The slice ends at `padding + h`
# and not at `-padding`: for `padding=0` the latter would be `[0:-0]`, which is empty. The `...` stands for
# whatever axes come first, so that one line serves a single image and a batch, and channels and images get no
# padding.


# %%
def zero_pad(x: np.ndarray, padding: int) -> np.ndarray:
    """Return a copy of `x` with `padding` rows or columns of zeros on all four sides.

    Only the last two axes grow:
    (H, W) becomes (H + 2P, W + 2P), and (N, C, H, W) becomes (N, C, H + 2P, W + 2P).
    """
    *outer, h, w = x.shape
    padded = np.zeros((*outer, h + 2 * padding, w + 2 * padding))
    padded[..., padding : padding + h, padding : padding + w] = x
    return padded


# %% [markdown]
# ## Sliding
#
# `sliding_window_view` shows every window of the image without copying a number: entry `[n, c, i, j]` is the
# `kh` by `kw` window whose top left corner is at row `i`, column `j`. A stride takes every `stride`-th of
# these corners, in rows and in columns. So the size formula isn't needed here, it comes out by itself.
#
# Then `einsum` says in one line what a convolution does. Letters on the left that are missing on the right
# are summed over: the channels `c` and the places `i, j` in the window. A filter looks at *all* channels at
# once and gives *one* feature map; images `n` and filters `f` never mix.
#
# Floats come first: the product of two bytes is a byte again, and 200 * 2 would be 144.


# %%
def conv2d(x: np.ndarray, kernel: np.ndarray, stride: int = 1, padding: int = 0) -> np.ndarray:
    """Return the convolution of `x` with `kernel`, as floats; the kernel is not turned around.

    x (N, C, H, W) and kernel (F, C, KH, KW) give (N, F, OH, OW): N images, C channels, F filters.
    x (H, W) and kernel (KH, KW) give (OH, OW): one image, one channel, one filter.
    The image gets `padding` zeros on all four sides, and the kernel moves on by `stride` in both directions.
    """
    single = x.ndim == 2
    if single:
        x, kernel = x[np.newaxis, np.newaxis], kernel[np.newaxis, np.newaxis]
    kh, kw = kernel.shape[2:]

    padded = zero_pad(x, padding)  # (N, C, H + 2P, W + 2P), floats
    windows = np.lib.stride_tricks.sliding_window_view(padded, (kh, kw), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]  # (N, C, OH, OW, KH, KW)
    out = np.einsum("nchwij,fcij->nfhw", windows, kernel.astype(float))

    return out[0, 0] if single else out
