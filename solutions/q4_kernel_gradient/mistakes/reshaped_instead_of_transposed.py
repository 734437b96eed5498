"""The gradient comes out as (C, F, ...) and is brought into shape by reshape,
which shuffles filters and channels."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "channels"
ALSO = ("stride",)
HINT_EN = "Let one filter's upstream gradient be all zeros. Are the zeros of your result all in that filter?"
HINT_FA = "گرادیان بالادستِ یک فیلتر را تماماً صفر کنید. صفرهای نتیجه‌تان همگی در همان فیلتر هستند؟"
SENTENCE_FA = (
    "گرادیان به شکل (C, F, ...) به دست آمده و با reshape به شکل خواسته‌شده درآمده است، "
    "که فیلترها و کانال‌ها را به هم می‌ریزد."
)


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    grad = right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
    return grad.swapaxes(0, 1).reshape(kernel_shape) if x.ndim == 4 else grad
