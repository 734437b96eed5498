"""Where the middle has as many channels as the output,
the 1x1 convolution before it is left out of the cost."""

from q2_pointwise import direct_cost

RUNG = "costs"
HINT_EN = (
    "Count by hand for h = w = 1, c_in = 1, c_mid = c_out = 2 and k = 1: "
    "two products to get to the middle, and four from there."
)
HINT_FA = (
    "با دست برای h = w = 1 و c_in = 1 و c_mid = c_out = 2 و k = 1 بشمارید: "
    "دو ضرب تا میانه و چهار ضرب از آنجا."
)
SENTENCE_FA = "جایی که میانه به اندازهٔ خروجی کانال دارد، کانولوشن ۱ در ۱ پیش از آن در هزینه نیامده است."


def bottleneck_cost(h, w, c_in, c_mid, c_out, k):
    if c_mid == c_out:
        return direct_cost(h, w, c_in, c_out, k)
    return direct_cost(h, w, c_in, c_mid, 1) + direct_cost(h, w, c_mid, c_out, k)
