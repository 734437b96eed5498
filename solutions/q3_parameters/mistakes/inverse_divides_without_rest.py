"""The formulas are solved for the size as if nothing were rounded: one size for each stride and padding."""

RUNG = "inverse"
HINT_EN = "A window of 3 with stride 2: work out the output for 5 and for 6 pixels. What do you notice?"
HINT_FA = "پنجره‌ای ۳تایی با گام ۲: خروجی را برای ۵ و برای ۶ پیکسل حساب کنید. چه می‌بینید؟"
SENTENCE_FA = "فرمول‌ها طوری برای اندازه حل شده‌اند که گویی چیزی گرد نمی‌شود: برای هر گام و لایه‌گذاری یک اندازه."


def consistent_inputs(max_size=32, max_stride=2):
    answers = []
    for s in range(1, max_stride + 1):
        answers += [(13 * s + 3, s, "valid"), (14 * s, s, "same")]
    return [answer for answer in answers if answer[0] <= max_size]
