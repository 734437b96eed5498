"""Question 4: how the loss changes when one weight of a convolution's kernel changes.

Fill in every part that says 'write your answer/code here'.
"""

import numpy as np

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
