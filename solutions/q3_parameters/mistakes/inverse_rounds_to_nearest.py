"""The number of steps is rounded to the nearest whole number."""

RUNG = "inverse"
HINT_EN = "A window of 3 moves over 8 pixels by 2. How many whole steps are there, and what is round(5 / 2)?"
HINT_FA = "پنجره‌ای ۳تایی روی ۸ پیکسل ۲ تا ۲ تا جلو می‌رود. چند گام کامل هست و round(5 / 2) چیست؟"
SENTENCE_FA = "تعداد گام‌ها به نزدیک‌ترین عدد صحیح گرد شده است."


def consistent_inputs(max_size=32, max_stride=2):
    answers = []
    for size in range(1, max_size + 1):
        for s in range(1, max_stride + 1):
            if round((size - 3) / s) + 1 == 14:
                answers.append((size, s, "valid"))
            if -(-size // s) == 14:
                answers.append((size, s, "same"))
    return answers
