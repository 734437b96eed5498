"""A window that lies wholly in the padding ends before the first pixel,
and Python counts a negative end from the back."""

import numpy as np

RUNG = "padding"
ALSO = ("stride",)
HINT_EN = "Print [1, 2, 3][0:-1]. Where does a window of one pixel end that lies two pixels before the image?"
HINT_FA = "مقدار [1, 2, 3][0:-1] را چاپ کنید. پنجره‌ای تک‌پیکسلی که دو پیکسل پیش از تصویر است کجا تمام می‌شود؟"
SENTENCE_FA = (
    "پنجره‌ای که تماماً در لایه‌گذاری است پیش از نخستین پیکسل تمام می‌شود، "
    "و پایتون انتهای منفی را از آخر می‌شمارد."
)


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    (kh, kw), (h, w) = kernel_shape[-2:], x.shape[-2:]
    gradient = np.zeros(kernel_shape)
    for i, j in np.ndindex(*grad_out.shape[-2:]):
        top, left = i * stride - padding, j * stride - padding
        window = x[..., max(0, top) : min(h, top + kh), max(0, left) : min(w, left + kw)]
        rows, columns = (
            slice(max(0, -start), max(0, -start) + size)
            for start, size in zip((top, left), window.shape[-2:])
        )
        where = grad_out[..., i, j]
        part = where * window if x.ndim == 2 else np.einsum("nf,ncab->fcab", where, window)
        gradient[..., rows, columns] += part
    return gradient
