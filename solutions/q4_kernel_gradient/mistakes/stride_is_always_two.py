"""Every stride larger than 1 is taken for 2."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "stride"
HINT_EN = "Print the positions where your windows start for stride 2 and for stride 3. Do they differ?"
HINT_FA = "جای شروع پنجره‌هایتان را برای گام 2 و گام 3 چاپ کنید. با هم فرق دارند؟"
SENTENCE_FA = "هر گام بزرگ‌تر از ۱، گام ۲ گرفته شده است."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    return right_grad(x, grad_out, kernel_shape, stride=min(stride, 2), padding=padding)
