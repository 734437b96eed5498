"""plot_rain numbers the months."""

RUNG = "names"
HINT = "What does the first argument of bar do?"


def plot_rain(rain):
    _figure, axes = plt.subplots()
    axes.bar(range(len(rain)), list(rain.values()))
    axes.set_title(f"Rain in all: {sum(rain.values())}")
    return axes
