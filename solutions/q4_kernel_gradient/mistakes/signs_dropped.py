"""The minus signs of the image are lost on the way into the table."""

RUNG = "by hand"
HINT_EN = "Compare every number in your tables with the image once more, its sign included."
HINT_FA = "هر عدد جدول‌هایتان را یک بار دیگر با تصویر مقایسه کنید؛ علامتش را هم ببینید."
SENTENCE_FA = "علامت‌های منفی تصویر در راه رسیدن به جدول گم شده‌اند."

coefficients = [[[[2, 3], [3, 1]], [[3, 4], [1, 5]]], [[[3, 1], [4, 1]], [[1, 5], [1, 2]]]]
