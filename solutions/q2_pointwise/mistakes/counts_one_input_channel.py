"""A filter is taken as k x k numbers, although it reaches through all input channels."""

RUNG = "costs"
ALSO = ("inception",)
HINT_EN = "Give the image ten times as many channels. Must each filter do more? Does your count grow?"
HINT_FA = "تعداد کانال‌های تصویر را ده برابر کنید. آیا کار هر فیلتر بیشتر می‌شود؟ شمارش شما بزرگ‌تر می‌شود؟"
SENTENCE_FA = "هر فیلتر k x k عدد گرفته شده است، با آنکه همهٔ کانال‌های ورودی را در بر می‌گیرد."


def direct_cost(h, w, c_in, c_out, k):
    return h * w * c_out * k * k
