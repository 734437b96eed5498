"""A line plot: the loss of a training.

Fill in every part that says 'write your answer/code here'.
"""

# %%
import matplotlib.pyplot as plt


# %%
def plot_loss(train, test):
    """Plot two losses over the epochs 1, 2, …, with the labels "train" and "test" in a legend.

    The x-axis is called "epoch", the y-axis "loss". The scale of the losses is logarithmic.
    """
    epochs = range(1, len(train) + 1)
    plt.plot(epochs, train, label="train")
    plt.plot(epochs, test, label="test")
    plt.yscale("log")
    plt.xlabel("epoch")
    plt.ylabel("loss")
    plt.legend()
