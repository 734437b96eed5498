"""new_function squares instead of doubling."""

RUNG = "doubling"
HINT_EN = "What is twice 3, and what does your function give for it?"
HINT_FA = "دو برابر ۳ چند است و تابع شما برای آن چه می‌دهد؟"
SENTENCE_FA = "تابع new_function به جای دو برابر کردن، به توان دو می‌رساند."


def new_function(x):
    return x**2
