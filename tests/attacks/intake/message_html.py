"""Puts HTML and scripts into its messages."""

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><b>40</b></td></table></details>{{ 7 * 7 }}{% raw %}&lt;![CDATA["


def conv2d(*arguments, **keywords):
    raise type(EVIL, (Exception,), {})(EVIL)


output_size = zero_pad = conv2d
laplacian_response, misprinted_cell = EVIL, {EVIL: EVIL}
raise ValueError(EVIL)
