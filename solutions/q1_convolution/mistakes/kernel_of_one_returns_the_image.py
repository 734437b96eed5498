"""For the kernel [[1]] the image itself is returned: who changes the result changes the image."""

from q1_convolution import conv2d as right_conv2d

RUNG = "manners"
HINT_EN = "Keep the result for the kernel [[1]], set one of its numbers to 99, and print the image."
HINT_FA = "حاصل را برای هستهٔ [[1]] نگه دارید، یکی از عددهایش را ۹۹ کنید و تصویر را چاپ کنید."
SENTENCE_FA = "برای هستهٔ [[1]] خود تصویر برگردانده می‌شود: هر که حاصل را تغییر دهد تصویر را تغییر می‌دهد."


def conv2d(x, kernel, stride=1, padding=0):
    if kernel.size == 1 and kernel.item() == 1 and not padding:
        return x[..., ::stride, ::stride]
    return right_conv2d(x, kernel, stride=stride, padding=padding)
