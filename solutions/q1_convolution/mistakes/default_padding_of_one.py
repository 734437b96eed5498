"""The default is padding=1: who asks for no padding in particular gets one line of zeros."""

from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("stride", "channels", "batch", "manners")
HINT_EN = "Call conv2d(image, kernel) without padding, and with padding=0. Are the two shapes equal?"
HINT_FA = "تابع conv2d(image, kernel) را بدون padding و با padding=0 صدا بزنید. آیا دو شکل برابرند؟"
SENTENCE_FA = "مقدار پیش‌فرض padding=1 است: اگر چیزی دربارهٔ لایه‌گذاری گفته نشود یک ردیف صفر گذاشته می‌شود."


def conv2d(x, kernel, stride=1, padding=1):
    return right_conv2d(x, kernel, stride=stride, padding=padding)
