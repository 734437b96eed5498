"""Question 4: how the loss changes when one weight of a convolution's kernel changes.

Fill in every part that says 'write your answer/code here'.
"""

# %%
import numpy as np

# %% [markdown]
# ## One weight, many outputs
#
# A kernel is *shared*: the window slides, the weights stay the same. So a single weight, say $F_{12}$, has a
# hand in **every** output. In each of them it multiplies another pixel, the one that lies under it at that
# moment:
#
# $$O_{11} = \dots + X_{12} F_{12} + \dots \qquad O_{12} = \dots + X_{13} F_{12} + \dots$$
# $$O_{21} = \dots + X_{22} F_{12} + \dots \qquad O_{22} = \dots + X_{23} F_{12} + \dots$$
#
# Nudge $F_{12}$ and all four outputs move, each by its own pixel. The chain rule collects the four effects on
# the loss:
#
# $$\frac{\partial L}{\partial F_{12}} = \frac{\partial L}{\partial O_{11}} X_{12}
# + \frac{\partial L}{\partial O_{12}} X_{13}
# + \frac{\partial L}{\partial O_{21}} X_{22} + \frac{\partial L}{\partial O_{22}} X_{23}$$
#
# A *sum*, because the paths from the weight to the loss run side by side; no average, because nothing in the
# loss divides by their number (if the loss is a mean, that factor already sits in the upstream gradient).
#
# Read off the pixels: $X_{12}, X_{13}, X_{22}, X_{23}$ are a window of the image that starts at row 1, column
# 2, just where $F_{12}$ sits in the kernel. That holds for every weight, so no formula has to be written out
# four times: the table of weight $(a, b)$ is the output-sized window of $X$ that starts at $(a, b)$.

# %% tags=["given"]
X = np.array([[2, 3, 4], [3, 1, 5], [4, -1, -2]])

# %%
coefficients = [
    [[[2, 3], [3, 1]], [[3, 4], [1, 5]]],
    [[[3, 1], [4, -1]], [[1, 5], [-1, -2]]],
]

# %% [markdown]
# ## The same in general
#
# With a stride $s$, output $(i, j)$ puts weight $(a, b)$ on pixel $(s i + a,\; s j + b)$ of the padded image,
# hence
#
# $$\frac{\partial L}{\partial F_{ab}}
# = \sum_{i, j} \frac{\partial L}{\partial O_{ij}} \; X_{s i + a,\; s j + b}.$$
#
# Everything else follows from that one line:
#
# * **The slice is as large as the output**, not as large as the kernel, and takes every $s$-th pixel. The
#   homework's own image can't tell the two apart: a 3x3 image under a 2x2 kernel has a 2x2 output. A 3x4
#   image can.
# * **Leftover pixels.** Sizes floor, so with a stride the last rows or columns may lie under no window. The
#   slice must end by itself after `oh` rows; taking "every s-th pixel to the end" may take one too many.
# * **Padding** is part of the image as far as the kernel is concerned: the forward pass multiplied those
#   zeros, so they stand in the window here too. They add nothing, but without them every pixel would be in
#   the wrong place.
# * **Filters and channels.** Filter $f$ reaches the loss only through output channel $f$, and its slice for
#   channel $c$ only ever met channel $c$ of the image: each pair $(f, c)$ is a little problem of its own.
# * **Batch.** All images went through the same kernel: one more sum. What must not happen is that one image's
#   upstream gradient meets another image's pixels, so both carry the same index `n`.
#
# A picture for the memory: if only one output feels the loss, the gradient is just the window which that
# output looked at. Any upstream gradient is a weighted sum of such cases, and so is its kernel gradient.


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
    if x.ndim == 2:  # one image with one channel, one filter
        x, grad_out = x[None, None], grad_out[None, None]  # (1, 1, H, W) and (1, 1, OH, OW)
    x = np.pad(
        x.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding))
    )  # (N, C, H + 2p, W + 2p); bytes would overflow

    c_in, (c_out, oh, ow) = x.shape[1], grad_out.shape[1:]
    kh, kw = kernel_shape[-2:]
    grad = np.zeros((c_out, c_in, kh, kw))
    for a in range(kh):
        for b in range(kw):
            # the pixels that weight (a, b) met, one for each output
            met = x[:, :, a : a + stride * oh : stride, b : b + stride * ow : stride]  # (N, C, OH, OW)
            grad[:, :, a, b] = np.einsum("nfij,ncij->fc", grad_out, met)
    return grad.reshape(kernel_shape)


# %% [markdown]
# ## Is it true?
#
# The output is linear in the kernel, so a finite difference is exact up to rounding: fix any upstream
# gradient $G$, call $L = \sum G \cdot O$ the loss, add 1 to one weight, and $L$ must grow by exactly the
# entry of the gradient. It is a check that needs nothing but the forward pass, and it works for every layer
# that you will ever write. (Compare with a forward pass that you trust: one that forgets the stride agrees
# happily with a gradient that forgets it too.)
