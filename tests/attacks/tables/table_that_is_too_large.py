"""Returns a table of 60 million bytes, and a figure with a picture of that size."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd


def totals(orders):
    return pd.DataFrame({"name": ["Ann"] * 7_000_000, "total": np.ones(7_000_000)})


def draw(losses):
    plt.imshow(np.zeros((2_500, 3_000)))
