"""The table of F11 is copied to the other three weights."""

RUNG = "by hand"
HINT_EN = (
    "F12 lies one pixel further to the right than F11. Does it ever touch the pixel in the top left corner?"
)
HINT_FA = "F12 یک پیکسل سمت راستِ F11 است. آیا هیچ‌وقت روی پیکسل گوشهٔ بالا-چپ می‌افتد؟"
SENTENCE_FA = "جدول F11 برای سه وزن دیگر هم رونویسی شده است."

coefficients = [[[[2, 3], [3, 1]], [[2, 3], [3, 1]]], [[[2, 3], [3, 1]], [[2, 3], [3, 1]]]]
