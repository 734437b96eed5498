"""new_function draws bars."""

RUNG = "line"
ALSO = ("epochs",)
HINT = "Look for plt.plot."


def new_function(losses):
    plt.bar(range(1, len(losses) + 1), losses)
    plt.xlabel("epoch")
    plt.ylabel("loss")
