"""The search stops at the first size that fits."""

from q3_parameters import consistent_inputs as right_consistent_inputs

RUNG = "inverse"
HINT_EN = "Let your search go on after the first hit. Does the next size fit as well?"
HINT_FA = "بگذارید جست‌وجو پس از نخستین یافته ادامه یابد. آیا اندازهٔ بعدی هم جور درمی‌آید؟"
SENTENCE_FA = "جست‌وجو در نخستین اندازه‌ای که جور است متوقف شده است."


def consistent_inputs(max_size=32, max_stride=2):
    found = {}
    for size, stride, padding in right_consistent_inputs(max_size, max_stride):
        found.setdefault((stride, padding), size)
    return [(size, stride, padding) for (stride, padding), size in found.items()]
