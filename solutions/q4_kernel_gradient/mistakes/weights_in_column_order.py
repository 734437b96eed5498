"""Rows and columns of the kernel are mixed up: F12's table stands at F21 and the other way round."""

RUNG = "by hand"
HINT_EN = (
    "Take a kernel that is 0 everywhere except for F12 = 1. "
    "What is O11 then? It must be the first number of coefficients[0][1]."
)
HINT_FA = (
    "هسته‌ای بگیرید که همه‌جا صفر است و فقط F12 = 1. "
    "حالا O11 چند است؟ همین عدد باید اولین عدد coefficients[0][1] باشد."
)
SENTENCE_FA = "سطرها و ستون‌های هسته با هم اشتباه شده‌اند: جدول F12 در جای F21 آمده است و برعکس."

coefficients = [[[[2, 3], [3, 1]], [[3, 1], [4, -1]]], [[[3, 4], [1, 5]], [[1, 5], [-1, -2]]]]
