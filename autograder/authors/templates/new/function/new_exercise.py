"""One sentence that says what this exercise is about.

Fill in every part that says 'write your answer/code here'.
"""

import numpy as np

# %% [markdown]
# Cells like this one explain the solution. Students don't get them.
# They don't get the bodies of functions either, nor names with a leading underscore.


# %%
def new_function(x: np.ndarray) -> np.ndarray:
    """Return twice `x`, as floats, in the shape of `x`."""
    return 2.0 * x
