"""The kernel's size is worked out from image, output and stride; leftover pixels make it too large."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "stride"
SAME_AS = "dilated_upstream_not_cropped"
HINT_EN = "Try a 1x5 image with a 1x2 kernel and stride 2. Which kernel sizes fit these shapes?"
HINT_FA = "تصویر 1x5 را با هستهٔ 1x2 و گام 2 امتحان کنید. چه اندازه‌هایی از هسته با این شکل‌ها جور درمی‌آید؟"
SENTENCE_FA = (
    "اندازهٔ هسته از تصویر و خروجی و گام حساب شده است؛ پیکسل‌های باقی‌مانده آن را بزرگ‌تر از آنچه هست می‌کنند."
)


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    kh, kw = (
        n + 2 * padding - (o - 1) * stride for n, o in zip(x.shape[-2:], grad_out.shape[-2:], strict=True)
    )
    return right_grad(x, grad_out, (*kernel_shape[:-2], kh, kw), stride=stride, padding=padding)
