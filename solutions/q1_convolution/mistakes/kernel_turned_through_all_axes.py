"""For batches, the kernel is turned around along all its axes,
so filters and channels come in reverse order."""

from q1_convolution import conv2d as right_conv2d

RUNG = "channels"
ALSO = ("batch",)
HINT_EN = "Convolve [[[[1]]]] with the 1x1 filters 1 and 10. In which order do the results come?"
HINT_FA = (
    "تصویر [[[[1]]]] را با فیلترهای ۱ در ۱ با مقدارهای ۱ و ۱۰ کانولوشن کنید. حاصل‌ها به چه ترتیبی می‌آیند؟"
)
SENTENCE_FA = (
    "برای دسته‌ها هسته در راستای همهٔ محورهایش وارونه شده است و فیلترها و کانال‌ها به ترتیب عکس می‌آیند."
)


def conv2d(x, kernel, stride=1, padding=0):
    return right_conv2d(
        x, kernel[::-1, ::-1, ::-1, ::-1] if x.ndim == 4 else kernel, stride=stride, padding=padding
    )
