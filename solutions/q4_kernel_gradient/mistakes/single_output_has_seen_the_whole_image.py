"""A single output is thought to have seen the whole image:
where pixels are left over, the gradient gets the image's shape."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "stride"
HINT_EN = "Take a 4x4 image, a 3x3 kernel and stride=2. Which pixels does the only window cover?"
HINT_FA = "تصویری ۴ در ۴، هسته‌ای ۳ در ۳ و stride=2 بگیرید. تنها پنجره کدام پیکسل‌ها را می‌پوشاند؟"
SENTENCE_FA = (
    "گمان شده که تنها خروجی، همهٔ تصویر را دیده است: جایی که پیکسل جا می‌ماند، گرادیان شکل تصویر را می‌گیرد."
)


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if grad_out.ndim == 2 and grad_out.size == 1 and not padding:
        return x * grad_out
    return right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
