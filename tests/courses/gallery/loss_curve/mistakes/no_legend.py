"""plot_loss gives the lines names, and shows no legend."""

RUNG = "words"
HINT = "Can you see in the picture which line is which?"


def plot_loss(train, test):
    epochs = range(1, len(train) + 1)
    plt.plot(epochs, train, label="train")
    plt.plot(epochs, test, label="test")
    plt.yscale("log")
    plt.xlabel("epoch")
    plt.ylabel("loss")
