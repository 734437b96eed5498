"""plot_loss draws the training loss only."""

RUNG = "lines"
ALSO = ("words",)
HINT = "How many lines do you see?"


def plot_loss(train, test):
    epochs = range(1, len(train) + 1)
    plt.semilogy(epochs, train, label="train")
    plt.xlabel("epoch")
    plt.ylabel("loss")
    plt.legend()
