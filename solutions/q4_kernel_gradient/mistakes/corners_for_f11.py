"""For F11, the window is moved by two pixels instead of one, to the four corners of X."""

RUNG = "by hand"
HINT_EN = (
    "Lay a 2x2 frame on X at each of the four places. Which pixel lies under the frame's upper left corner?"
)
HINT_FA = "قابی ۲ در ۲ را در هر چهار جای ممکن روی X بگذارید. هر بار کدام پیکسل زیر گوشهٔ بالا و چپ قاب است؟"
SENTENCE_FA = "برای F11، پنجره به‌جای یک پیکسل دو پیکسل، یعنی به چهار گوشهٔ X، برده شده است."

coefficients = [[[[2, 4], [4, -2]], [[3, 4], [1, 5]]], [[[3, 1], [4, -1]], [[1, 5], [-1, -2]]]]
