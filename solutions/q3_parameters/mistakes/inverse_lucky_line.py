"""The one line of the statement's example is returned always: all of it fits, and nearly all is missing."""

RUNG = "inverse"
HINT_EN = (
    "Which inputs fit if the stride may be 2 and 'valid' is allowed? Your list is the same for all limits."
)
HINT_FA = (
    "اگر گام بتواند ۲ باشد و 'valid' هم مجاز باشد، کدام ورودی‌ها جور درمی‌آیند؟ فهرست شما برای همهٔ حدها "
    "یکسان است."
)
SENTENCE_FA = "همیشه تنها سطر نمونهٔ صورت سؤال برگردانده شده است: همه‌اش جور است و تقریباً همه چیز کم است."


def consistent_inputs(max_size=32, max_stride=2):
    return [(14, 1, "same")]
