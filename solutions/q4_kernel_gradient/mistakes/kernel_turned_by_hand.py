"""The kernel is turned around before it is laid on the image, so F11 gets F22's table."""

RUNG = "by hand"
HINT_EN = (
    "Write O11 out as a sum of four products. Which weight stands next to the pixel in the image's corner?"
)
HINT_FA = "O11 را به صورت جمع چهار حاصل‌ضرب بنویسید. پیکسل گوشهٔ تصویر در کدام وزن ضرب شده است؟"
SENTENCE_FA = "هسته پیش از آنکه روی تصویر گذاشته شود وارونه شده است، پس جدول F22 به F11 رسیده است."

coefficients = [[[[1, 5], [-1, -2]], [[3, 1], [4, -1]]], [[[3, 4], [1, 5]], [[2, 3], [3, 1]]]]
