"""Only the input of the first part is listed."""

RUNG = "inverse"
HINT_EN = (
    "Work out a 14x14 image with stride 1 and 'same' padding. Could you tell its row from the one in the "
    "statement?"
)
HINT_FA = "تصویر ۱۴×۱۴ با گام ۱ و لایه‌گذاری 'same' را حساب کنید. آیا سطرش با سطر صورت سؤال فرقی دارد؟"
SENTENCE_FA = "فقط ورودیِ بخش نخست فهرست شده است."


def consistent_inputs(max_size=32, max_stride=2):
    return [(28, 2, "same")]
