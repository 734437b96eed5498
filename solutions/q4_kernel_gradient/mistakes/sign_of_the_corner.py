"""In the table of F22, the minus sign of the last pixel of X is lost."""

RUNG = "by hand"
HINT_EN = "Compare your last table with X number by number, signs included."
HINT_FA = "آخرین جدول خود را عدد به عدد، همراه با علامت‌ها، با X مقایسه کنید."
SENTENCE_FA = "در جدول F22 علامت منفی آخرین پیکسل X جا افتاده است."

coefficients = [[[[2, 3], [3, 1]], [[3, 4], [1, 5]]], [[[3, 1], [4, -1]], [[1, 5], [-1, 2]]]]
