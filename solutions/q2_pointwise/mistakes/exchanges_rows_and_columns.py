"""The answer comes back with rows and columns exchanged: the axes are reversed on the way back."""

RUNG = "conv1x1"
HINT_EN = "Try an image with 2 rows and 3 columns: how many rows does the output have?"
HINT_FA = "تصویری با 2 سطر و 3 ستون را امتحان کنید: خروجی چند سطر دارد؟"
SENTENCE_FA = "در پاسخ جای سطرها و ستون‌ها عوض شده است: ترتیب محورها در راه برگشت وارونه است."


def conv1x1(x, w):
    return (x.transpose(0, 3, 2, 1) @ w.T).transpose(0, 3, 1, 2)
