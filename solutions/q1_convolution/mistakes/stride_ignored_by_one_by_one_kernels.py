"""The short way for a kernel of one row and one column leaves out the stride in a batch."""

from q1_convolution import conv2d as right_conv2d

RUNG = "batch"
HINT_EN = (
    "Convolve np.ones((1, 1, 5, 5)) with np.ones((1, 1, 1, 1)) and stride=2. How many rows has the result?"
)
HINT_FA = "np.ones((1, 1, 5, 5)) را با np.ones((1, 1, 1, 1)) و stride=2 کانولوشن کنید. حاصل چند سطر دارد؟"
SENTENCE_FA = "راه کوتاه برای هسته‌ای با یک سطر و یک ستون گام را در دسته کنار می‌گذارد."


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 4 and kernel.shape[2:] == (1, 1):
        stride = 1
    return right_conv2d(x, kernel, stride=stride, padding=padding)
