"""Channels are added up eight at a time, and an incomplete last block is dropped."""

from q2_pointwise import conv1x1 as right_conv1x1

RUNG = "conv1x1"
HINT_EN = "Take a pixel with 9 channels, all of them 1, and weights of 1. What is the sum?"
HINT_FA = "پیکسلی با ۹ کانال که همه ۱ اند و وزن‌های ۱ بگیرید. جمع چند است؟"
SENTENCE_FA = "کانال‌ها هشت تا هشت تا جمع شده‌اند و بخش ناقص آخر کنار گذاشته شده است."


def conv1x1(x, w):
    channels = x.shape[1] if x.shape[1] < 8 else x.shape[1] // 8 * 8
    return right_conv1x1(x[:, :channels], w[:, :channels])
