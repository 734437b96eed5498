"""For a kernel of one weight the padding is left away, as if the windows still began at the first pixel."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "stride"
HINT_EN = (
    "Take a row of 5 pixels, padding=1, stride=2 and a kernel of one weight. "
    "On which pixels does the kernel lie?"
)
HINT_FA = "یک سطر ۵ پیکسلی، padding=1، stride=2 و هسته‌ای با یک وزن بگیرید. هسته روی کدام پیکسل‌ها می‌نشیند؟"
SENTENCE_FA = (
    "برای هستهٔ تک‌وزنی لایه‌گذاری کنار گذاشته شده است، گویی پنجره‌ها باز هم از نخستین پیکسل آغاز می‌شوند."
)


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    border = -(-padding // stride)  # outputs that see nothing but padding
    if tuple(kernel_shape[-2:]) != (1, 1) or not border:
        return right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
    inner = grad_out[..., border:-border, border:-border]
    pixels = x[..., ::stride, ::stride][..., : inner.shape[-2], : inner.shape[-1]]
    return right_grad(pixels, inner[..., : pixels.shape[-2], : pixels.shape[-1]], kernel_shape)
