"""The axes of a batch are added to the caller's image and kernel themselves, by assigning to their shapes."""

from q1_convolution import conv2d as right_conv2d

RUNG = "manners"
HINT_EN = "Print image.shape and kernel.shape, call conv2d(image, kernel), and print them again."
HINT_FA = (
    "مقدار image.shape و kernel.shape را چاپ کنید، conv2d(image, kernel) را صدا بزنید و دوباره چاپشان کنید."
)
SENTENCE_FA = "محورهای دسته با مقدار دادن به shape به خود تصویر و هستهٔ فراخواننده افزوده شده‌اند."


def conv2d(x, kernel, stride=1, padding=0):
    single = x.ndim == 2
    if single:
        x.shape = (1, 1, *x.shape)
        kernel.shape = (1, 1, *kernel.shape)
    out = right_conv2d(x, kernel, stride=stride, padding=padding)
    return out[0, 0] if single else out
