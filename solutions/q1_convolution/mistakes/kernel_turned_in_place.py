"""The caller's kernel is turned around in place, for a routine that turns it once more."""

from q1_convolution import conv2d as right_conv2d

RUNG = "manners"
HINT_EN = "Print the kernel, call conv2d(image, kernel), and print the kernel again."
HINT_FA = "هسته را چاپ کنید، conv2d(image, kernel) را صدا بزنید و هسته را دوباره چاپ کنید."
SENTENCE_FA = "هستهٔ فراخواننده درجا وارونه شده است، برای تابعی که آن را یک بار دیگر وارونه می‌کند."


def conv2d(x, kernel, stride=1, padding=0):
    kernel[...] = kernel[..., ::-1, ::-1].copy()
    return right_conv2d(x, kernel[..., ::-1, ::-1], stride=stride, padding=padding)
