"""For F21, only the upper row of the window is moved down; the lower row stays where it was for F11."""

RUNG = "by hand"
HINT_EN = (
    "Cut a 2x2 window out of paper, lay it on X for F11 and move the whole of it one row down. "
    "What does it show?"
)
HINT_FA = (
    "پنجره‌ای ۲ در ۲ از کاغذ ببرید، آن را برای F11 روی X بگذارید و همهٔ آن را یک سطر پایین ببرید. "
    "چه نشان می‌دهد؟"
)
SENTENCE_FA = "برای F21 فقط سطر بالای پنجره پایین برده شده است؛ سطر پایین همان‌جا که برای F11 بود مانده است."

coefficients = [[[[2, 3], [3, 1]], [[3, 4], [1, 5]]], [[[3, 1], [3, 1]], [[1, 5], [-1, -2]]]]
