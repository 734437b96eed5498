"""Only the rows of the output are counted, not its columns."""

RUNG = "costs"
ALSO = ("inception",)
HINT_EN = "Make the image twice as wide. Does the layer get more expensive? Does your count?"
HINT_FA = "پهنای تصویر را دو برابر کنید. آیا لایه گران‌تر می‌شود؟ شمارش شما چطور؟"
SENTENCE_FA = "فقط سطرهای خروجی شمرده شده‌اند، نه ستون‌هایش."


def direct_cost(h, w, c_in, c_out, k):
    return h * c_in * c_out * k * k
