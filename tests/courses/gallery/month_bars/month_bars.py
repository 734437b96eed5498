"""A bar plot with names: the rain of each month.

Fill in every part that says 'write your answer/code here'.
"""

# %%
import matplotlib.pyplot as plt


# %%
def plot_rain(rain):
    """Draw a bar for each month of a dict, as high as its rain, and return the axes.

    The names of the months stand below the bars. The title has the sum, as in "Rain in all: 80".
    """
    _figure, axes = plt.subplots()
    axes.bar(list(rain), list(rain.values()))
    axes.set_title(f"Rain in all: {sum(rain.values())}")
    return axes
