"""Answers are remembered for the image as an object: when its numbers change, the old answer is given."""

from q1_convolution import conv2d as right_conv2d

RUNG = "manners"
HINT_EN = "Convolve an image, set one of its pixels to another number, and convolve it again."
HINT_FA = "تصویری را کانولوشن کنید، یکی از پیکسل‌هایش را عدد دیگری کنید و دوباره کانولوشن کنید."
SENTENCE_FA = (
    "پاسخ‌ها برای تصویر به عنوان شیء به خاطر سپرده می‌شوند: وقتی عددهایش تغییر کنند پاسخ پیشین داده می‌شود."
)

_known = []


def conv2d(x, kernel, stride=1, padding=0):
    for image, question, answer in _known:
        if image is x and question == (kernel.tobytes(), kernel.shape, stride, padding):
            return answer
    answer = right_conv2d(x, kernel, stride=stride, padding=padding)
    _known.append((x, (kernel.tobytes(), kernel.shape, stride, padding), answer))
    return answer
