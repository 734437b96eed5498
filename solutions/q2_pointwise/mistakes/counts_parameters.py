"""The weights of the layer are counted instead of its multiplications."""

RUNG = "costs"
ALSO = ("inception",)
HINT_EN = "Make the image larger. The weights stay as many as they were. Do the multiplications?"
HINT_FA = "تصویر را بزرگ‌تر کنید. تعداد وزن‌های لایه همان می‌ماند. تعداد ضرب‌های آن چطور؟"
SENTENCE_FA = "به‌جای ضرب‌های لایه، وزن‌هایش شمرده شده‌اند."


def direct_cost(h, w, c_in, c_out, k):
    return c_in * c_out * k * k
