"""For F12, only the left column of the window is moved to the right;
the right column stays where it was for F11."""

RUNG = "by hand"
HINT_EN = (
    "Cut a 2x2 window out of paper, lay it on X for F11 and move the whole of it one column to the right. "
    "What does it show?"
)
HINT_FA = (
    "پنجره‌ای ۲ در ۲ از کاغذ ببرید، آن را برای F11 روی X بگذارید و همهٔ آن را یک ستون به راست ببرید. "
    "چه نشان می‌دهد؟"
)
SENTENCE_FA = "برای F12 فقط ستون چپ پنجره به راست برده شده است؛ ستون راست همان‌جا که برای F11 بود مانده است."

coefficients = [[[[2, 3], [3, 1]], [[3, 3], [1, 1]]], [[[3, 1], [4, -1]], [[1, 5], [-1, -2]]]]
