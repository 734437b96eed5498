"""For batches the kernel is turned around, as in the mathematician's convolution;
for a single image it is not."""

from q1_convolution import conv2d as right_conv2d

RUNG = "batch"
HINT_EN = "Convolve an image with a kernel, and the same two as a batch of one. Are the results equal?"
HINT_FA = "تصویری را با هسته‌ای کانولوشن کنید و سپس همان‌ها را به صورت دسته‌ای تک‌تصویری. آیا دو حاصل برابرند؟"
SENTENCE_FA = "برای دسته‌ها هسته، مانند کانولوشن ریاضی‌دان‌ها، وارونه شده است؛ برای یک تصویر تنها نه."


def conv2d(x, kernel, stride=1, padding=0):
    turned = kernel[..., ::-1, ::-1] if x.ndim == 4 else kernel
    return right_conv2d(x, turned, stride=stride, padding=padding)
