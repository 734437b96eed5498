"""The last row is worked out like the rows in the middle, as if the bar went on below the image."""

RUNG = "by hand"
HINT_EN = "The image is the same upside down. Is your answer?"
HINT_FA = "تصویر وارونه‌اش با خودش یکی است. آیا پاسخ شما هم چنین است؟"
SENTENCE_FA = "سطر آخر مانند سطرهای میانی حساب شده است، گویی نوار زیر تصویر ادامه دارد."

laplacian_response = [[0, 20, -70, 20, 0], *[[0, 30, -60, 30, 0]] * 4]
