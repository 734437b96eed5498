"""Standardising a table and going back: a cache that one function hands to the next.

Fill in every part that says 'write your answer/code here'.
"""

from typing import Any

import numpy as np


# %%
def forward(x: np.ndarray) -> tuple[np.ndarray, Any]:
    """Return `x` with mean 0 and standard deviation 1 in each column, and what `backward` needs to know.

    A column in which all numbers are equal becomes 0.
    """
    mean, scale = x.mean(axis=0), x.std(axis=0)  # (columns,)
    scale = np.where(scale == 0, 1, scale)
    return (x - mean) / scale, (mean, scale)


# %%
def backward(z: np.ndarray, cache: Any) -> np.ndarray:
    """Return the numbers from which `forward` has made `z`."""
    mean, scale = cache
    return z * scale + mean
