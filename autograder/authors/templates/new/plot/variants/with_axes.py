"""Draws with methods of the axes, and returns them."""


def new_function(losses):
    _figure, axes = plt.subplots()
    axes.plot([1 + place for place, _ in enumerate(losses)], losses, "o-")
    axes.set(xlabel="epoch", ylabel="loss")
    return axes
