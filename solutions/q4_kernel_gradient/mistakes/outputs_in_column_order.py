"""Each table is written column by column: the pixels for O12 and O21 are exchanged."""

RUNG = "by hand"
HINT_EN = "Which output looks at the upper right of X, O12 or O21? Where in each table does its pixel belong?"
HINT_FA = "کدام خروجی به بالا و راست X نگاه می‌کند، O12 یا O21؟ پیکسل آن در هر جدول کجا باید باشد؟"
SENTENCE_FA = "هر جدول ستون به ستون نوشته شده است: پیکسل‌های O12 و O21 جابه‌جا شده‌اند."

coefficients = [[[[2, 3], [3, 1]], [[3, 1], [4, 5]]], [[[3, 4], [1, -1]], [[1, -1], [5, -2]]]]
