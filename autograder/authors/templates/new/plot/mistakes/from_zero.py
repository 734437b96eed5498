"""new_function counts the epochs from 0."""

RUNG = "epochs"
HINT = "Which x does plt.plot take if it gets one list only?"


def new_function(losses):
    plt.plot(losses)
    plt.xlabel("epoch")
    plt.ylabel("loss")
