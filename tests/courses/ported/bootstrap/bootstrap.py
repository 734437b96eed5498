"""The bootstrap: how sure is a median?

Fill in every part that says 'write your answer/code here'.
"""

import numpy as np


# %%
def bootstrap_medians(values: np.ndarray, rounds: int, rng: np.random.Generator) -> np.ndarray:
    """Return the medians of samples of the same size, drawn from the values with replacement."""
    samples = rng.choice(values, size=(rounds, len(values)))  # (rounds, values)
    return np.median(samples, axis=1)
