"""Question 3: read, write and turn around the table that Keras prints of a network.

Fill in every part that says 'write your answer/code here'.
"""

from typing import Any

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
