"""The slice of the image for one weight is as large as the kernel, not as the output;
with a 3x3 image and a 2x2 kernel both are 2x2."""

import numpy as np

RUNG = "general"
ALSO = ("channels", "padding", "stride")
HINT_EN = (
    "Count, for a 1x4 image and a 1x2 kernel: how many outputs does the weight F11 touch? "
    "Is your slice that long?"
)
HINT_FA = "برای تصویر 1x4 و هستهٔ 1x2 بشمارید: وزن F11 در چند خروجی دست دارد؟ برش شما همین‌قدر طول دارد؟"
SENTENCE_FA = "برش تصویر برای هر وزن به اندازهٔ هسته است، نه خروجی؛ با تصویر 3x3 و هستهٔ 2x2 هر دو 2x2 هستند."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.ndim == 2:
        return conv2d_kernel_grad(
            x[None, None], grad_out[None, None], (1, 1, *kernel_shape), stride, padding
        )[0, 0]
    kh, kw = kernel_shape[2:]
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad = np.zeros(kernel_shape)
    for a in range(kh):
        for b in range(kw):
            grad[:, :, a, b] = np.einsum(
                "nfij,ncij->fc", grad_out, x[:, :, a : a + stride * kh : stride, b : b + stride * kw : stride]
            )
    return grad
