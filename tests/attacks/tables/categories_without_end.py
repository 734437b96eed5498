"""Returns two small cells with a million categories behind them, and a figure of a million points."""

import matplotlib.pyplot as plt
import pandas as pd


def totals(orders):
    categories = pd.Index([f"name {number}" for number in range(1_000_000)])
    names = pd.Categorical.from_codes([0, 1], categories=categories)
    return pd.DataFrame({"name": names, "total": [5.0, 2.0]})


def draw(losses):
    plt.plot(range(1_000_000), range(1_000_000))
