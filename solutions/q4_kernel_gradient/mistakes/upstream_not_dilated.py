"""The upstream gradient is slid over the image without being spread out by the stride,
so the result grows larger than the kernel."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "stride"
HINT_EN = "With a 1x4 image, a 1x2 kernel and stride 2, how many columns does your result have?"
HINT_FA = "با تصویر 1x4، هستهٔ 1x2 و گام 2، نتیجهٔ شما چند ستون دارد؟"
SENTENCE_FA = (
    "گرادیان بالادست بی‌آنکه به اندازهٔ گام باز شود روی تصویر لغزیده است، پس حاصل از هسته بزرگ‌تر می‌شود."
)


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    h, w = x.shape[-2] + 2 * padding, x.shape[-1] + 2 * padding
    oh, ow = grad_out.shape[-2:]
    if stride > 1:
        kernel_shape = (*kernel_shape[:-2], h - oh + 1, w - ow + 1)
    return right_grad(x, grad_out, kernel_shape, padding=padding)
