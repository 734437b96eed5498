"""Draws with methods of the axes, shows the figure, and returns it."""


def plot_loss(train, test):
    figure, axes = plt.subplots()
    for name, losses in (("train", train), ("test", test)):
        axes.semilogy(list(range(1, 1 + len(losses))), losses, "o-", label=name)
    axes.set(xlabel="epoch", ylabel="loss")
    axes.legend()
    figure.tight_layout()
    plt.show()
    return figure
