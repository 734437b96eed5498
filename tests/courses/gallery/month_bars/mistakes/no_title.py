"""plot_rain has no title."""

RUNG = "title"
HINT = "Look for set_title."


def plot_rain(rain):
    _figure, axes = plt.subplots()
    axes.bar(list(rain), list(rain.values()))
    return axes
