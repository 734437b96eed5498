"""With 'valid' padding, only the sizes are listed that leave no pixel over."""

RUNG = "inverse"
HINT_EN = "Draw a window of 3 that moves by 2. Do images of 7 and of 8 pixels give another number of places?"
HINT_FA = "پنجره‌ای ۳تایی بکشید که ۲ تا ۲ تا جلو می‌رود. آیا تصویرهای ۷ و ۸ پیکسلی تعداد جای متفاوتی می‌دهند؟"
SENTENCE_FA = "با لایه‌گذاری 'valid' فقط اندازه‌هایی آمده‌اند که هیچ پیکسلی جا نمی‌گذارند."


def consistent_inputs(max_size=32, max_stride=2):
    answers = []
    for s in range(1, max_stride + 1):
        answers.append((13 * s + 3, s, "valid"))
        answers += [(size, s, "same") for size in range(13 * s + 1, 14 * s + 1)]
    return [answer for answer in answers if answer[0] <= max_size]
