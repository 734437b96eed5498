"""plot_loss leaves the scale of the losses linear."""

RUNG = "scale"
HINT = "Look for yscale."


def plot_loss(train, test):
    epochs = range(1, len(train) + 1)
    plt.plot(epochs, train, label="train")
    plt.plot(epochs, test, label="test")
    plt.xlabel("epoch")
    plt.ylabel("loss")
    plt.legend()
