"""The zeros are put around the upstream gradient instead of the image."""

import numpy as np

RUNG = "padding"
ALSO = ("stride",)
HINT_EN = (
    "In the forward pass, what got the frame of zeros? "
    "Print the shapes of the two arrays that you multiply when padding=1."
)
HINT_FA = (
    "در گذر رو به جلو، دور کدام آرایه صفر گذاشته شد؟ "
    "با padding=1 شکل دو آرایه‌ای را که در هم ضرب می‌کنید چاپ کنید."
)
SENTENCE_FA = "صفرها به‌جای تصویر، دور گرادیان بالادست گذاشته شده‌اند."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.ndim == 2:
        return conv2d_kernel_grad(
            x[None, None], grad_out[None, None], (1, 1, *kernel_shape), stride, padding
        )[0, 0]
    kh, kw = kernel_shape[2:]
    oh, ow = grad_out.shape[2:]
    grad_out = np.pad(grad_out, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad = np.zeros(kernel_shape)
    for a in range(kh):
        for b in range(kw):
            met = x[:, :, a : a + stride * oh : stride, b : b + stride * ow : stride]
            grad[:, :, a, b] = np.einsum("nfij,ncij->fc", grad_out[:, :, : met.shape[2], : met.shape[3]], met)
    return grad
