"""new_function gives the axes no names."""

RUNG = "names"
HINT = "What does your picture say about its axes?"


def new_function(losses):
    plt.plot(range(1, len(losses) + 1), losses)
