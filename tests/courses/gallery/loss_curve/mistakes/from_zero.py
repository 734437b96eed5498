"""plot_loss counts the epochs from 0."""

RUNG = "epochs"
HINT = "Which x does plt.plot take if it gets one list only?"


def plot_loss(train, test):
    plt.plot(train, label="train")
    plt.plot(test, label="test")
    plt.yscale("log")
    plt.xlabel("epoch")
    plt.ylabel("loss")
    plt.legend()
