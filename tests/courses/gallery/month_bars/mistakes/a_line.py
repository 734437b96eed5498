"""plot_rain draws a line."""

RUNG = "bars"
HINT = "What is the difference between plot and bar?"


def plot_rain(rain):
    _figure, axes = plt.subplots()
    axes.plot(list(rain), list(rain.values()))
    axes.set_title(f"Rain in all: {sum(rain.values())}")
    return axes
