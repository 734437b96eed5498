"""x.reshape(F, -1) is used to put all pixels of all images side by side,
which is right for one image only."""

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = (
    "Take two images of one pixel with channels 1, 2 and 3, 4. "
    "Print x.reshape(2, -1): is row 0 channel 0 of both images?"
)
HINT_FA = (
    "دو تصویر تک‌پیکسلی با کانال‌های 1 و 2، و 3 و 4 بگیرید و x.reshape(2, -1) را چاپ کنید: "
    "آیا سطر صفر، کانال صفرِ هر دو تصویر است؟"
)
SENTENCE_FA = "با x.reshape(F, -1) همهٔ پیکسل‌های همهٔ تصویرها کنار هم آمده‌اند، که فقط برای یک تصویر درست است."


def conv1x1(x, w):
    n, f, h, width = x.shape
    return (w @ x.reshape(f, -1)).reshape(n, len(w), h, width)
