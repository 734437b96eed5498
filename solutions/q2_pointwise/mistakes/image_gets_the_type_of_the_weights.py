"""The image is converted to the type of the weights: with whole weights its fractions are cut off."""

from q2_pointwise import conv1x1 as right_conv1x1

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = "Take a pixel with one channel, 0.5, and w = np.array([[2]]). What should come out?"
HINT_FA = "پیکسلی با یک کانال 0.5 و w = np.array([[2]]) بگیرید. چه باید به دست آید؟"
SENTENCE_FA = "تصویر به نوع وزن‌ها تبدیل شده است: با وزن‌های صحیح، کسرهای آن بریده می‌شوند."


def conv1x1(x, w):
    return right_conv1x1(x.astype(w.dtype), w)
